import type { RowSeed, SheetSeed } from "../types";
import { flightRows } from "./flights";
import { wideRows } from "./wide";

/** Rows too many to write down. `seed` makes the made-up part; the same seed gives the same rows. */
export type Generator = (count: number, seed: number, sheet: SheetSeed) => RowSeed[];

const GENERATORS: Record<string, Generator> = { flights: flightRows, wide: wideRows };

export const GENERATOR_NAMES = Object.keys(GENERATORS);

/** The rows of a sheet, written or generated. */
export function expandRows(sheet: SheetSeed): RowSeed[] {
  const { rows } = sheet;
  if (Array.isArray(rows)) return rows;
  const generator = Object.hasOwn(GENERATORS, rows.from) ? GENERATORS[rows.from] : undefined;
  if (!generator) throw new Error(`${sheet.key}: there is no generator called ${rows.from}`);
  return generator(rows.count, rows.seed ?? rows.count, sheet);
}
