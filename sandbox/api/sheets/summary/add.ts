import { type Body, flagIn, missingAttribute, needText, readObjects } from "../../../http/attributes";
import { ApiError } from "../../../http/errors";
import type { Sheet } from "../../../store/sheet";
import type { SummaryField } from "../../../store/types";
import { type Call, type Handler, openSheetFor } from "../../call";
import { writing } from "../writing";
import { readContent } from "./content";
import { readFieldOptions, readFieldType } from "./definition";
import { asColumn } from "./render";
import { answer, LONGEST_TITLE, readIndex, requireOwnIndexes } from "./shared";
import { freeTitle, requireFreeTitles } from "./titles";

const MOST_FIELDS = 200;

/** New fields at their index, or at the end. */
export const addSummaryFields: Handler = (call) => {
  const sheet = openSheetFor(call, "ADMIN");
  return writing(call, sheet, async () => {
    const { items, isList } = await readObjects(call.request);
    if (sheet.summary.length + items.length > MOST_FIELDS)
      throw new ApiError(400, 1199, "Maximum number summary fields exceeded.");
    requireOwnIndexes(items);
    const titles = items.map((body) => needText(body, "title", LONGEST_TITLE));
    requireFreeTitles(call, sheet.summary, titles);
    const fields = items.map((body, place) => newField(call, sheet, body, titles[place] ?? ""));
    for (const [place, field] of fields.entries()) {
      field.title = freeTitle(sheet.summary, field.title);
      sheet.summary.splice(readIndex(items[place] ?? {}) ?? sheet.summary.length, 0, field);
    }
    return answer(call, sheet, fields, isList);
  });
};

function newField(call: Call, sheet: Sheet, body: Body, title: string): SummaryField {
  const type = readFieldType(body);
  if (type === undefined) throw missingAttribute("summaryField.type");
  const now = call.sandbox.clock();
  const validation = flagIn(body, "validation");
  const field: SummaryField = {
    id: sheet.nextId("summary"),
    title,
    type,
    ...readFieldOptions(body, type),
    cell: {},
    locked: flagIn(body, "locked") ?? false,
    ...(validation === undefined ? {} : { validation }),
    createdAt: now,
    modifiedAt: now,
    createdBy: call.person,
    modifiedBy: call.person,
  };
  return { ...field, cell: readContent(call, sheet, asColumn(field), body, {}) };
}
