import "server-only";
import { type AppError, appError } from "@/lib/errors";
import { fail, type Result } from "@/lib/result";
import { clocked, type ReadAnswer, type ReadSheetParts } from "./read-parts";
import { type ReadRequest, recordRead } from "./read-request";
import { type Attempt, type Look, type LookedBy, Reading } from "./reading";

export type { ReadAnswer } from "./read-parts";
export { assumedUsersOf, delegationPaused, rowsIn } from "./read-parts";
export type { ReadRequest } from "./read-request";
export type { Look } from "./reading";

export type ReadSheet = (request: ReadRequest) => Promise<Result<ReadAnswer, AppError>>;
export type LookAtSheet = (request: ReadRequest) => Promise<Result<Look, AppError>>;

/** An answer whose rules changed while it was fetched is thrown away and fetched anew, at most so often. */
const ROUNDS = 3;

/**
 * The one way to a sheet's cells (I02): decide, fetch what the decision needs, decide again, project, write down,
 * answer. Pages, routes, actions and links all come through here.
 * Errors: `not_found` for absent and forbidden alike (I06), `upstream_*`, `sheet_changing`, `delegation_off`,
 * `audit_unavailable`.
 */
export function createReadSheet(parts: ReadSheetParts): ReadSheet {
  return (request) => attempts(parts, request, (asked) => new Reading(parts, asked, null).show());
}

/**
 * The same without cells, for open pages and for who still holds what they saw before: judged anew, the copy made sure
 * of, and the tag told. What open pages cost has a budget of its own. Written down are refusals and what is asked of Smartsheet with an admin token (I08).
 */
export function createLookAtSheet(parts: ReadSheetParts, by: LookedBy): LookAtSheet {
  return (request) => attempts(parts, request, (asked) => new Reading(parts, asked, by).look());
}

async function attempts<T>(
  parts: ReadSheetParts,
  request: ReadRequest,
  run: (request: ReadRequest) => Promise<Attempt<T>>,
): Promise<Result<T, AppError>> {
  let wantsFresh = false;
  for (let round = 0; round < ROUNDS; round++) {
    const attempt: Attempt<T> = await run(wantsFresh ? { ...request, freshSeconds: 0 } : request);
    if (attempt !== "changed" && attempt !== "versions_differ") return attempt;
    wantsFresh = attempt === "versions_differ";
  }
  await recordRead(clocked(parts), request, { decision: "failed", reason: "sheet_changing" }, null);
  return fail(appError("sheet_changing"));
}
