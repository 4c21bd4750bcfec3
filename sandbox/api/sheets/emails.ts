import {
  type Body,
  badAttribute,
  flagIn,
  idIn,
  missingAttribute,
  readObject,
  textIn,
  wordIn,
} from "../../http/attributes";
import { isRecord } from "../../http/body";
import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import type { Sheet } from "../../store/sheet";
import type { Id } from "../../store/types";
import { type Call, type Handler, openSheet } from "../call";
import { PAPERS, readRecipients } from "../reports/emails";

/** Read as the service would; no mail leaves the sandbox. Errors: 400/1012 and 1031 for what is missing or no value. */
export const sendSheet: Handler = async (call) => {
  openSheet(call);
  const body = await readObject(call.request);
  readMail(call, body);
  if (wordIn(body, "format", ["EXCEL", "PDF", "PDF_GANTT"]) === undefined) throw missingAttribute("format");
  if (isRecord(body.formatDetails)) wordIn(body.formatDetails, "paperSize", PAPERS);
  return success();
};

/** Errors: 400/1034 and 1036 for rows and columns the sheet does not have. */
export const sendRows: Handler = async (call) => {
  const { sheet } = openSheet(call);
  const body = await readObject(call.request);
  readMail(call, body);
  requireRows(sheet, readIds(body, "rowIds") ?? []);
  for (const id of readIds(body, "columnIds") ?? [])
    if (!sheet.column(id)) throw new ApiError(400, 1036, `The columnId ${id} is invalid.`);
  wordIn(body, "layout", ["HORIZONTAL", "VERTICAL"]);
  for (const name of ["includeAttachments", "includeDiscussions"]) flagIn(body, name);
  return success();
};

function readMail(call: Call, body: Body): void {
  readRecipients(call, body);
  for (const name of ["subject", "message"]) textIn(body, name);
  flagIn(body, "ccMe");
}

function requireRows(sheet: Sheet, ids: Id[]): void {
  if (ids.length === 0) throw missingAttribute("rowIds");
  if (!ids.every((id) => sheet.row(id))) throw new ApiError(400, 1034, "Invalid Row Id.");
}

function readIds(body: Body, name: string): Id[] | undefined {
  const list = body[name] ?? undefined;
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) throw badAttribute(list, name);
  return list.map((one: unknown) => {
    const id = idIn({ [name]: one }, name);
    if (id === undefined) throw badAttribute(one, name);
    return id;
  });
}
