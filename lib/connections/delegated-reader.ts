import "server-only";
import { findConnection } from "@/db/queries/connections";
import type { ScannedAsset } from "@/db/queries/tree";
import type { AuditAction, AuditEntry } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import { type AppError, appError } from "@/lib/errors";
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
import { readColumnsOf } from "./read-columns";

/** `app`: it was not asked (no record, no connection). Otherwise what Smartsheet answered. */
export type DelegatedError = { kind: "app"; error: AppError } | { kind: "upstream"; error: UpstreamError };

type Answer<T> = Promise<Result<T, DelegatedError>>;
type Read<Purpose extends AdminRead["purpose"]> = Extract<AdminRead, { purpose: Purpose }>;

/** Every use of an admin token. Each method takes a decision, records it, and only then asks (I07, I08). */
export interface DelegatedReader {
  readSheet(read: SheetRead, context: ReadContext, maxAgeSeconds: number): Answer<SheetAndColumns>;
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
}): DelegatedReader {
  const { vault, audit, smartsheet, copies } = parts;

  async function ask<T>(
    read: AdminRead,
    context: ReadContext,
    run: (port: Smartsheet, authority: Authority) => Promise<Result<T, UpstreamError>>,
  ): Answer<T> {
    if (read.purpose === "read" && !isDecided(read))
      throw new Error("A read was asked for that nothing decided.");
    const connection = await findConnection(read.connectionId);
    if (!connection) return fail({ kind: "app", error: appError("delegation_off") });
    const recorded = await audit.record(entryOf(read, context));
    if (!recorded.ok) return fail({ kind: "app", error: recorded.error });
    const authority: Authority = {
      lane: "admin",
      token: vault.open(connection.token, connectionPlace(connection.id)),
      assume: "assume" in read ? read.assume : null,
    };
    const answer = await run(smartsheet(connection.apiUrl), authority);
    return answer.ok ? ok(answer.value) : fail({ kind: "upstream", error: answer.error });
  }

  return {
    readSheet(read, context, maxAgeSeconds) {
      return ask<SheetAndColumns>(read, context, (port, authority) =>
        readColumnsOf(read, maxAgeSeconds, { port, authority, copies }),
      );
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
    action: read.purpose === "read" ? readAction(context) : ACTION[read.purpose],
    decision: "allowed",
    via: "delegated",
    sheetId: "sheetId" in read ? read.sheetId : undefined,
    assumedUser: ("assume" in read && read.assume) || undefined,
    rules: read.purpose === "read" ? read.decision.because : undefined,
    columnIds: read.purpose === "read" ? (read.columnIds ?? undefined) : undefined,
    target: context.viewAs ?? read.connectionId,
  };
}

function readAction({ actor, viewAs }: ReadContext): AuditAction {
  if (viewAs !== undefined) return "access:view_as";
  return actor.kind === "link" ? "link:view" : "sheet:read";
}
