import { type Body, textIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError } from "../../../http/errors";
import type { Sheet } from "../../../store/sheet";
import type { Cell, Column } from "../../../store/types";
import type { Call } from "../../call";
import { formulaCell } from "../cells/formula";
import { readHyperlink } from "../cells/hyperlink";
import { readObjectValue } from "../cells/object-value";
import { readFormat } from "../format";

const CONTENT = ["objectValue", "formula", "hyperlink", "format", "image"];

export function saysContent(body: Body): boolean {
  return CONTENT.some((name) => name in body);
}

/**
 * What a field will hold; a field keeps what the request does not speak of. Errors: 400/1191 for a value of the wrong
 * type, 1202 for a hyperlink whose value is no text, 1203 for a link to the sheet itself, 1205 for the words of an image
 * it does not have, 404/1204 for one that leads nowhere.
 */
export function readContent(call: Call, sheet: Sheet, column: Column, body: Body, before: Cell): Cell {
  const format = "format" in body ? readFormat(body.format) : before.format;
  const dressed = (cell: Cell): Cell => ({ ...cell, ...(format ? { format } : {}) });
  if (isRecord(body.image)) return dressed(retitled(before, body.image));
  const formula = textIn(body, "formula");
  if (formula) return dressed(formulaCell(formula));
  const link = readLink(call, sheet, body, before);
  if (!("objectValue" in body)) {
    const { format: _format, link: _link, ...kept } = before;
    const value = kept.value ?? link?.name;
    return dressed({
      ...kept,
      ...(value === undefined ? {} : { value }),
      ...(link ? { link: link.link } : {}),
    });
  }
  const value = body.objectValue ?? "";
  if (link && typeof value !== "string")
    throw new ApiError(400, 1202, "Summary field hyperlink value must be string.");
  const { format: _format, ...content } = readValue(call, sheet, column, value);
  return dressed({ ...content, ...(link ? { link: link.link } : {}) });
}

function readValue(call: Call, sheet: Sheet, column: Column, value: unknown): Cell {
  try {
    return readObjectValue({ call, sheet, column, strict: true }, value);
  } catch (error) {
    if (error instanceof ApiError && [1042, 1131, 1038].includes(error.errorCode))
      throw new ApiError(400, 1191, "Summary field attribute is the wrong type.");
    throw error;
  }
}

function readLink(call: Call, sheet: Sheet, body: Body, before: Cell) {
  if (!("hyperlink" in body)) return before.link ? { link: before.link, name: undefined } : null;
  if (body.hyperlink === null) return null;
  try {
    const written = readHyperlink(call, body.hyperlink);
    if (written.link.sheetId === sheet.id)
      throw new ApiError(400, 1203, "Can't link summary field to same sheet.");
    return written;
  } catch (error) {
    if (error instanceof ApiError && error.errorCode === 1114)
      throw new ApiError(404, 1204, "Invalid sheet report dashboard Id.");
    throw error;
  }
}

function retitled(before: Cell, image: Body): Cell {
  const altText = textIn(image, "altText", 100);
  if (!before.image) throw new ApiError(400, 1205, "Can't set summary field alt text.");
  return { ...before, image: { ...before.image, ...(altText === undefined ? {} : { altText }) } };
}
