import { type Random, seeded } from "../random";
import type { CellSeed, ColumnSeed, RowSeed, SheetSeed } from "../types";

const REMARKS = [
  "In order",
  "Needs paint",
  "Ask the landlord",
  "Mended last week",
  "Spare part ordered",
  "See the photo",
  "Not in use",
  "Noisy in the morning",
];

/**
 * Made-up rows for a sheet of any width: each column is filled by its type, options and number format. Contacts come
 * from the sheet's owner and the people it is shared with. About a third of the cells stay blank, as in a long form.
 */
export function wideRows(count: number, seed: number, sheet: SheetSeed): RowSeed[] {
  const random = seeded(seed);
  const people = [sheet.owner, ...sheet.shares.flatMap((share) => share.email ?? [])];
  const [primary, ...others] = sheet.columns;
  const digits = String(count).length;
  return Array.from({ length: count }, (_, index) => ({
    cells: [
      `${primary?.title} ${String(index + 1).padStart(digits, "0")}`,
      ...others.map((column) => (random.chance(0.35) ? null : cell(column, random, people))),
    ],
  }));
}

function cell(column: ColumnSeed, random: Random, people: string[]): CellSeed {
  const { type, options = [] } = column;
  if (column.systemColumnType) return null;
  switch (type) {
    case "CHECKBOX":
      return random.chance(0.5);
    case "DATE":
      return random.day("2026-08-31", -900, 60);
    case "PICKLIST":
      return options.length > 0 ? random.pick(options) : null;
    case "MULTI_PICKLIST":
      return random.some(options, 1, 3);
    case "CONTACT_LIST":
      return random.pick(people);
    case "MULTI_CONTACT_LIST":
      return random.some(people, 1, 3);
    case "TEXT_NUMBER":
      return number(column, random) ?? random.pick(REMARKS);
    default:
      return null;
  }
}

/** Null where the column's format is none for numbers. */
function number({ format }: ColumnSeed, random: Random): number | null {
  const kind = typeof format === "object" ? format.number : undefined;
  if (kind === "PERCENT") return random.int(0, 100) / 100;
  if (kind === "CURRENCY") return random.int(1, 400) * 25;
  return kind === "NUMBER" ? random.int(0, 60) : null;
}
