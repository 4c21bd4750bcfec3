import { type Body, idIn, needText, readObject } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, notAuthorized, unparsable } from "../../../http/errors";
import { list } from "../../../http/paging";
import type { Reply } from "../../../http/reply";
import { success } from "../../../http/success";
import { renderColumn } from "../../../render/column";
import type { ColumnSeed } from "../../../scenarios/types";
import type { Sheet } from "../../../store/sheet";
import type { Container } from "../../../store/types";
import { type Call, commit, type Handler, permalink } from "../../call";
import { openFor } from "../../tree/open";
import { readNewColumn } from "../columns/definition";
import { requireDistinct, requireSound } from "../columns/rules";
import { readView } from "../view";
import { copySheetTo } from "./copies";

const LONGEST_NAME = 50;

/** In the caller's Sheets folder. */
export const createSheet: Handler = (call) => {
  if (!call.person.licensed) throw notAuthorized();
  return createSheetIn(call, null);
};

export const createSheetInFolder: Handler = (call) => createSheetIn(call, openFor(call, "folder", "ADMIN"));

export const createSheetInWorkspace: Handler = (call) =>
  createSheetIn(call, openFor(call, "workspace", "ADMIN"));

/**
 * A new sheet in a container (null: the caller's Sheets folder), from columns or from another sheet (`fromId`). Errors:
 * 400/1054 without either, 1055 and 1057 about the primary column, 1056 for equal titles, 404/1033 for an unknown
 * template.
 */
export async function createSheetIn(call: Call, container: Container | null): Promise<Reply> {
  const body = await readObject(call.request);
  const name = needText(body, "name", LONGEST_NAME);
  const fromId = idIn(body, "fromId");
  if (fromId !== undefined) {
    const include = new Set(list(call.query, "include") ?? []);
    const copy = copySheetTo(call, openTemplate(call, fromId), { name, container, include });
    return success({ result: sheetHead(copy) });
  }
  const columns = readColumns(body);
  const { store, clock } = call.sandbox;
  const sheet = store.makeSheet({ name, columns, owner: call.person, container, at: clock() });
  commit(call, sheet, [{ objectType: "sheet", eventType: "created", id: sheet.id }], true);
  const view = { ...readView(call, sheet), level: 2 };
  const wire = sheet.columns.map((column) => renderColumn(sheet, column, view));
  return success({ result: { ...sheetHead(sheet), columns: wire } });
}

/** What the calls that make a sheet say of it: their maker owns it. */
export function sheetHead(sheet: Sheet) {
  const { id, name } = sheet;
  return { id, name, accessLevel: "OWNER", permalink: permalink(sheet) };
}

/** Any sheet the person can open serves as a template. */
function openTemplate({ sandbox, person }: Call, id: NonNullable<ReturnType<typeof idIn>>): Sheet {
  const sheet = sandbox.store.sheet(id);
  if (!sheet || sandbox.store.accessLevel(person, sheet) === null)
    throw new ApiError(404, 1033, "The template was not found.");
  return sheet;
}

function readColumns({ columns }: Body): ColumnSeed[] {
  if (columns === undefined || columns === null || (Array.isArray(columns) && columns.length === 0))
    throw new ApiError(400, 1054, "The new sheet requires either a fromId or columns.");
  if (!Array.isArray(columns) || !columns.every(isRecord))
    throw unparsable("columns must be a list of objects");
  const seeds = columns.map((body): ColumnSeed => {
    const seed = { ...readNewColumn(body), ...(body.primary === true ? { primary: true } : {}) };
    requireSound(seed);
    return seed;
  });
  const [primary, ...others] = seeds.filter((seed) => seed.primary);
  if (!primary || others.length > 0)
    throw new ApiError(400, 1055, "One and only one column must be primary.");
  if (primary.type !== "TEXT_NUMBER" || primary.systemColumnType)
    throw new ApiError(400, 1057, "Primary columns must be of type TEXT_NUMBER.");
  requireUniqueTitles(seeds);
  return seeds;
}

/** Alone among themselves, so the words are those for one sheet. */
function requireUniqueTitles(seeds: ColumnSeed[]): void {
  try {
    requireDistinct(seeds, []);
  } catch (error) {
    throw error instanceof ApiError && error.errorCode === 1133
      ? new ApiError(400, 1056, "Column titles must be unique.")
      : error;
  }
}
