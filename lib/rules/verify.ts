import "server-only";
import { findConnection, listConnections } from "@/db/queries/connections";
import { listLocalGroups } from "@/db/queries/groups";
import { findLink } from "@/db/queries/links";
import type { AdminRead, ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { fail, ok, type Result } from "@/lib/result";
import { checkRule } from "./check";
import { conditionColumns } from "./condition-columns";
import { explainRefusal } from "./explain-refusal";
import type { RuleBody, RuleInput } from "./schema";
import { verifyPlace } from "./verify-place";

export interface Verified {
  body: RuleBody;
  /** The sheet as the assumed user reads it; null for a forbid no one could look the sheet up for, and for many sheets. */
  sheet: SourceSheet | null;
}

/** Reads the sheet a forbid is about, for its name and columns, with whatever right is at hand. */
export type FindSheetForForbid = (sheetId: SheetId) => Promise<SourceSheet | null>;

export interface VerifyParts {
  reader: DelegatedReader;
  findForForbid: FindSheetForForbid;
  /** How long a permit may last, in days. */
  longestDays: number;
  /** A copy this old is good enough to check against, in seconds. Saving asks anew: a copy may outlive the right to it. */
  maxAgeSeconds: number;
}

export const invalid = (field: string, message: string) =>
  fail(appError("invalid_input", { field, message }));

/**
 * Everything about a rule that only Smartsheet can tell: that the assumed user can be assumed and opens the sheet, and
 * that every column it names is there. `now`: ISO 8601.
 * Errors: `invalid_input` with the field, `assumed_user_unreachable` with the cause, `upstream_*`, `delegation_off`.
 */
export async function verifyRule(
  input: RuleInput,
  now: string,
  context: ReadContext,
  parts: VerifyParts,
): Promise<Result<Verified, AppError>> {
  const [problem] = checkRule(input, { now, longestDays: parts.longestDays });
  if (problem) return invalid(problem.field, problem.message);
  const principal = await checkPrincipal(input);
  if (!principal.ok) return principal;

  const by = input.effect === "permit" ? input.delegation : input.lookup;
  const connection = by ? await chooseConnection(by.connectionId, fieldOf(input)) : ok(null);
  if (!connection.ok) return connection;
  const settled = by && connection.value ? { assume: by.assume, connectionId: connection.value } : null;
  if (input.resource.type !== "sheet") {
    const place = await verifyPlace(input.resource, settled, fieldOf(input), context, parts.reader, now);
    return place.ok ? ok({ body: toBody(input, settled, null, place.value.name), sheet: null }) : place;
  }
  const sheet = await readSheet(input, settled, context, parts);
  return sheet.ok ? named(input, sheet.value, settled) : sheet;
}

type Settled = { assume: string; connectionId: ConnectionId };

function fieldOf({ effect }: RuleInput): "delegation" | "lookup" {
  return effect === "permit" ? "delegation" : "lookup";
}

/** People may sign in later, so an address is taken as it is; groups of ours and links are there or not. */
async function checkPrincipal({ principal }: RuleInput): Promise<Result<null, AppError>> {
  if (principal.type === "localGroup" && !(await listLocalGroups()).some(({ id }) => id === principal.id))
    return invalid(
      "principal",
      "This group is not there any more. Choose another, or make it on the Groups page.",
    );
  if (principal.type === "link" && principal.id !== null && !(await findLink(principal.id)))
    return invalid("principal", "This share link is not there. Choose another, or every link.");
  return ok(null);
}

async function readSheet(
  { effect, resource }: RuleInput,
  settled: Settled | null,
  context: ReadContext,
  { reader, findForForbid, maxAgeSeconds }: VerifyParts,
): Promise<Result<SourceSheet | null, AppError>> {
  const sheetId = resource.id as SheetId;
  if (effect === "forbid") return ok(await findForForbid(sheetId));
  if (!settled) throw new Error("A permit was checked without its connection.");
  const read: AdminRead = { purpose: "preview", ...settled, sheetId };
  const answer = await reader.readSheet(read, context, maxAgeSeconds);
  if (answer.ok) return ok(answer.value.sheet);
  return explainRefusal(answer.error, settled, { thing: "sheet", field: "delegation" }, context, reader);
}

async function chooseConnection(
  id: string | undefined,
  field: "delegation" | "lookup",
): Promise<Result<ConnectionId, AppError>> {
  const chosen = id === undefined ? (await listConnections())[0] : await findConnection(id);
  if (chosen) return ok(chosen.id as ConnectionId);
  return invalid(
    `${field}.connectionId`,
    id === undefined
      ? "There is no connection yet. Add one first."
      : "This connection is not there. Choose another.",
  );
}

function named(
  input: RuleInput,
  sheet: SourceSheet | null,
  settled: Settled | null,
): Result<Verified, AppError> {
  if (sheet) {
    const ids = new Set<string>(sheet.columns.map(({ id }) => id));
    const lost = [...columnIdsOf(input), ...maskIdsOf(input)].find((id) => !ids.has(id));
    if (lost) return invalid("columns", `The sheet has no column ${lost}. Choose its columns again.`);
    const lostCondition = conditionColumns(input.rows).find((id) => !ids.has(id));
    if (lostCondition)
      return invalid("rows", `The sheet has no column ${lostCondition}. Choose the condition again.`);
  }
  return ok({ body: toBody(input, settled, sheet, sheet?.name ?? input.resource.id), sheet });
}

function toBody(
  input: RuleInput,
  settled: Settled | null,
  sheet: SourceSheet | null,
  sheetName: string,
): RuleBody {
  const titles = new Map<string, string>(sheet?.columns.map(({ id, title }) => [id, title]));
  const ids = [...columnIdsOf(input), ...maskIdsOf(input), ...conditionColumns(input.rows)];
  const known = {
    knownColumns: sheet?.columns.map(({ id }) => id as string) ?? [],
    sheetName,
    columnTitles: Object.fromEntries(ids.map((id) => [id, titles.get(id) ?? id])),
  };
  if (input.effect === "forbid") {
    const { lookup: _given, ...rest } = input;
    return settled ? { ...rest, ...known, lookup: settled } : { ...rest, ...known };
  }
  if (!settled) throw new Error("A permit was named without its connection.");
  return { ...input, ...known, delegation: settled };
}

function columnIdsOf({ columns }: RuleInput): string[] {
  return columns.mode === "all" ? [] : (columns.ids ?? []);
}

function maskIdsOf(input: RuleInput): string[] {
  return input.effect === "permit" ? (input.masks ?? []).flatMap(({ columnId }) => columnId ?? []) : [];
}
