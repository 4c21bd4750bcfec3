import "server-only";
import { findConnection, listConnections } from "@/db/queries/connections";
import type { AdminRead, ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedError, DelegatedReader } from "@/lib/connections/delegated-reader";
import { type AppError, appError } from "@/lib/errors";
import { validateConditions } from "@/lib/policy/conditions";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { ConditionGroup } from "@/lib/policy/types";
import { fail, ok, type Result } from "@/lib/result";
import { fromDelegated } from "@/lib/sheets/upstream-errors";
import { conditionColumns } from "./condition-columns";
import type { RuleBody, RuleInput } from "./schema";

export interface Verified {
  body: RuleBody;
  /** The sheet as the assumed user reads it; null for a forbid no one could look the sheet up for. */
  sheet: SourceSheet | null;
}

/** Reads the sheet a forbid is about, for its name and columns, with whatever right is at hand. */
export type FindSheetForForbid = (sheetId: SheetId) => Promise<SourceSheet | null>;

export interface VerifyParts {
  reader: DelegatedReader;
  findForForbid: FindSheetForForbid;
  /** A copy this old is good enough to check against, in seconds. Saving asks anew: a copy may outlive the right to it. */
  maxAgeSeconds: number;
}

const invalid = (field: string, message: string) => fail(appError("invalid_input", { field, message }));

/**
 * Everything about a rule that only Smartsheet can tell: that the assumed user can be assumed and opens the sheet, and
 * that every column it names is there. `now`: ISO 8601.
 * Errors: `invalid_input` with the field, `assumed_user_unreachable` with the cause, `upstream_*`, `delegation_off`.
 */
export async function verifyRule(
  input: RuleInput,
  now: string,
  context: ReadContext,
  { reader, findForForbid, maxAgeSeconds }: VerifyParts,
): Promise<Result<Verified, AppError>> {
  const shape = checkShape(input, now);
  if (!shape.ok) return shape;
  const sheetId = input.resource.id as SheetId;
  if (input.effect === "forbid") return named(input, await findForForbid(sheetId), null);

  const connection = await chooseConnection(input.delegation.connectionId);
  if (!connection.ok) return connection;
  const { assume } = input.delegation;
  const read: AdminRead = { purpose: "preview", connectionId: connection.value, assume, sheetId };
  const answer = await reader.readSheet(read, context, maxAgeSeconds);
  if (!answer.ok) return explainRefusal(answer.error, connection.value, assume, context, reader);
  return named(input, answer.value.sheet, connection.value);
}

function checkShape(input: RuleInput, now: string): Result<null, AppError> {
  const [problem] = validateConditions(input.rows as ConditionGroup | null);
  if (problem) return invalid(`rows.${problem.path}`.replace(/\.$/, ""), problem.message);
  const start = input.startsAt ? Date.parse(input.startsAt) : Number.NEGATIVE_INFINITY;
  if (input.endsAt !== null) {
    const end = Date.parse(input.endsAt);
    if (end <= Date.parse(now)) return invalid("endsAt", "The end is in the past. Choose a later day.");
    if (end <= start) return invalid("endsAt", "The end is before the start. Choose a later day.");
  }
  return ok(null);
}

async function chooseConnection(id: string | undefined): Promise<Result<ConnectionId, AppError>> {
  const chosen = id === undefined ? (await listConnections())[0] : await findConnection(id);
  if (chosen) return ok(chosen.id as ConnectionId);
  return invalid(
    "delegation.connectionId",
    id === undefined
      ? "There is no connection yet. Add one first."
      : "This connection is not there. Choose another.",
  );
}

function named(
  input: RuleInput,
  sheet: SourceSheet | null,
  connectionId: ConnectionId | null,
): Result<Verified, AppError> {
  const titles = new Map<string, string>(sheet?.columns.map(({ id, title }) => [id, title]));
  const columnIds = input.columns.mode === "all" ? [] : input.columns.ids;
  const conditionIds = conditionColumns(input.rows);
  if (sheet) {
    const lost = columnIds.find((id) => !titles.has(id));
    if (lost) return invalid("columns", `The sheet has no column ${lost}. Choose its columns again.`);
    const lostCondition = conditionIds.find((id) => !titles.has(id));
    if (lostCondition)
      return invalid("rows", `The sheet has no column ${lostCondition}. Choose the condition again.`);
  }
  const known = {
    knownColumns: sheet?.columns.map(({ id }) => id as string) ?? [],
    sheetName: sheet?.name ?? input.resource.id,
    columnTitles: Object.fromEntries([...columnIds, ...conditionIds].map((id) => [id, titles.get(id) ?? id])),
  };
  if (input.effect === "forbid") return ok({ body: { ...input, ...known }, sheet });
  if (connectionId === null) throw new Error("A permit was named without its connection.");
  const delegation = { assume: input.delegation.assume, connectionId };
  return ok({ body: { ...input, ...known, delegation }, sheet });
}

async function explainRefusal(
  error: DelegatedError,
  connectionId: ConnectionId,
  assume: string,
  context: ReadContext,
  reader: DelegatedReader,
): Promise<Result<never, AppError>> {
  if (error.kind === "app") return fail(error.error);
  if (error.error.code === "not_found")
    return invalid(
      "delegation.assume",
      `${assume} cannot open this sheet. Choose somebody it is shared with, or another sheet.`,
    );
  if (error.error.code !== "cannot_assume") return fail(fromDelegated(error));
  const message = await causeOf(connectionId, assume, context, reader);
  return fail(appError("assumed_user_unreachable", { field: "delegation.assume", message }));
}

async function causeOf(
  connectionId: ConnectionId,
  assume: string,
  context: ReadContext,
  reader: DelegatedReader,
): Promise<string> {
  const people = await reader.listPeople({ purpose: "pick_people", connectionId }, context);
  const generic = `${assume} cannot be read as. Choose somebody of the same plan who is no System Admin.`;
  if (!people.ok) return generic;
  const person = people.value.find(({ email }) => email.toLowerCase() === assume);
  if (!person) return `${assume} is not in the connection's plan. Choose one of its people.`;
  return whyUnassumable(person) ?? generic;
}

/** Why a person of the plan cannot be read as, or null. */
export function whyUnassumable(person: { name: string; admin?: boolean; status?: string }): string | null {
  if (person.admin) return `${person.name} is a System Admin, and nobody can read as one.`;
  if (person.status === "DEACTIVATED") return `${person.name} is deactivated in Smartsheet.`;
  if (person.status === "PENDING" || person.status === "DECLINED")
    return `${person.name} has not joined the plan.`;
  return null;
}
