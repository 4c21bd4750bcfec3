import "server-only";
import { type AuditService, createAuditService } from "./audit/service";
import { createOwnTokens, type OwnTokens } from "./auth/own-tokens";
import { createSessionService, type SessionService } from "./auth/sessions";
import { createUsedCodes, type UsedCodes } from "./auth/used-codes";
import { type Clock, systemClock } from "./clock";
import { createDelegatedReader } from "./connections/delegated-reader";
import { createPickers, type Pickers } from "./connections/pickers";
import { type ConnectionService, createConnectionService } from "./connections/service";
import { type Env, env } from "./env";
import { createLimits, type Limits } from "./limits";
import { createRuleService, type RuleService } from "./rules/service";
import { createLinkService, type LinkService } from "./share-links/service";
import { createSheetListService, type SheetListService } from "./sheets/list-sheets";
import { createOwnAccess, type OwnAccess } from "./sheets/own-access";
import { createReadSheet, type ReadSheet } from "./sheets/read-sheet";
import { createSmartsheet } from "./smartsheet/http-adapter";
import { createOAuthClient, type OAuthClient } from "./smartsheet/oauth";
import type { Smartsheet } from "./smartsheet/port";
import { createSheetCopies } from "./snapshots/copies";
import { derive, masterKeyOf } from "./vault/keys";
import { createVault, type Vault } from "./vault/vault";

export interface Services {
  env: Env;
  clock: Clock;
  vault: Vault;
  audit: AuditService;
  limits: Limits;
  sessions: SessionService;
  ownTokens: OwnTokens;
  usedCodes: UsedCodes;
  oauth: OAuthClient;
  smartsheet: Smartsheet;
  ownAccess: OwnAccess;
  readSheet: ReadSheet;
  sheetList: SheetListService;
  rules: RuleService;
  connections: ConnectionService;
  pickers: Pickers;
  links: LinkService;
}

/** How long a yes or a no of a person's own token may be remembered, in seconds (CONTRACT §4.4). */
const OWN_PROOF_SECONDS = 60;
const COPY_BYTES = 512 * 1024 * 1024;

/** The composition root: the one place that picks adapters. `smartsheet` is given by tests. */
export function createServices(
  settings: Env,
  adapters: { clock?: Clock; smartsheet?: Smartsheet; oauth?: OAuthClient; monotonicMs?: () => number } = {},
): Services {
  const clock = adapters.clock ?? systemClock;
  const monotonicMs = adapters.monotonicMs ?? (() => performance.now());
  const master = masterKeyOf(settings.masterKey);
  const vault = createVault(master, settings.oldMasterKeys.map(masterKeyOf));
  const audit = createAuditService(derive(master.bytes, "sheetpass audit v1"), clock);
  const limits = createLimits(settings.isRateLimited);
  const { apiUrl, clientId, clientSecret, tokenUrl } = settings.smartsheet;
  const smartsheet = adapters.smartsheet ?? createSmartsheet({ apiUrl });
  const oauth = adapters.oauth ?? createOAuthClient({ tokenUrl, clientId, clientSecret });
  const copies = createSheetCopies(COPY_BYTES, monotonicMs);
  const ownTokens = createOwnTokens({ vault, oauth, audit, clock });
  const ownAccess = createOwnAccess({
    ownTokens,
    smartsheet,
    copies,
    rememberSeconds: OWN_PROOF_SECONDS,
    monotonicMs,
  });
  const reader = createDelegatedReader({ vault, audit, smartsheet: portOf(smartsheet, apiUrl), copies });
  const { timeZone, baseUrl, isSharingOn } = settings;
  const readSheet = createReadSheet({ audit, clock, timeZone, ownAccess, reader });
  return {
    env: settings,
    clock,
    vault,
    audit,
    limits,
    sessions: createSessionService(settings.adminEmails, clock),
    ownTokens,
    usedCodes: createUsedCodes(monotonicMs),
    oauth,
    smartsheet,
    ownAccess,
    readSheet,
    sheetList: createSheetListService({
      audit,
      clock,
      timeZone,
      ownTokens,
      ownAccess,
      smartsheet,
      monotonicMs,
    }),
    rules: createRuleService({ audit, reader, ownAccess, clock, timeZone }),
    connections: createConnectionService({ vault, audit, reader, clock, apiUrl }),
    pickers: createPickers(reader, monotonicMs),
    links: createLinkService({ audit, clock, timeZone, baseUrl, isSharingOn, readSheet, ownTokens, limits }),
  };
}

/** A connection keeps the region it was made in; one of another region gets a client of its own. */
function portOf(usual: Smartsheet, usualUrl: string): (apiUrl: string) => Smartsheet {
  const others = new Map<string, Smartsheet>();
  return (apiUrl) => {
    if (apiUrl === usualUrl) return usual;
    const known = others.get(apiUrl) ?? createSmartsheet({ apiUrl });
    others.set(apiUrl, known);
    return known;
  };
}

// One set of services for all bundles of the process: locks and copies must not exist twice.
const SLOT = Symbol.for("sheetpass.services");
const slots = globalThis as unknown as Record<symbol, Services | undefined>;

export function services(): Services {
  slots[SLOT] ??= createServices(env());
  return slots[SLOT];
}
