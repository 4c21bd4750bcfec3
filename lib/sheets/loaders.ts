import "server-only";
import { cache } from "react";
import { findBindings, findUser } from "@/db/queries/people";
import { saveRecent } from "@/db/queries/sheets";
import { readContext } from "@/lib/auth/loaders";
import type { Viewer } from "@/lib/auth/principal";
import { type AppError, appError } from "@/lib/errors";
import { fail, ok, type Result } from "@/lib/result";
import { findAssumedNames } from "@/lib/rules/assumed-names";
import { services } from "@/lib/services";
import type { RecentSheet, SheetAnswer, SheetListEntry, SheetListLine } from "./answer";
import { openSheet } from "./open-sheet";
import { toSheetAnswer } from "./to-answer";

export type PageError = AppError & { requestId: string };

export interface SheetListPage {
  sheets: SheetListLine[];
  ownProblem: "reconnect" | "unavailable" | null;
  /** Newest first; only sheets that are among `sheets`. */
  recents: RecentSheet[];
}

/** Every sheet the person may read now, with what they opened last. */
export async function loadSheetList(viewer: Viewer): Promise<Result<SheetListPage, PageError>> {
  const { sheetList } = services();
  const context = await readContext(viewer);
  const { requestId, network } = context;
  const tooMany = await takeOne(viewer);
  if (tooMany) return fail({ ...tooMany, requestId });
  const list = await sheetList.list(viewer, { requestId, network });
  if (!list.ok) return fail({ ...list.error, requestId });
  const { sheets, ownProblem } = list.value;
  const names = await findNames(sheets.flatMap(addressesOf));
  const open = new Set(sheets.map(({ id }) => id));
  const recents = (await sheetList.recents(viewer.userId)).filter(({ sheetId }) => open.has(sheetId));
  const lines = sheets.map((sheet) => ({
    ...sheet,
    assumedNames: addressesOf(sheet).map((address) => names.get(address) ?? address),
  }));
  return ok({ sheets: lines, ownProblem, recents });
}

export interface SheetPage {
  answer: SheetAnswer;
  assumedNames: string[];
}

/** Rows in the first answer; the browser asks for the rest. */
export const FIRST_ROWS = 40;

/** The first rows of a sheet, read once a request for title and page alike. Errors: as `readSheet`. */
export const loadSheet = cache(
  async (viewer: Viewer, sheetId: string): Promise<Result<SheetPage, PageError>> => {
    const all = services();
    const context = await readContext(viewer);
    const withNumber = (error: AppError) => fail({ ...error, requestId: context.requestId });
    const tooMany = await takeOne(viewer);
    if (tooMany) return withNumber(tooMany);
    const window = { page: 1, pageSize: FIRST_ROWS };
    const read = await openSheet(all, viewer, sheetId, "read", context, { window });
    if (!read.ok) return withNumber(read.error);
    const answer = toSheetAnswer(read.value);
    await saveRecent(viewer.userId, answer.sheet.id, all.clock.now().toISOString());
    const names = await findNames(answer.access.assumedUsers);
    const assumedNames = answer.access.assumedUsers.map((address) => names.get(address) ?? address);
    return ok({ answer, assumedNames });
  },
);

const addressesOf = ({ assumedUser }: SheetListEntry): string[] => assumedUser?.split(", ") ?? [];

/** Pages count like any other request of the person (T19). */
async function takeOne(viewer: Viewer): Promise<AppError | null> {
  const wait = await services().limits.person.take(viewer.userId);
  return wait === null ? null : appError("rate_limited", { retryAfterSeconds: wait });
}

/** Names by address, of people who signed in here or whom a rule reads as. For reading only: an address grants nothing (I03). */
async function findNames(addresses: readonly string[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map();
  const saved = await findAssumedNames();
  const bound = await findBindings(addresses);
  const names = new Map<string, string>();
  for (const address of new Set(addresses)) {
    const userId = bound.get(address);
    const name = (userId && (await findUser(userId))?.name) || saved.get(address);
    if (name) names.set(address, name);
  }
  return names;
}
