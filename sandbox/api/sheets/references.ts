import { type Body, idIn, missingAttribute, readObject, textIn } from "../../http/attributes";
import { ApiError, notFound } from "../../http/errors";
import { paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { renderReference } from "../../render/sheet";
import type { Sheet } from "../../store/sheet";
import type { CrossSheetReference, Id } from "../../store/types";
import { type Call, commit, type Handler, idParam, openSheet, openSheetFor } from "../call";
import { writing } from "./writing";

export const listReferences: Handler = (call) => {
  const { sheet } = openSheet(call);
  const page = paginate(sheet.crossSheetReferences, call);
  return json({ ...page, data: page.data.map((reference) => renderReference(call, reference)) });
};

export const getReference: Handler = (call) => {
  const { sheet } = openSheet(call);
  const id = idParam(call, "crossSheetReferenceId");
  const reference = sheet.crossSheetReferences.find((candidate) => candidate.id === id);
  if (!reference) throw notFound();
  return json(renderReference(call, reference));
};

/** A range of another sheet, for formulas: whole columns, whole rows, or the cells where both cross. */
export const addReference: Handler = (call) => {
  const sheet = openSheetFor(call, "EDITOR");
  return writing(call, sheet, async () => {
    const body = await readObject(call.request);
    const source = openSource(call, body);
    const columns = pairIn(body, "startColumnId", "endColumnId");
    const rows = pairIn(body, "startRowId", "endRowId");
    if (!columns && !rows) throw missingAttribute("startColumnId, endColumnId");
    for (const id of columns ?? [])
      if (!source.column(id)) throw new ApiError(400, 1036, `The columnId ${id} is invalid.`);
    for (const id of rows ?? []) if (!source.row(id)) throw new ApiError(400, 1034, "Invalid Row Id.");
    const name = textIn(body, "name", 100) || freeName(sheet, source);
    if (sheet.crossSheetReferences.some((other) => other.name === name))
      throw new ApiError(400, 1129, "The resource you tried to create already exists.");
    const reference: CrossSheetReference = {
      id: sheet.nextId("reference"),
      name,
      sourceSheetId: source.id,
      ...(columns ? { startColumnId: columns[0], endColumnId: columns[1] } : {}),
      ...(rows ? { startRowId: rows[0], endRowId: rows[1] } : {}),
    };
    sheet.crossSheetReferences.push(reference);
    commit(call, sheet, [{ objectType: "sheet", eventType: "updated", id: sheet.id }]);
    return success({ result: renderReference(call, reference) });
  });
};

function openSource(call: Call, body: Body): Sheet {
  const { store } = call.sandbox;
  const id = idIn(body, "sourceSheetId");
  if (id === undefined) throw missingAttribute("sourceSheetId");
  const source = store.sheet(id);
  if (!source || store.accessLevel(call.person, source) === null) throw notFound();
  return source;
}

/** Both ends or none. Errors: 400/1012 for one alone. */
function pairIn(body: Body, start: string, end: string): [Id, Id] | null {
  const [first, last] = [idIn(body, start), idIn(body, end)];
  if (first === undefined && last === undefined) return null;
  if (first === undefined) throw missingAttribute(start);
  if (last === undefined) throw missingAttribute(end);
  return [first, last];
}

function freeName(sheet: Sheet, source: Sheet): string {
  const taken = new Set(sheet.crossSheetReferences.map(({ name }) => name));
  let number = 1;
  while (taken.has(`${source.name} Range ${number}`)) number += 1;
  return `${source.name} Range ${number}`;
}
