import { type Body, badAttribute } from "../../../http/attributes";
import { ApiError } from "../../../http/errors";
import type { Reply } from "../../../http/reply";
import { success } from "../../../http/success";
import type { Sheet } from "../../../store/sheet";
import type { SummaryField } from "../../../store/types";
import { type Call, commit } from "../../call";
import { readView } from "../view";
import { fieldRenderer } from "./render";

export const LONGEST_TITLE = 50;

/** Errors: 400/1195 where two fields of a request want the same place. */
export function requireOwnIndexes(items: Body[]): void {
  const indexes = items.flatMap((body) => readIndex(body) ?? []);
  if (new Set(indexes).size < indexes.length) throw new ApiError(400, 1195, "Duplicate summary field index.");
}

export function readIndex({ index }: Body): number | undefined {
  if (index === undefined || index === null) return undefined;
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0) throw badAttribute(index, "index");
  return index;
}

export function commitSummary(call: Call, sheet: Sheet): void {
  commit(call, sheet, [{ objectType: "sheet", eventType: "updated", id: sheet.id }]);
}

/** The fields as they are now; a list for a list. */
export function answer(call: Call, sheet: Sheet, fields: SummaryField[], isList: boolean): Reply {
  commitSummary(call, sheet);
  const wire = fields.map(fieldRenderer(sheet, readView(call, sheet)));
  return success({ result: isList ? wire : wire[0], version: sheet.version });
}
