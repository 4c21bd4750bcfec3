import "server-only";
import { type AccessService, createAccessService } from "./access/service";
import { type AuditService, createAuditService } from "./audit/service";
import { createOwnTokens, type OwnTokens } from "./auth/own-tokens";
import { createSessionService, type SessionService } from "./auth/sessions";
import { createUsedCodes, type UsedCodes } from "./auth/used-codes";
import { type Clock, systemClock } from "./clock";
import { createDelegatedReader } from "./connections/delegated-reader";
import { createPickers, type Pickers } from "./connections/pickers";
import { type ConnectionService, createConnectionService } from "./connections/service";
import { createDecider, type Decider } from "./decisions/decider";
import { type Env, env } from "./env";
import { createGroupService, type GroupService } from "./groups/service";
import { createHealthService, type HealthService } from "./health/service";
import { createLimits, type Limits } from "./limits";
import { createPauseService, type PauseService } from "./pauses/service";
import { createAssetReader } from "./rules/asset-reader";
import { createRuleBulk, type RuleBulk } from "./rules/bulk";
import { type ColumnMarks, createColumnMarks } from "./rules/column-marks";
import { createRuleFileService, type RuleFileService } from "./rules/file/service";
import { createForesee } from "./rules/foresee";
import { createRuleImport, type RuleImport } from "./rules/import";
import { radiusLines } from "./rules/radius-lines";
import { radiusSentence } from "./rules/radius-sentence";
import { createRuleBook } from "./rules/rule-book";
import { createRuleService, type RuleService } from "./rules/service";
import { createVerifier } from "./rules/verifier";
import { createLinkService, type LinkService } from "./share-links/service";
import { createSheetListService, type SheetListService } from "./sheets/list-sheets";
import { createOwnAccess, type OwnAccess } from "./sheets/own-access";
import { createReadSheet, type ReadSheet } from "./sheets/read-sheet";
import { createSmartsheet } from "./smartsheet/http-adapter";
import { createOAuthClient, type OAuthClient } from "./smartsheet/oauth";
import type { Smartsheet } from "./smartsheet/port";
import { createSheetCopies } from "./snapshots/copies";
import { createTreeService, type TreeService } from "./tree/service";
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
  ruleFiles: RuleFileService;
  ruleBulk: RuleBulk;
  ruleImport: RuleImport;
  columnMarks: ColumnMarks;
  connections: ConnectionService;
  pickers: Pickers;
  links: LinkService;
  decider: Decider;
  tree: TreeService;
  access: AccessService;
  pauses: PauseService;
  groups: GroupService;
  health: HealthService;
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
  const ruleBook = createRuleBook();
  const tree = createTreeService({ reader, clock, staleMinutes: settings.treeStaleMinutes });
  const decider = createDecider({ clock, timeZone, ruleBook, tree });
  const longestDays = settings.longestRuleDays;
  const verifier = createVerifier({ reader, ownAccess, clock, longestDays });
  const readAssets = createAssetReader(reader);
  const foresee = createForesee({ readAssets, decider, ownAccess, clock, ruleBook, tree });
  const connections = createConnectionService({ vault, audit, reader, clock, apiUrl });
  const groups = createGroupService({ audit, reader, clock });
  const rules = createRuleService({ audit, verifier, foresee, ruleBook, clock, timeZone });
  const pauses = createPauseService({ audit, clock });
  const readSheet = createReadSheet({ audit, clock, decider, tree, ownAccess, reader, monotonicMs });
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
      decider,
      ownTokens,
      ownAccess,
      smartsheet,
      monotonicMs,
    }),
    rules,
    ruleBulk: createRuleBulk({ rules, pauses, clock }),
    ruleImport: createRuleImport({ rules, verifier, audit, clock, timeZone, longestDays }),
    columnMarks: createColumnMarks({ audit, clock }),
    ruleFiles: createRuleFileService({
      audit,
      clock,
      longestDays: settings.longestRuleDays,
      verify: (input, _now, context) => verifier.forSaving(input, null, context),
      radius: async (before, after, context, rows) => {
        const radius = await foresee(before, after, { withSamples: false, context, rows });
        return { sentence: radiusSentence(radius), lines: radiusLines(radius.persons) };
      },
    }),
    connections,
    pickers: createPickers(reader, monotonicMs),
    links: createLinkService({
      audit,
      clock,
      decider,
      timeZone,
      baseUrl,
      isSharingOn,
      readSheet,
      ownTokens,
      limits,
    }),
    decider,
    tree,
    access: createAccessService({
      audit,
      clock,
      timeZone,
      decider,
      ownAccess,
      ruleBook,
      readAssets,
      readSheet,
    }),
    pauses,
    groups,
    health: createHealthService({ audit, clock, reader, connections, groups, tree, ruleBook }),
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
