import "server-only";
import { type ConnectionRow, findConnection } from "@/db/queries/connections";
import type { ScannedAsset } from "@/db/queries/tree";
import type { AuditAction, AuditEntry } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { Broker } from "@/lib/broker/broker";
import { type AppError, AppFailure, appError } from "@/lib/errors";
import type { ColumnId } from "@/lib/policy/ids";
import type { SourceColumn, SourceSheet } from "@/lib/policy/sheet";
import { fail, ok, type Result } from "@/lib/result";
import type {
  Authority,
  GroupMember,
  GroupSummary,
  PathTo,
  PlaceSummary,
  PlanUser,
  Profile,
  SheetSummary,
  Smartsheet,
  UpstreamError,
} from "@/lib/smartsheet/port";
import type { SheetCopies } from "@/lib/snapshots/copies";
import { type FoundPlace, findPlaces, walkPlace } from "@/lib/tree/walk";
import type { Vault } from "@/lib/vault/vault";
import type { AdminRead, ReadContext, SheetRead } from "./admin-read";
import { askingOf } from "./asking";
import { createColumnLists } from "./column-lists";
import { readColumnsOf, type SheetCalls } from "./read-columns";

/** `app`: it was not asked (no record, no connection). Otherwise what Smartsheet answered. */
export type DelegatedError = { kind: "app"; error: AppError } | { kind: "upstream"; error: UpstreamError };

type Answer<T> = Promise<Result<T, DelegatedError>>;
type Read<Purpose extends AdminRead["purpose"]> = Extract<AdminRead, { purpose: Purpose }>;

/** Every use of an admin token. Each method takes a decision, records it, and only then asks (I07, I08). */
export interface DelegatedReader {
  /** `freshSeconds`: how old what is shown may be; null for the connection's own setting. */
  readSheet(read: SheetRead, context: ReadContext, freshSeconds: number | null): Answer<SheetAndColumns>;
  /**
   * For whoever holds what they saw: the same, but written down only when Smartsheet must be asked, as nothing goes out.
   * Tells how old the copy was allowed to be.
   */
  lookAtSheet(
    read: Read<"read"> & { look: "page" | "person" },
    context: ReadContext,
    freshSeconds: number | null,
  ): Answer<SheetAndColumns & { freshSeconds: number }>;
  listPeople(read: Read<"pick_people">, context: ReadContext): Answer<PlanUser[]>;
  listSheets(read: Read<"pick_sheets">, context: ReadContext): Answer<SheetSummary[]>;
  listColumns(read: Read<"pick_columns">, context: ReadContext): Answer<SourceColumn[]>;
  getProfile(read: Read<"check">, context: ReadContext): Answer<Profile>;
  /** The plan's people as the token sees them; part of a check. */
  probePeople(read: Read<"check">, context: ReadContext): Answer<PlanUser[]>;
  /** Everything below a place, whole or not at all. */
  scanPlace(read: Read<"scan">, context: ReadContext): Answer<ScannedAsset[]>;
  getPath(read: Read<"path">, context: ReadContext): Answer<PathTo>;
  listGroups(
    read: Read<"groups">,
    context: ReadContext,
  ): Answer<(GroupSummary & { members: GroupMember[] })[]>;
  listPlaces(read: Read<"pick_places">, context: ReadContext): Answer<FoundPlace[]>;
  listWorkspaces(read: Read<"pick_places">, context: ReadContext): Answer<PlaceSummary[]>;
}

export interface SheetAndColumns {
  sheet: SourceSheet;
  /** Why it is older than wished, or null. */
  stale: UpstreamError | null;
  /** Every column the sheet has; null where those of the answer are all there is to know. */
  allColumnIds: ColumnId[] | null;
  /** The same with titles, where the decision names columns by title. */
  allColumns?: SourceColumn[];
}

export function connectionPlace(connectionId: string) {
  return { table: "connections", row: connectionId, column: "token" };
}

export function createDelegatedReader(parts: {
  vault: Vault;
  audit: AuditService;
  smartsheet: (apiUrl: string) => Smartsheet;
  copies: SheetCopies;
  broker: Pick<Broker, "gateOf">;
}): DelegatedReader {
  const { vault, audit, smartsheet, copies, broker } = parts;
  const lists = createColumnLists();

  /** Written down, and only then with the token in hand (I08). */
  async function admit(
    read: AdminRead,
    context: ReadContext,
    connection: ConnectionRow,
  ): Promise<Result<Admitted, AppError>> {
    const recorded = await audit.record(entryOf(read, context));
    if (!recorded.ok) return recorded;
    const authority: Authority = {
      lane: "admin",
      token: vault.open(connection.token, connectionPlace(connection.id)),
      assume: "assume" in read ? read.assume : null,
      gate: broker.gateOf(connection.id, {
        ...askingOf(read, context.actor),
        pollsPerMinute: connection.pollsPerMinute,
      }),
    };
    return ok({ port: smartsheet(connection.apiUrl), authority });
  }

  async function ask<T>(
    read: AdminRead,
    context: ReadContext,
    run: (
      port: Smartsheet,
      authority: Authority,
      connection: ConnectionRow,
    ) => Promise<Result<T, UpstreamError>>,
  ): Answer<T> {
    requireDecided(read);
    const connection = await findConnection(read.connectionId);
    if (!connection) return fail({ kind: "app", error: appError("delegation_off") });
    const admitted = await admit(read, context, connection);
    if (!admitted.ok) return fail({ kind: "app", error: admitted.error });
    const { port, authority } = admitted.value;
    const answer = await run(port, authority, connection);
    return answer.ok ? ok(answer.value) : fail({ kind: "upstream", error: answer.error });
  }

  return {
    readSheet(read, context, freshSeconds) {
      return ask<SheetAndColumns>(read, context, (port, authority, connection) => {
        const calls = callsOf(read, async () => ({ port, authority }));
        return readColumnsOf(read, wishOf(connection, freshSeconds), { calls, copies, lists });
      });
    },
    async lookAtSheet(read, context, freshSeconds) {
      requireDecided(read);
      const connection = await findConnection(read.connectionId);
      if (!connection) return fail({ kind: "app", error: appError("delegation_off") });
      let admitted: Promise<Result<Admitted, AppError>> | null = null;
      const calls = callsOf(read, async () => {
        admitted ??= admit(read, context, connection);
        const answer = await admitted;
        if (!answer.ok) throw new AppFailure(answer.error);
        return answer.value;
      });
      try {
        const wish = wishOf(connection, freshSeconds);
        const answer = await readColumnsOf(read, wish, { calls, copies, lists });
        if (!answer.ok) return fail({ kind: "upstream", error: answer.error });
        return ok({ ...answer.value, freshSeconds: wish.freshSeconds });
      } catch (cause) {
        if (cause instanceof AppFailure) return fail({ kind: "app", error: cause.error });
        throw cause;
      }
    },
    listPeople: (read, context) => ask(read, context, (port, authority) => port.listUsers(authority, {})),
    listSheets: (read, context) =>
      ask(read, context, (port, authority) => port.listSheets(authority, context.signal)),
    listColumns: (read, context) =>
      ask(read, context, (port, authority) => port.listColumns(authority, read.sheetId, context.signal)),
    getProfile: (read, context) =>
      ask(read, context, (port, authority) => port.getProfile(authority, context.signal)),
    probePeople: (read, context) => ask(read, context, (port, authority) => port.listUsers(authority, {})),
    scanPlace: (read, context) =>
      ask(read, context, (port, authority) => walkPlace(port, authority, read.place, context.signal)),
    getPath: (read, context) =>
      ask(read, context, (port, authority) =>
        port.getPath(authority, read.asset, read.sheetId, context.signal),
      ),
    listGroups: (read, context) =>
      ask(read, context, async (port, authority) => {
        const groups = await port.listGroups(authority, context.signal);
        if (!groups.ok) return groups;
        const found: (GroupSummary & { members: GroupMember[] })[] = [];
        for (const group of groups.value) {
          const members = await port.listGroupMembers(authority, group.id, context.signal);
          if (!members.ok) return members;
          found.push({ ...group, members: members.value });
        }
        return ok(found);
      }),
    listPlaces: (read, context) =>
      ask(read, context, (port, authority) => findPlaces(port, authority, context.signal)),
    listWorkspaces: (read, context) =>
      ask(read, context, (port, authority) => port.listWorkspaces(authority, context.signal)),
  };
}

interface Admitted {
  port: Smartsheet;
  authority: Authority;
}

function wishOf(connection: ConnectionRow, freshSeconds: number | null) {
  return { freshSeconds: freshSeconds ?? connection.freshSeconds, staleSeconds: connection.staleSeconds };
}

function callsOf({ sheetId }: SheetRead, admitted: () => Promise<Admitted>): SheetCalls {
  return {
    async version() {
      const { port, authority } = await admitted();
      return port.getSheetVersion(authority, sheetId);
    },
    async read(columnIds) {
      const { port, authority } = await admitted();
      return port.getSheet(authority, sheetId, columnIds === null ? {} : { columnIds });
    },
    async columns() {
      const { port, authority } = await admitted();
      return port.listColumns(authority, sheetId);
    },
  };
}

function requireDecided(read: AdminRead): void {
  if (read.purpose === "read" && !isDecided(read))
    throw new Error("A read was asked for that nothing decided.");
}

/** The assumed user comes from one of the grants of the decision, never from anywhere else (I07). */
function isDecided(read: Extract<AdminRead, { purpose: "read" }>): boolean {
  const { decision } = read;
  return (
    decision.effect === "allow" &&
    decision.via === "delegated" &&
    decision.grants.some((grant) => grant.connectionId === read.connectionId && grant.assume === read.assume)
  );
}

const ACTION: Record<AdminRead["purpose"], AuditAction> = {
  read: "sheet:read",
  preview: "rule:preview",
  pick_people: "picker:people",
  pick_sheets: "picker:sheets",
  pick_columns: "picker:columns",
  pick_places: "picker:places",
  scan: "tree:read",
  path: "tree:read",
  groups: "groups:read",
  check: "connection:check",
};

function entryOf(read: AdminRead, context: ReadContext): AuditEntry {
  return {
    requestId: context.requestId,
    actor: context.actor,
    network: context.network,
    action: read.purpose === "read" ? readAction(read, context) : ACTION[read.purpose],
    decision: "allowed",
    via: "delegated",
    sheetId: "sheetId" in read ? read.sheetId : undefined,
    assumedUser: ("assume" in read && read.assume) || undefined,
    rules: read.purpose === "read" ? read.decision.because : undefined,
    columnIds: read.purpose === "read" ? (read.columnIds ?? undefined) : undefined,
    target: context.viewAs ?? read.connectionId,
  };
}

function readAction({ look }: Read<"read">, { actor, viewAs }: ReadContext): AuditAction {
  if (look) return "sheet:refresh";
  if (viewAs !== undefined) return "access:view_as";
  return actor.kind === "link" ? "link:view" : "sheet:read";
}
