import type { VisibleRow } from "@/lib/policy/sheet";
import type { LiveChange } from "./events";

/** What a viewer does with a change, in the plainest way. */
export function applyChange(
  rows: readonly VisibleRow[],
  { removed, rows: told, order }: Pick<LiveChange, "removed" | "rows" | "order">,
): VisibleRow[] {
  let list = rows.filter(({ id }) => !removed.includes(id));
  for (const row of told) {
    const isKnown = list.some(({ id }) => id === row.id);
    list = isKnown ? list.map((one) => (one.id === row.id ? row : one)) : [...list, row];
  }
  if (order) list = order.flatMap((id) => list.filter((row) => row.id === id));
  const wasByPlace = rows.every(({ rowNumber }, place) => rowNumber === place + 1);
  return wasByPlace ? list.map((row, place) => ({ ...row, rowNumber: place + 1 })) : list;
}
