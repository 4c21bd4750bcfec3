import { birthOf, fillSystemCells } from "../../api/sheets/rows/add";
import { addDays } from "../../scenarios/random";
import type { CellSeed } from "../../scenarios/types";
import { placeRows } from "../../store/placing";
import type { Sheet } from "../../store/sheet";
import { stamp } from "../../store/stamp";
import type { Column, Person, Row } from "../../store/types";
import { type Beat, isOpen, pickPerson, type Step, workSheets } from "../beat";
import { NEW_ROWS } from "../words";

/** Adds a row at the bottom of a sheet we have words for. */
export const addRow: Step = (beat) => {
  const found = workSheets(beat).flatMap((sheet) => {
    const words = NEW_ROWS[sheet.primary?.title.toLowerCase() ?? ""];
    return words ? [{ sheet, words }] : [];
  });
  if (found.length === 0) return null;
  const { sheet, words } = beat.random.pick(found);
  const by = pickPerson(beat, sheet, "EDITOR");
  if (!by) return null;
  const title = beat.random.pick(words);
  const row = grow(beat, sheet, by, title);
  placeRows(sheet, [row], { at: "bottom" });
  fillSystemCells(sheet, row);
  const events = birthOf(sheet, row);
  beat.sandbox.changes.commit({ sheet, by, at: row.createdAt, events });
  return `${by.name} added row ${sheet.rows.length} to ${sheet.name}: ${title}`;
};

function grow(beat: Beat, sheet: Sheet, by: Person, title: string): Row {
  const at = beat.sandbox.clock();
  const row: Row = {
    id: sheet.nextRowId(),
    cells: new Map(),
    createdAt: at,
    modifiedAt: at,
    createdBy: by,
    modifiedBy: by,
  };
  for (const column of sheet.columns) {
    const cell = sheet.makeCell(firstValue(beat, sheet, column, by, title), column);
    if (cell) sheet.putCell(row, column, cell);
  }
  return row;
}

/** A new row has a name, the first of the states, somebody to see to it and a day. */
function firstValue(beat: Beat, sheet: Sheet, column: Column, by: Person, title: string): CellSeed {
  if (column === sheet.primary) return title;
  if (!isOpen(column)) return null;
  switch (column.type) {
    case "PICKLIST":
      return /^(status|state|stage)$/i.test(column.title) ? (column.options?.[0] ?? null) : null;
    case "CONTACT_LIST":
      return by.email;
    case "DATE":
      return addDays(stamp(beat.sandbox.clock()).slice(0, 10), beat.random.int(3, 30));
    default:
      return null;
  }
}
