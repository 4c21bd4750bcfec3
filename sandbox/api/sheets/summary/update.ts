import { type Body, flagIn, idIn, missingAttribute, needText, readObjects } from "../../../http/attributes";
import { ApiError, notAuthorized, notFound } from "../../../http/errors";
import type { Sheet } from "../../../store/sheet";
import { atLeast } from "../../../store/store";
import type { Id, SummaryField } from "../../../store/types";
import { type Call, type Handler, openSheet, openSheetFor } from "../../call";
import { writing } from "../writing";
import { readContent, saysContent } from "./content";
import { readFieldOptions, readFieldType } from "./definition";
import { asColumn } from "./render";
import { answer, LONGEST_TITLE, readIndex, requireOwnIndexes } from "./shared";
import { freeTitle, requireFreeTitles } from "./titles";

/**
 * Changes fields by their id. Editors change what a field holds; the rest, and locked fields, are for sheet admins.
 * Errors: 404/1006 for an unknown field, 400/1200 for one named twice, 403/1192 for a locked one, 400/1196 for options
 * without a type.
 */
export const updateSummaryFields: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  return writing(call, sheet, async () => {
    const { items, isList } = await readObjects(call.request);
    requireOwnIndexes(items);
    const fields = items.map((body) => mustFindField(sheet, idIn(body, "id")));
    if (new Set(fields).size < fields.length) throw new ApiError(400, 1200, "Duplicate summary field Id.");
    const others = sheet.summary.filter((field) => !fields.includes(field));
    const titles = items.map((body, place) =>
      "title" in body ? needText(body, "title", LONGEST_TITLE) : (fields[place]?.title ?? ""),
    );
    requireFreeTitles(call, others, titles);
    const changed = fields.map((field, place) =>
      changedField(call, sheet, field, items[place] ?? {}, titles[place] ?? field.title),
    );
    for (const [place, field] of fields.entries()) {
      for (const name of OPTIONAL) delete field[name];
      Object.assign(field, changed[place]);
      moveTo(sheet, field, readIndex(items[place] ?? {}));
    }
    return answer(call, sheet, fields, isList);
  });
};

const OPTIONAL = ["symbol", "options", "contactOptions"] as const satisfies (keyof SummaryField)[];

function mustFindField(sheet: Sheet, id: Id | undefined): SummaryField {
  if (id === undefined) throw missingAttribute("summaryField.id");
  const field = sheet.summary.find((candidate) => candidate.id === id);
  if (!field) throw notFound();
  return field;
}

const STRUCTURE = ["title", "type", "index", "options", "contactOptions", "symbol", "locked", "validation"];

function changedField(
  call: Call,
  sheet: Sheet,
  field: SummaryField,
  body: Body,
  title: string,
): SummaryField {
  if (!atLeast(openSheet(call).level, "ADMIN")) {
    if (field.locked) throw new ApiError(403, 1192, "Can't edit locked summary field.");
    if (STRUCTURE.some((name) => name in body)) throw notAuthorized();
  }
  const type = readFieldType(body);
  const saysOptions = ["options", "symbol"].some((name) => (body[name] ?? undefined) !== undefined);
  if (saysOptions && type === undefined)
    throw new ApiError(400, 1196, "Summary field type required for change.");
  const { symbol: _symbol, options: _options, contactOptions: _contacts, ...bare } = field;
  const isNew = type !== undefined && (type !== field.type || saysOptions || "contactOptions" in body);
  const shape = isNew ? { ...bare, type, ...readFieldOptions(body, type) } : field;
  const changed: SummaryField = {
    ...shape,
    title: freeTitle(
      sheet.summary.filter((other) => other !== field),
      title,
    ),
    locked: flagIn(body, "locked") ?? field.locked,
    modifiedAt: call.sandbox.clock(),
    modifiedBy: call.person,
  };
  const validation = flagIn(body, "validation");
  if (validation !== undefined) changed.validation = validation;
  if (saysContent(body)) changed.cell = readContent(call, sheet, asColumn(changed), body, field.cell);
  return changed;
}

function moveTo(sheet: Sheet, field: SummaryField, index: number | undefined): void {
  if (index === undefined) return;
  const others = sheet.summary.filter((other) => other !== field);
  others.splice(index, 0, field);
  sheet.summary = others;
}
