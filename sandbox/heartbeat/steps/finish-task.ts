import type { CellSeed } from "../../scenarios/types";
import type { Sheet } from "../../store/sheet";
import type { Column, Row } from "../../store/types";
import { isOpen, pickPerson, type Step, statusColumn, workSheets } from "../beat";
import { nameOf, numberOf, writeCells, written } from "./write";

/** How a state says that there is nothing left to do. */
const FINISHED = /^(done|complete|closed|solved|shipped|hired|won|out|signed)$/i;

/** Sets the state of an open row to finished, with the tick and the share beside it. */
export const finishTask: Step = (beat) => {
  const found = workSheets(beat).flatMap((sheet) => {
    const status = statusColumn(sheet);
    const word = status?.options?.find((option) => FINISHED.test(option));
    return status && word ? [{ sheet, status, word }] : [];
  });
  if (found.length === 0) return null;
  const { sheet, status, word } = beat.random.pick(found);
  const open = sheet.rows.filter((row) => isUnfinished(row, status));
  const by = pickPerson(beat, sheet, "EDITOR");
  if (open.length === 0 || !by) return null;
  const row = beat.random.pick(open);
  writeCells(beat, sheet, row, by, [[status, word], ...beside(sheet, row)]);
  return `${by.name} finished row ${numberOf(sheet, row)} in ${sheet.name}: ${nameOf(sheet, row)}`;
};

function isUnfinished(row: Row, status: Column): boolean {
  const cell = written(row, status);
  return cell !== null && !FINISHED.test(String(cell.value));
}

function beside(sheet: Sheet, row: Row): [Column, CellSeed][] {
  return sheet.columns.filter(isOpen).flatMap((column): [Column, CellSeed][] => {
    if (column.type === "CHECKBOX" && /^done$/i.test(column.title)) return [[column, true]];
    const isShare = /^% complete$/i.test(column.title) && written(row, column) !== null;
    return isShare ? [[column, 1]] : [];
  });
}
