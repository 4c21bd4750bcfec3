import type { ColumnId } from "./ids";
import type { Layer, Reading } from "./layers";
import { compareMasks } from "./masks";
import type { ColumnType, SourceColumn } from "./sheet";
import type { Mask } from "./types";

/** A column as it shows in some rows. */
export interface ShownColumn {
  id: ColumnId;
  type: ColumnType;
  /** Place among the columns of all answers. */
  place: number;
  /** Place of the answer it is taken from. */
  reading: number;
  /** Laid on its values one after the other; empty where they show as they are. */
  masks: readonly Mask[];
}

/** Which layers hit a row, for each reading; null where that answer lacks the row. */
export type Hits = readonly (readonly boolean[] | null)[];

/**
 * The columns that show in a row with these hits, by place. A column is taken from the answer that masks it least, of
 * equals from the first, so joined answers come out the same in any order. A forbid seen by any reading takes the cell
 * from all of them. A link's masks lie on top of what its maker sees, whatever that is.
 */
export function shownIn(
  readings: readonly Reading[],
  hits: Hits,
  columns: readonly SourceColumn[],
): ShownColumn[] {
  const taken = takenBy(readings, hits, columns.length);
  const shown: ShownColumn[] = [];
  for (const [place, { id, type }] of columns.entries()) {
    const source = taken[place] === 1 ? null : leastMasked(readings, hits, place);
    if (source !== null) shown.push({ id, type, place, ...source });
  }
  return shown;
}

function takenBy(readings: readonly Reading[], hits: Hits, width: number): Uint8Array {
  const taken = new Uint8Array(width);
  for (const [place, reading] of readings.entries()) {
    for (const { kind, covers } of hitLayers(reading, hits[place])) {
      if (kind === "minus") for (let c = 0; c < width; c++) if (covers[c] === 1) taken[c] = 1;
    }
  }
  return taken;
}

function leastMasked(
  readings: readonly Reading[],
  hits: Hits,
  column: number,
): Pick<ShownColumn, "reading" | "masks"> | null {
  let best: { reading: number; mask: Mask | null; over: Mask | null } | null = null;
  for (const [reading, { layers }] of readings.entries()) {
    const limit = layers.find(({ kind }) => kind === "within");
    const hit = hitLayers(readings[reading], hits[reading]).filter(({ covers }) => covers[column] === 1);
    if (limit !== undefined && !hit.includes(limit)) continue;
    for (const layer of hit) {
      if (layer.kind !== "grant") continue;
      const mask = maskOf(layer, column);
      if (best === null || isWeaker(mask, best.mask)) {
        best = { reading, mask, over: limit === undefined ? null : maskOf(limit, column) };
      }
    }
  }
  if (best === null) return null;
  return { reading: best.reading, masks: [best.mask, best.over].filter((mask) => mask !== null) };
}

function maskOf({ masks }: Layer, column: number): Mask | null {
  return masks?.[column] ?? null;
}

/** None at all is the weakest. */
function isWeaker(a: Mask | null, b: Mask | null): boolean {
  if (a === null || b === null) return a === null && b !== null;
  return compareMasks(a, b) < 0;
}

function hitLayers(reading: Reading | undefined, hits: readonly boolean[] | null | undefined): Layer[] {
  return reading === undefined || !hits ? [] : reading.layers.filter((_, place) => hits[place] === true);
}
