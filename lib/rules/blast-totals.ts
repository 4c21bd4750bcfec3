import type { Comparison } from "./compare-sights";
import type { BlastRadius, RadiusAsset, RadiusWorld, SheetColumn } from "./radius-types";

type Counted = Pick<BlastRadius, "sheets" | "rows" | "columns" | "sensitive" | "masks">;

/** Gathers what comparisons of one change come to, each sheet, row and column once for each direction. */
export function radiusTotals({ isSensitive }: Pick<RadiusWorld, "isSensitive">) {
  const sheets = { gained: new Set<string>(), lost: new Set<string>() };
  const rows = { gained: new Set<string>(), lost: new Set<string>() };
  const columns = {
    gained: new Map<string, SheetColumn>(),
    lost: new Map<string, SheetColumn>(),
    unmasked: new Map<string, SheetColumn>(),
    newlyMasked: new Map<string, SheetColumn>(),
  };
  const sensitive = new Set<string>();

  function add(asset: RadiusAsset, { isOpen, rowIds, columns: changed }: Comparison): void {
    const key = `${asset.asset}:${asset.sheetId}`;
    if (isOpen.after && !isOpen.before) sheets.gained.add(key);
    if (isOpen.before && !isOpen.after) sheets.lost.add(key);
    for (const id of rowIds.gained) rows.gained.add(`${key}/${id}`);
    for (const id of rowIds.lost) rows.lost.add(`${key}/${id}`);
    for (const way of ["gained", "lost", "unmasked", "newlyMasked"] as const) {
      for (const column of changed[way]) {
        columns[way].set(`${key}/${column.id}`, { sheet: asset.name, title: column.title });
        if (isSensitive(asset.sheetId, column)) sensitive.add(`${key}/${column.id}`);
      }
    }
  }

  function total(): Counted {
    const marked = (of: ReadonlyMap<string, SheetColumn>) =>
      [...of].flatMap(([key, column]) => (sensitive.has(key) ? [column] : []));
    return {
      sheets: { gained: sheets.gained.size, lost: sheets.lost.size },
      rows: { gained: rows.gained.size, lost: rows.lost.size },
      columns: { gained: columns.gained.size, lost: columns.lost.size },
      sensitive: { gained: marked(columns.gained), lost: marked(columns.lost) },
      masks: { unmasked: [...columns.unmasked.values()], newlyMasked: [...columns.newlyMasked.values()] },
    };
  }

  return { add, total };
}
