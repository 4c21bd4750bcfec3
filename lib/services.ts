import "server-only";
import { join } from "node:path";
import { findQuota, saveQuota } from "@/db/queries/quota";
import { type AccessService, createAccessService } from "./access/service";
import { type AuditService, createAuditService } from "./audit/service";
import { createOwnTokens, type OwnTokens } from "./auth/own-tokens";
import { createSessionService, type SessionService } from "./auth/sessions";
import { createUsedCodes, type UsedCodes } from "./auth/used-codes";
import { type Broker, createBroker } from "./broker/broker";
import { type Clock, systemClock } from "./clock";
import { createDelegatedReader } from "./connections/delegated-reader";
import { createPickers, type Pickers } from "./connections/pickers";
import { type ConnectionService, createConnectionService } from "./connections/service";
import { createDecider, type Decider } from "./decisions/decider";
import { type Env, env } from "./env";
import { createGroupService, type GroupService } from "./groups/service";
import { createHealthService, type HealthService } from "./health/service";
import { createLimits, type Limits } from "./limits";
import { createLiveService, type LiveService } from "./live/service";
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
import { createLookAtSheet, createReadSheet, type LookAtSheet, type ReadSheet } from "./sheets/read-sheet";
import type { SheetDecoder } from "./smartsheet/decode-sheet";
import { createSmartsheet } from "./smartsheet/http-adapter";
import { createOAuthClient, type OAuthClient } from "./smartsheet/oauth";
import type { Smartsheet } from "./smartsheet/port";
import { createSheetCopies } from "./snapshots/copies";
import { createSheetDecoder } from "./snapshots/decoder";
import { DiskStore } from "./snapshots/disk-store";
import { MemoryStore } from "./snapshots/memory-store";
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
  lookAtSheet: LookAtSheet;
  live: LiveService;
  sheetList: SheetListService;
  rules: RuleService;
  ruleFiles: RuleFileService;
  ruleBulk: RuleBulk;
  ruleImport: RuleImport;
  columnMarks: ColumnMarks;
  broker: Broker;
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
/** Made by the build, beside the program. */
const DECODE_WORKER = join(process.cwd(), "build", "decode-worker.mjs");

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
  const decode = createSheetDecoder(DECODE_WORKER);
  const smartsheet = adapters.smartsheet ?? createSmartsheet({ apiUrl, decode });
  const oauth = adapters.oauth ?? createOAuthClient({ tokenUrl, clientId, clientSecret });
  const copies = createSheetCopies({
    memory: new MemoryStore(settings.copies.memoryBytes),
    disk:
      settings.copies.folder === null || settings.copies.diskBytes === 0
        ? null
        : new DiskStore(
            settings.copies.folder,
            derive(master.bytes, "sheetpass copies v1"),
            settings.copies.diskBytes,
          ),
    clock,
    monotonicMs,
  });
  const ownTokens = createOwnTokens({ vault, oauth, audit, clock });
  const ownAccess = createOwnAccess({
    ownTokens,
    smartsheet,
    copies,
    rememberSeconds: OWN_PROOF_SECONDS,
    monotonicMs,
  });
  const broker = createBroker({ clock, monotonicMs, queries: { findQuota, saveQuota } });
  const reader = createDelegatedReader({
    vault,
    audit,
    smartsheet: portOf(smartsheet, apiUrl, decode),
    copies,
    broker,
  });
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
  const readParts = { audit, clock, decider, tree, ownAccess, reader, monotonicMs };
  const readSheet = createReadSheet(readParts);
  const lookAtSheet = createLookAtSheet(readParts, "person");
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
    lookAtSheet,
    live: createLiveService({ look: createLookAtSheet(readParts, "page"), readSheet, clock, monotonicMs }),
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
    broker,
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
function portOf(usual: Smartsheet, usualUrl: string, decode: SheetDecoder): (apiUrl: string) => Smartsheet {
  const others = new Map<string, Smartsheet>();
  return (apiUrl) => {
    if (apiUrl === usualUrl) return usual;
    const known = others.get(apiUrl) ?? createSmartsheet({ apiUrl, decode });
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
