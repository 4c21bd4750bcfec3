import { type Body, flagIn, idIn, missingAttribute, textIn } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError, unparsable } from "../../../http/errors";
import type { Sheet } from "../../../store/sheet";
import { atLeast } from "../../../store/store";
import type { Cell, Column, Row } from "../../../store/types";
import type { Call } from "../../call";
import { readFormat } from "../format";
import { requireCombination } from "./combinations";
import { formulaCell } from "./formula";
import { readHyperlink } from "./hyperlink";
import { readLinkIn } from "./link-in";
import { readObjectValue } from "./object-value";
import { readValue, type ValueContext } from "./value";

/** Who writes where. */
export interface CellWriter {
  call: Call;
  sheet: Sheet;
  /** Sheet admins may touch what is locked and override validation. */
  isAdmin: boolean;
}

export function cellWriter(call: Call, sheet: Sheet): CellWriter {
  const level = call.sandbox.store.accessLevel(call.person, sheet);
  return { call, sheet, isAdmin: level !== null && atLeast(level, "ADMIN") };
}

export interface CellWrite {
  column: Column;
  cell: Cell;
}

/** The cells of a row in a request. `row` is the row they are for, as it is now. */
export function readCells(writer: CellWriter, row: Row, cells: unknown): CellWrite[] {
  if (cells === undefined || cells === null) return [];
  if (!Array.isArray(cells) || !cells.every(isRecord)) throw unparsable("cells must be a list of objects");
  const seen = new Set<Column>();
  return cells.map((wire) => {
    const column = writableColumn(writer, wire);
    if (seen.has(column))
      throw new ApiError(400, 1037, `The columnId ${column.id} is included more than once in a single row.`);
    seen.add(column);
    return { column, cell: readCell(writer, row, column, wire) };
  });
}

function writableColumn({ sheet, isAdmin }: CellWriter, wire: Body): Column {
  const id = idIn(wire, "columnId");
  if (id === undefined) throw missingAttribute("cell.columnId");
  const column = sheet.column(id);
  if (!column) throw new ApiError(400, 1036, `The columnId ${id} is invalid.`);
  if (column.systemColumnType)
    throw new ApiError(
      400,
      1046,
      `Cells containing system values cannot be inserted or updated through the API, columnId : ${id}.`,
    );
  if (column.locked && !isAdmin) throw new ApiError(403, 1039, `Cannot edit a locked column ${id}.`);
  if (column.formula) throw new ApiError(400, 1302, "Cannot edit column formula cells.");
  if (sheet.dependencies && column.tags?.includes("GANTT_END_DATE"))
    throw new ApiError(
      400,
      1080,
      "End Dates on dependency-enabled sheets cannot be created/updated. Please update either the Duration or Start Date column.",
    );
  return column;
}

/**
 * One cell as it will be. What a write does not speak of stays: the format always, the hyperlink until it is set to null,
 * the link to another cell as long as only "" is written over it.
 */
function readCell(writer: CellWriter, row: Row, column: Column, wire: Body): Cell {
  const { call, sheet } = writer;
  const before = row.cells.get(column.id) ?? {};
  requireCombination(wire, row, column, before);
  const format = "format" in wire ? readFormat(wire.format) : before.format;
  const dressed = (cell: Cell): Cell => ({ ...cell, ...(cell.format || !format ? {} : { format }) });
  const isUnlinked = wire.linkInFromCell === null;
  if (isRecord(wire.linkInFromCell)) return dressed(readLinkIn(call, sheet, column, wire.linkInFromCell));
  const formula = textIn(wire, "formula");
  if (formula !== undefined) return dressed(formulaCell(formula));
  if (before.linkIn && !isUnlinked && isBlank(wire)) return dressed(withoutFormat(before));
  const { image } = before;
  if (image && isRecord(wire.image))
    return dressed({ ...withoutFormat(before), image: retitled(image, wire) });
  const link = readLink(call, wire, before);
  const content = readContent(valueContext(writer, column, wire), wire, before);
  // A hyperlink without a value says what it points to.
  const value = content.value ?? (link.isNew && wire.value !== "" ? link.name : undefined);
  return dressed({
    ...content,
    ...(value === undefined ? {} : { value }),
    ...(link.link ? { link: link.link } : {}),
  });
}

function isBlank({ value, objectValue, hyperlink }: Body): boolean {
  return [value, objectValue, hyperlink].every((member) => (member ?? "") === "");
}

function withoutFormat({ format: _format, ...cell }: Cell): Cell {
  return cell;
}

function retitled(image: NonNullable<Cell["image"]>, wire: Body): NonNullable<Cell["image"]> {
  const altText = isRecord(wire.image) ? textIn(wire.image, "altText") : undefined;
  return altText === undefined ? image : { ...image, altText };
}

function readLink(
  call: Call,
  wire: Body,
  before: Cell,
): { link: Cell["link"] | undefined; name: string; isNew: boolean } {
  if (wire.hyperlink === null) return { link: undefined, name: "", isNew: false };
  if (wire.hyperlink === undefined) return { link: before.link, name: "", isNew: false };
  return { ...readHyperlink(call, wire.hyperlink), isNew: true };
}

function readContent(context: ValueContext, wire: Body, before: Cell) {
  if ((wire.objectValue ?? undefined) !== undefined) return readObjectValue(context, wire.objectValue);
  if (wire.value === null || wire.image === null) return wire.hyperlink ? {} : readValue(context, "");
  if (wire.value !== undefined) return readValue(context, wire.value, wire.displayValue);
  if ((wire.hyperlink ?? undefined) !== undefined) return {};
  // A write of nothing but format, or of an explicit null: the content stays.
  const { format: _format, link: _link, linkIn: _linkIn, ...content } = before;
  return content;
}

/**
 * Strictness is the caller's choice, cell by cell; a column's validation holds for lenient values too, until a sheet
 * admin overrides it. Errors: 403/1212 for anybody else who tries.
 */
function valueContext({ call, sheet, isAdmin }: CellWriter, column: Column, wire: Body): ValueContext {
  const overrides = flagIn(wire, "overrideValidation") ?? call.query.get("overrideValidation") === "true";
  if (overrides && !isAdmin)
    throw new ApiError(403, 1212, "You must be a sheet admin to override validation.");
  const strict = flagIn(wire, "strict") ?? true;
  return { call, sheet, column, strict: strict || (column.validation === true && !overrides) };
}
