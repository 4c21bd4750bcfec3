import type { Changes } from "./changes";
import { following } from "./following";
import { linkOf } from "./make-cell";
import { markModified } from "./modified";
import type { Sheet } from "./sheet";
import type { Store } from "./store";
import type { Cell, CellLink, Id } from "./types";

interface Known {
  source: CellLink;
  targets: CellLink[];
}

/**
 * Which cells take their value from which. Links are only ever added here: one that was cut, or whose cell is gone, is
 * passed over when it is looked at.
 */
export class CellLinks {
  #bySheet = new Map<Id, Map<string, Known>>();
  #entered = new Set<Id>();

  clear(): void {
    this.#bySheet.clear();
    this.#entered.clear();
  }

  add(source: CellLink, target: CellLink): void {
    const ofSheet = this.#bySheet.get(source.sheetId) ?? new Map<string, Known>();
    this.#bySheet.set(source.sheetId, ofSheet);
    const known = ofSheet.get(placeKey(source)) ?? { source, targets: [] };
    ofSheet.set(placeKey(source), known);
    if (!known.targets.some((other) => isSame(other, target))) known.targets.push(target);
    this.#entered.add(target.sheetId);
  }

  /** Whether a link ever began or ended in this sheet. */
  touch(sheet: Sheet): boolean {
    return this.#bySheet.has(sheet.id) || this.#entered.has(sheet.id);
  }

  /** What leaves a sheet, cut links included; null where nothing ever did. */
  leaving(sheet: Sheet): Known[] | null {
    const ofSheet = this.#bySheet.get(sheet.id);
    return ofSheet ? [...ofSheet.values()] : null;
  }

  /** The cells that show the value of this one now. */
  targets(store: Store, source: CellLink): CellLink[] {
    const known = this.#bySheet.get(source.sheetId)?.get(placeKey(source))?.targets ?? [];
    return known.filter((target) => {
      const linked = cellAt(store, target)?.linkIn;
      return linked !== undefined && isSame(linked, source);
    });
  }
}

function placeKey({ rowId, columnId }: CellLink): string {
  return `${rowId}/${columnId}`;
}

function isSame(one: CellLink, other: CellLink): boolean {
  return one.sheetId === other.sheetId && one.rowId === other.rowId && one.columnId === other.columnId;
}

export function cellAt(store: Store, { sheetId, rowId, columnId }: CellLink): Cell | undefined {
  return store.sheet(sheetId)?.row(rowId)?.cells.get(columnId);
}

/** Takes in the links of a scenario's sheet, without building its rows. */
export function learnLinks(sheet: Sheet): void {
  if (!Array.isArray(sheet.seed.rows)) return;
  for (const [index, { cells }] of sheet.seed.rows.entries())
    for (const [place, cell] of cells.entries()) {
      const link = linkOf(cell);
      const source = link && sheet.world.place(link.sheet, link.row, link.column);
      const columnId = sheet.bornColumns[place]?.id;
      if (source && columnId !== undefined)
        sheet.world.links.add(source, { sheetId: sheet.id, rowId: sheet.seedRowId(index + 1), columnId });
    }
}

/** From now on a change of a source cell reaches the cells linked to it, and raises the version of their sheets too. */
export function followLinks(changes: Changes, store: Store): void {
  changes.listen(({ sheet, by, at, events }) => {
    const leaving = store.links.leaving(sheet);
    if (!leaving) return;
    const touched = new Set(events.map(({ rowId, id }) => rowId ?? id));
    for (const { source } of leaving) {
      if (!touched.has(source.rowId) || !sheet.row(source.rowId)) continue;
      for (const target of store.links.targets(store, source)) {
        const linked = store.sheet(target.sheetId);
        const row = linked?.row(target.rowId);
        const column = linked?.column(target.columnId);
        if (!linked || !row || !column) continue;
        const before = row.cells.get(column.id) ?? {};
        const after = following(before, cellAt(store, source), column);
        // What stays the same goes no further, so links in a ring come to rest.
        if (after.value === before.value) continue;
        linked.setCell(row, column, after, by, at);
        markModified(linked, row, by, at);
        const event = { objectType: "cell", eventType: "updated" } as const;
        changes.commit({
          sheet: linked,
          by,
          at,
          events: [{ ...event, rowId: row.id, columnId: column.id }],
        });
      }
    }
  });
}
