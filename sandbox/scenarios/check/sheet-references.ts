import type { Path } from "../problems";
import type { AttachmentSeed, CellDetail, ColumnSeed, RowSeed, SheetSeed } from "../types";
import { checkColumn, checkRow, type Known, rowCount } from "./known";
import { checkField, type Say } from "./names";

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 400;
const MOST_CELLS = 500_000;

/** One sheet's own rules, and the people, folders, rows, columns and other sheets it names. */
export function checkSheet(say: Say, sheet: SheetSeed, known: Known): void {
  known.checkOwned(say, [], sheet);
  checkSize(say, sheet);
  checkColumns(say, sheet);
  if (Array.isArray(sheet.rows))
    sheet.rows.forEach((row, place) => {
      checkCells(say, ["rows", place], row, sheet.columns, known);
    });
  checkTalk(say, sheet, known);
  checkViews(say, sheet, known);
}

function checkSize(say: Say, sheet: SheetSeed): void {
  const [rows, columns] = [rowCount(sheet), sheet.columns.length];
  const past = (path: Path, what: string) =>
    say(path, `are more than ${what}, the most a sheet holds. Take some out.`);
  if (rows > MOST_ROWS) past(["rows"], "20,000 rows");
  if (columns > MOST_COLUMNS) past(["columns"], "400 columns");
  if (rows * columns > MOST_CELLS) past(["rows"], "500,000 cells");
}

function checkColumns(say: Say, { columns, dependencies }: SheetSeed): void {
  checkField(say, ["columns"], columns, "title");
  const marked = columns.findIndex(({ primary }) => primary);
  const place = Math.max(marked, 0);
  const primary = columns[place];
  if (primary && (primary.type !== "TEXT_NUMBER" || primary.systemColumnType))
    say(
      ["columns", place, "type"],
      "is the primary column's, which is always TEXT_NUMBER. Put another column first.",
    );
  columns.forEach(({ type }, place) => {
    if (!dependencies && (type === "DURATION" || type === "PREDECESSOR"))
      say(["columns", place, "type"], `${type} needs a project. Add "dependencies": true to the sheet.`);
  });
}

function checkCells(say: Say, path: Path, { cells }: RowSeed, columns: ColumnSeed[], known: Known): void {
  if (cells.length > columns.length)
    say(
      [...path, "cells"],
      `has ${cells.length} cells for ${columns.length} columns. Take the last ones out.`,
    );
  cells.forEach((cell, place) => {
    const column = columns[place];
    if (cell === null || !column) return;
    const at = [...path, "cells", place];
    if (column.systemColumnType) say(at, "is in a column the service fills itself. Write null.");
    if (typeof cell !== "object") return;
    const detail: CellDetail = Array.isArray(cell) ? { value: cell } : cell;
    if (Array.isArray(detail.value) && !column.type.startsWith("MULTI_"))
      say(
        at,
        `is a list, and ${column.title} takes one value. Write a text, or give the column a MULTI_ type.`,
      );
    checkLinks(say, at, detail, known);
  });
}

/** Digits are an id and taken as they are: a link may lead nowhere. */
function checkLinks(say: Say, path: Path, { link, linkIn }: CellDetail, known: Known): void {
  const key = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? undefined : text);
  known.sheets.check(say, [...path, "link", "sheetId"], key(link?.sheetId));
  known.reports.check(say, [...path, "link", "reportId"], key(link?.reportId));
  known.sights.check(say, [...path, "link", "sightId"], key(link?.sightId));
  if (!linkIn) return;
  const at = (part: string) => [...path, "linkIn", part];
  known.checkPlace(say, { sheet: at("sheet"), column: at("column"), row: at("row") }, linkIn);
}

/** Comments, files and the past of cells. */
function checkTalk(say: Say, sheet: SheetSeed, known: Known): void {
  const file = (path: Path, { by, row }: AttachmentSeed) => {
    known.people.check(say, [...path, "by"], by);
    checkRow(say, [...path, "row"], sheet, row);
  };
  sheet.attachments?.forEach((one, place) => {
    file(["attachments", place], one);
  });
  sheet.discussions?.forEach(({ row, comments }, place) => {
    checkRow(say, ["discussions", place, "row"], sheet, row);
    comments.forEach(({ by, attachments = [] }, at) => {
      const path = ["discussions", place, "comments", at];
      known.people.check(say, [...path, "by"], by);
      attachments.forEach((one, nth) => {
        file([...path, "attachments", nth], one);
      });
    });
  });
  sheet.history?.forEach(({ row, column, was }, place) => {
    checkRow(say, ["history", place, "row"], sheet, row);
    checkColumn(say, ["history", place, "column"], sheet, column);
    was.forEach(({ by }, at) => {
      known.people.check(say, ["history", place, "was", at, "by"], by);
    });
  });
}

/** Summary, filters, conditional formats, references and rules. */
function checkViews(say: Say, sheet: SheetSeed, known: Known): void {
  const { summary = [], filters = [], crossSheetReferences = [], automationRules = [] } = sheet;
  checkField(say, ["summary"], summary, "title");
  checkField(say, ["filters"], filters, "name");
  filters.forEach(({ shared, owner, criteria }, place) => {
    known.people.check(say, ["filters", place, "owner"], owner);
    if (!shared && owner === undefined)
      say(["filters", place, "owner"], "is missing, and a personal filter is somebody's. Add an address.");
    criteria.forEach(({ column }, at) => {
      checkColumn(say, ["filters", place, "criteria", at, "column"], sheet, column);
    });
  });
  sheet.conditionalFormats?.forEach(({ when, columns = [] }, place) => {
    checkColumn(say, ["conditionalFormats", place, "when", "column"], sheet, when.column);
    columns.forEach((title, at) => {
      checkColumn(say, ["conditionalFormats", place, "columns", at], sheet, title);
    });
  });
  checkField(say, ["crossSheetReferences"], crossSheetReferences, "name");
  crossSheetReferences.forEach((reference, place) => {
    for (const end of ["start", "end"] as const) {
      const at = (part: string) => ["crossSheetReferences", place, part];
      const [column, row] = [reference[`${end}Column`], reference[`${end}Row`]];
      const { sheet: source } = reference;
      known.checkPlace(
        say,
        { sheet: at("sheet"), column: at(`${end}Column`), row: at(`${end}Row`) },
        { sheet: source, column, ...(row === undefined ? {} : { row }) },
      );
    }
  });
  checkField(say, ["automationRules"], automationRules, "name");
  automationRules.forEach(({ by }, place) => {
    known.people.check(say, ["automationRules", place, "by"], by);
  });
}
