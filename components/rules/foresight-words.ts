import type { ForesightAnswer, PersonEffect, SheetEffect } from "@/lib/rules/radius-types";
import { listed } from "./condition-words";
import { actionWords } from "./sentence";

const count = (number: number) => number.toLocaleString("en");
const rows = (number: number) => `${count(number)} ${number === 1 ? "row" : "rows"}`;

/** What a change does to one person, in a few words: "+6 rows on Payroll 2026", "−4 rows on 2 sheets". */
export function personWords({ sheets }: PersonEffect): string {
  const gained = sheets.reduce((sum, sheet) => sum + sheet.rows.gained, 0);
  const lost = sheets.reduce((sum, sheet) => sum + sheet.rows.lost, 0);
  const [first] = sheets;
  const where = sheets.length === 1 && first ? first.name : `${sheets.length} sheets`;
  const signed = [...(gained > 0 ? [`+${rows(gained)}`] : []), ...(lost > 0 ? [`−${rows(lost)}`] : [])];
  if (signed.length > 0) return `${signed.join(", ")} on ${where}`;
  const columns = new Set(sheets.flatMap((sheet) => changedColumns(sheet)));
  if (columns.size > 0) return `other columns on ${where}`;
  return sheets.some(({ cells }) => cells.gained + cells.lost > 0)
    ? `other cells on ${where}`
    : `another end or other actions on ${where}`;
}

function changedColumns({ name, columns }: SheetEffect): string[] {
  const { gained, lost, newlyMasked, unmasked } = columns;
  return [...gained, ...lost, ...newlyMasked, ...unmasked].map((title) => `${name} ${title}`);
}

/** "0 → 6", or "6" where their number stays. */
export function rowsWords({ rows: { before, after } }: SheetEffect): string {
  return before === after ? count(after) : `${count(before)} → ${count(after)}`;
}

/** Rows may come and go while their number stays. */
export function rowsMoved({ rows: { before, after, gained, lost } }: SheetEffect): string | null {
  const isPlain = after - before === gained || before - after === lost;
  return isPlain ? null : `+${count(gained)} and −${count(lost)}`;
}

/** What could not be looked at, in sentences; none where all was. */
export function gapWords({ looked, unreadable }: Pick<ForesightAnswer, "looked" | "unreadable">): string[] {
  const words: string[] = [];
  if (looked.sheets < looked.of)
    words.push(
      `Looked at ${count(looked.sheets)} of ${count(looked.of)} sheets. The others change alike and are not counted.`,
    );
  if (unreadable.length > 0)
    words.push(
      `Not counted, as ${unreadable.length === 1 ? "it" : "they"} could not be read: ${listed(unreadable)}.`,
    );
  return words;
}

export function actionsChanged({ actions: { gained, lost } }: SheetEffect): string[] {
  const beyond = (list: typeof gained) => list.filter((action) => action !== "read");
  const [more, less] = [beyond(gained), beyond(lost)];
  return [
    ...(more.length > 0 ? [`may also ${actionWords(more)}`] : []),
    ...(less.length > 0 ? [`may no longer ${actionWords(less)}`] : []),
  ];
}
