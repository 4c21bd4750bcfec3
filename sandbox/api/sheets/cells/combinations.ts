import { type Body, missingAttribute } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError } from "../../../http/errors";
import type { Cell, Column, Row } from "../../../store/types";

const CONTENTS = ["value", "objectValue", "formula", "hyperlink", "linkInFromCell", "image", "format"];
const LONGEST_ALT_TEXT = 100;

/**
 * What may stand together in one cell of a request. Errors: 400/1163 beside a formula or an image, 1109 and 1110 beside
 * a link to another cell, 1113 for a hyperlink whose value is no text, 1130 for a value and an object value, 1161 and
 * 1165 for the words of an image, 1012 for a cell that says nothing.
 */
export function requireCombination(wire: Body, row: Row, column: Column, before: Cell): void {
  const has = (name: string) => (wire[name] ?? undefined) !== undefined;
  if (!CONTENTS.some((name) => name in wire)) throw missingAttribute("cell.value");
  if (has("formula") && ["value", "objectValue", "image", "hyperlink", "linkInFromCell"].some(has))
    throw new ApiError(
      400,
      1163,
      "If cell.formula is specified, then value, objectValue, image, hyperlink, and linkInFromCell must not be specified.",
    );
  if (has("image") && ["value", "objectValue", "hyperlink", "linkInFromCell"].some(has))
    throw new ApiError(
      400,
      1163,
      "If cell.image is non-null then value, objectValue, hyperlink, and linkInFromCell must all be null.",
    );
  if (has("hyperlink") && has("linkInFromCell"))
    throw new ApiError(400, 1109, "Only one of cell.hyperlink or cell.linkInFromCell may be non-null.");
  if (has("linkInFromCell") && (has("value") || has("objectValue")))
    throw new ApiError(400, 1110, "cell.value must be null if cell.linkInFromCell is non-null.");
  if (has("hyperlink") && has("value") && typeof wire.value !== "string")
    throw new ApiError(400, 1113, "cell.value must be a string when the cell is a hyperlink.");
  if (has("value") && has("objectValue"))
    throw new ApiError(400, 1130, "One of cell.value or objectValue may be set, but not both.");
  if (has("image")) requireImage(wire, row, column, before);
}

function requireImage(wire: Body, row: Row, column: Column, before: Cell): void {
  if (!before.image)
    throw new ApiError(
      400,
      1161,
      `Cannot set altText for a cell that does not contain an image: row ${row.id}, column ${column.id}.`,
    );
  const altText = isRecord(wire.image) ? wire.image.altText : undefined;
  if (typeof altText === "string" && altText.length > LONGEST_ALT_TEXT)
    throw new ApiError(400, 1165, "Cannot add image to cell with alt text larger than 100 characters.");
}
