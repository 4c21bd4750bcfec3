import { addDays } from "../../scenarios/random";
import type { CellSeed } from "../../scenarios/types";
import type { Sheet } from "../../store/sheet";
import type { Cell, Column, Row } from "../../store/types";
import { type Beat, colleagues, isOpen, NOTES, pickPerson, STATUS, type Step, workSheets } from "../beat";
import { NOTES_WORDS } from "../words";
import { numberOf, writeCells, written } from "./write";

/** A kind of column people change in a believable way; everything else they leave alone. */
interface Kind {
  type: Column["type"];
  title: RegExp;
  /** The next value; null: this cell stays. */
  next(beat: Beat, sheet: Sheet, column: Column, cell: Cell): CellSeed;
}

const TRIES = 12;

export const editCell: Step = (beat) => {
  const { random } = beat;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const sheets = workSheets(beat);
    if (sheets.length === 0) return null;
    const sheet = random.pick(sheets);
    const kinds = kindsOf(sheet);
    const by = pickPerson(beat, sheet, "EDITOR");
    if (kinds.length === 0 || !by) continue;
    const { kind, column } = random.pick(kinds);
    const row = random.pick(sheet.rows);
    const cell = written(row, column);
    const value = cell && kind.next(beat, sheet, column, cell);
    if (!cell || value === null || value === cell.value) continue;
    writeCells(beat, sheet, row, by, [[column, value]]);
    return `${by.name} set ${column.title} of row ${numberOf(sheet, row)} in ${sheet.name} to ${shown(row, column)}`;
  }
  return null;
};

function kindsOf(sheet: Sheet): { kind: Kind; column: Column }[] {
  return sheet.columns.filter(isOpen).flatMap((column) => {
    const kind = KINDS.find(({ type, title }) => type === column.type && title.test(column.title));
    return kind ? [{ kind, column }] : [];
  });
}

function shown(row: Row, column: Column): string {
  const cell = row.cells.get(column.id);
  if (typeof cell?.value === "boolean") return cell.value ? "ticked" : "not ticked";
  return cell?.contacts?.[0]?.name ?? String(cell?.value);
}

/** One of the options, most often the one after. */
const nextOption: Kind["next"] = ({ random }, _, { options = [] }, { value }) => {
  const place = options.indexOf(String(value));
  if (place < 0 || options.length < 2) return null;
  return options[place + 1] && random.chance(0.7) ? (options[place + 1] ?? null) : random.pick(options);
};

const otherPerson: Kind["next"] = (beat, sheet) => beat.random.pick(colleagues(beat, sheet)).email;

const otherDay: Kind["next"] = ({ random }, _, __, { value }) =>
  /^\d{4}-\d\d-\d\d$/.test(String(value)) ? addDays(String(value), random.pick([-2, 1, 2, 5, 7, 14])) : null;

/** A share of the whole goes up, up to all of it. */
const moreComplete: Kind["next"] = ({ random }, _, __, { value }) =>
  typeof value === "number" && value < 1
    ? Math.min(1, Math.round((value + random.int(1, 3) / 10) * 100) / 100)
    : null;

/** Quarters of an hour. */
const moreHours: Kind["next"] = ({ random }, _, __, { value }) =>
  typeof value === "number" ? value + random.int(1, 6) / 4 : null;

const otherNote: Kind["next"] = ({ random }) => random.pick(NOTES_WORDS);

const KINDS: Kind[] = [
  { type: "PICKLIST", title: STATUS, next: nextOption },
  { type: "PICKLIST", title: /^(light|health|condition|treated|trend|priority|charge)$/i, next: nextOption },
  {
    type: "CONTACT_LIST",
    title: /^(owner|assigned to|responsible|lead|agent|holder|keeper|buyer|interviewer)$/i,
    next: otherPerson,
  },
  {
    type: "DATE",
    title: /^(due date|promised for|look again|next check|next call|contract until)$/i,
    next: otherDay,
  },
  { type: "TEXT_NUMBER", title: /^% complete$/i, next: moreComplete },
  { type: "TEXT_NUMBER", title: /^hours$/i, next: moreHours },
  { type: "TEXT_NUMBER", title: NOTES, next: otherNote },
];
