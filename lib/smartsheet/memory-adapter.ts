import type { ColumnId, SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { fail, ok, type Result } from "@/lib/result";
import { isAssumableAddress } from "./assumed-address";
import { upstreamError } from "./errors";
import { accessTo, type MemoryAct, memoryGroups, memoryTree } from "./memory-tree";
import type { Authority, PlanUser, Profile, Smartsheet, UpstreamError } from "./port";

export interface MemoryToken {
  text: string;
  /** Only tokens a System Admin made by hand may assume. */
  kind: "raw" | "oauth";
  isExpired?: boolean;
}

export interface MemoryPerson {
  profile: Profile;
  tokens: MemoryToken[];
  /** `ACTIVE` when absent. */
  status?: PlanUser["status"];
}

export interface MemorySheet {
  sheet: SourceSheet;
  /** Access level by address: `OWNER`, `VIEWER`… */
  shares: Record<string, string>;
  /** Id of the folder or workspace it lies in. */
  placeId?: string;
}

/** A folder or workspace. Whoever is shared to a workspace sees all that lies in it. */
export interface MemoryPlace {
  type: "folder" | "workspace";
  id: string;
  name: string;
  /** Id of the place it lies in; absent for a workspace. */
  parentId?: string;
  /** Of a workspace, by address. */
  shares?: Record<string, string>;
}

export interface MemoryGroup {
  id: string;
  name: string;
  /** Addresses. */
  members: string[];
}

/** Read anew at every call, so a test may change it between calls: unshare a sheet, end a token, raise a version. */
export interface MemoryWorld {
  people: MemoryPerson[];
  sheets: MemorySheet[];
  places?: MemoryPlace[];
  groups?: MemoryGroup[];
}

export interface MemoryCall {
  name: keyof Smartsheet;
  lane: Authority["lane"];
  assume: string | null;
  sheetId?: SheetId;
}

export interface MemorySmartsheet extends Smartsheet {
  /** Every call made so far, refused ones included. */
  readonly calls: MemoryCall[];
  /** The next call answers this instead; several wait in line. */
  failNext(...errors: UpstreamError[]): void;
}

function isActive(person: MemoryPerson): boolean {
  return (person.status ?? "ACTIVE") === "ACTIVE";
}

function isSamePlan(one: MemoryPerson, other: MemoryPerson): boolean {
  return one.profile.account?.id === other.profile.account?.id;
}

/** Whom the authority acts as, by the same rules as Smartsheet's. */
function findActor(world: MemoryWorld, authority: Authority): Result<MemoryPerson, UpstreamError> {
  const text = authority.token.reveal();
  const holder = world.people.find((person) => person.tokens.some((token) => token.text === text));
  const token = holder?.tokens.find((candidate) => candidate.text === text);
  const assume = authority.lane === "admin" ? authority.assume : null;
  if (assume !== null && !isAssumableAddress(assume)) return fail(upstreamError("cannot_assume"));
  if (holder === undefined || token === undefined || !isActive(holder)) {
    return fail(upstreamError("token_invalid", { status: 401, errorCode: 1002 }));
  }
  if (token.isExpired) return fail(upstreamError("token_expired", { status: 401, errorCode: 1003 }));
  if (assume === null) return ok(holder);
  const target = world.people.find((person) => person.profile.email.toLowerCase() === assume.toLowerCase());
  const mayAssume = holder.profile.admin && token.kind === "raw";
  if (!mayAssume || target === undefined || target.profile.admin || !isSamePlan(holder, target)) {
    return fail(upstreamError("cannot_assume", { status: 401, errorCode: 1030 }));
  }
  if (!isActive(target)) return fail(upstreamError("cannot_assume", { status: 403, errorCode: 1188 }));
  return ok(target);
}

function copyOf(sheet: SourceSheet, only: ColumnId[] | undefined): SourceSheet {
  const copy = structuredClone(sheet);
  if (only === undefined) return copy;
  const kept = new Set<string>(only);
  copy.columns = copy.columns.filter((column) => kept.has(column.id));
  copy.rows = copy.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).filter(([id]) => kept.has(id))),
  }));
  return copy;
}

function toPlanUser(person: MemoryPerson, isAskedByAdmin: boolean): PlanUser {
  const { id, email, name, admin } = person.profile;
  return isAskedByAdmin ? { id, email, name, admin, status: person.status ?? "ACTIVE" } : { id, email, name };
}

/** Smartsheet in memory, for unit tests of what stands above the port. Held to the HTTP adapter by `contract.test.ts`. */
export function createMemorySmartsheet(world: MemoryWorld, now: () => number = Date.now): MemorySmartsheet {
  const calls: MemoryCall[] = [];
  const faults: UpstreamError[] = [];

  const act: MemoryAct = async (name, authority, facts, run) => {
    if (facts.signal?.aborted) return fail(upstreamError("aborted"));
    const assume = authority.lane === "admin" ? authority.assume : null;
    const call: MemoryCall = { name, lane: authority.lane, assume };
    if (facts.sheetId !== undefined) call.sheetId = facts.sheetId;
    calls.push(call);
    const fault = faults.shift();
    if (fault !== undefined) return fail(fault);
    const actor = findActor(world, authority);
    return actor.ok ? run(actor.value) : actor;
  };

  function open(actor: MemoryPerson, sheetId: SheetId): Result<SourceSheet, UpstreamError> {
    const found = world.sheets.find(({ sheet }) => sheet.id === sheetId);
    if (found !== undefined && accessTo(world, found, actor) !== null) return ok(found.sheet);
    return fail(upstreamError("not_found", { status: 404, errorCode: 1006 }));
  }

  return {
    calls,
    failNext: (...errors) => {
      faults.push(...errors);
    },
    getProfile: (authority, signal) =>
      act("getProfile", authority, { signal }, ({ profile }) => ok(structuredClone(profile))),
    listSheets: (authority, signal) =>
      act("listSheets", authority, { signal }, ({ profile }) => {
        const list = world.sheets.flatMap((one) => {
          const accessLevel = accessTo(world, one, { profile });
          if (accessLevel === null) return [];
          const { id, name, modifiedAt } = one.sheet;
          return { id, name, accessLevel, modifiedAt: modifiedAt ?? null };
        });
        return ok(list.sort((a, b) => a.name.localeCompare(b.name)));
      }),
    getSheet: (authority, sheetId, options) =>
      act("getSheet", authority, { signal: options?.signal, sheetId }, (actor) => {
        const sheet = open(actor, sheetId);
        if (!sheet.ok) return sheet;
        return ok({ ...copyOf(sheet.value, options?.columnIds), fetchedAt: new Date(now()).toISOString() });
      }),
    getSheetVersion: (authority, sheetId, signal) =>
      act("getSheetVersion", authority, { signal, sheetId }, (actor) => {
        const sheet = open(actor, sheetId);
        return sheet.ok ? ok(sheet.value.version) : sheet;
      }),
    listColumns: (authority, sheetId, signal) =>
      act("listColumns", authority, { signal, sheetId }, (actor) => {
        const sheet = open(actor, sheetId);
        return sheet.ok ? ok(structuredClone(sheet.value.columns)) : sheet;
      }),
    listUsers: (authority, options) =>
      act("listUsers", authority, { signal: options?.signal }, (actor) => {
        const wanted = options?.email?.toLowerCase();
        const plan = world.people.filter((person) => isSamePlan(actor, person));
        const found = plan.filter(
          ({ profile }) => wanted === undefined || profile.email.toLowerCase() === wanted,
        );
        return ok(found.map((person) => toPlanUser(person, actor.profile.admin)));
      }),
    ...memoryTree(world, act),
    ...memoryGroups(world, act),
  };
}
