import { copyColumn, type Masking } from "./copy-visible";
import type { SourceColumn, VisibleColumn } from "./sheet";
import type { ShownColumn } from "./shown-columns";
import type { VisibleRows } from "./visible-rows";

/** The listed columns as a reader gets them. `rowCount`: how many rows there are, hidden ones included. */
export function visibleColumns(
  columns: readonly SourceColumn[],
  listed: readonly ShownColumn[],
  shown: VisibleRows,
  rowCount: number,
): VisibleColumn[] {
  return listed.flatMap((one, index) => {
    const column = columns[one.place];
    if (column === undefined) return [];
    const masking = maskingOf(one, shown);
    return [copyColumn(column, index, optionsOf(column, one.place, masking, shown, rowCount), masking)];
  });
}

/** With no row to tell it by, as the permits would show it. */
function maskingOf({ place, masks }: ShownColumn, { tally }: VisibleRows): Masking {
  const shown = tally.shown[place] ?? 0;
  const masked = tally.masked[place] ?? 0;
  if (shown === 0) return masks.length > 0 ? "all" : "none";
  if (masked === 0) return "none";
  return masked === shown ? "all" : "some";
}

/** All of them only where every cell shows as it is; else the rest may come from cells that don't. */
function optionsOf(
  column: SourceColumn,
  place: number,
  masking: Masking,
  shown: VisibleRows,
  rowCount: number,
): string[] | undefined {
  if (column.options === undefined || masking === "all") return undefined;
  const showsAll = masking === "none" && shown.tally.shown[place] === rowCount;
  return showsAll ? [...column.options] : seenOptions(column.options, place, shown);
}

function seenOptions(
  options: readonly string[],
  place: number,
  { count, cellAt, isMasked }: VisibleRows,
): string[] {
  const seen = new Set<string>();
  for (let row = 0; row < count; row++) {
    if (isMasked(row, place)) continue;
    const cell = cellAt(row, place);
    if (cell === undefined) continue;
    if (cell.objectValue?.type === "MULTI_PICKLIST")
      for (const choice of cell.objectValue.values) seen.add(choice);
    else if (cell.value !== undefined) seen.add(String(cell.value));
  }
  return options.filter((option) => seen.has(option));
}
