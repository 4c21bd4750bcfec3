import type { Sheet } from "../../store/sheet";
import type { Container, Id } from "../../store/types";
import type { Call } from "../call";
import { copyReportTo, remapReport } from "../reports/copy";
import { copySheetTo } from "../sheets/whole/copies";
import { copySightTo, remapSight } from "../sights/copy";
import { newFolder } from "./folders";
import { childrenOf } from "./place";

/** What a copy takes along, and which references go on pointing at the originals. */
export interface CopyWish {
  include: ReadonlySet<string>;
  exclude: ReadonlySet<string>;
  /** Members of `skipRemap`. */
  skip: ReadonlySet<string>;
}

/** Everything a copied tree consists of. */
interface Copied {
  root: Container;
  sheets: { from: Sheet; to: Sheet }[];
  reports: ReturnType<typeof copyReportTo>[];
  sights: ReturnType<typeof copySightTo>[];
  /** By the id of the original. */
  ids: Map<Id, Id>;
}

/** Copies all that lies in `from` into `to`, and points what it refers to within itself at the copies. */
export function copyContents(call: Call, from: Container, to: Container, wish: CopyWish): void {
  const copied: Copied = { root: to, sheets: [], reports: [], sights: [], ids: new Map([[from.id, to.id]]) };
  copyLevel(call, from, to, wish, copied);
  for (const { from: original, to: copy } of copied.sheets) learnIds(original, copy, copied.ids);
  const { ids } = copied;
  if (!wish.skip.has("reports")) for (const report of copied.reports) remapReport(report, ids);
  if (!wish.skip.has("sights")) for (const sight of copied.sights) remapSight(sight, ids);
  for (const { to: copy } of copied.sheets) remapCells(copy, ids, wish);
}

function copyLevel(call: Call, from: Container, to: Container, wish: CopyWish, copied: Copied): void {
  const { folders, sheets, reports, sights } = childrenOf(call.sandbox.store, call.person, from);
  const { include, exclude } = wish;
  for (const sheet of sheets) {
    const copy = copySheetTo(call, sheet, { name: sheet.name, container: to, include, exclude });
    copied.sheets.push({ from: sheet, to: copy });
    copied.ids.set(sheet.id, copy.id);
  }
  for (const report of reports) {
    const copy = copyReportTo(call, report, to);
    copied.reports.push(copy);
    copied.ids.set(report.id, copy.id);
  }
  for (const sight of sights) {
    const copy = copySightTo(call, sight, to, sight.name);
    copied.sights.push(copy);
    copied.ids.set(sight.id, copy.id);
  }
  for (const folder of folders) {
    // A folder copied into itself must not find its own copy among what there is to copy.
    if (folder === copied.root) continue;
    const copy = newFolder(call, folder.name, to);
    copy.sourceId = folder.id;
    copied.ids.set(folder.id, copy.id);
    copyLevel(call, folder, copy, wish, copied);
  }
}

/** Columns, rows and summary fields stand in the same order in a copy; without data it has no rows. */
function learnIds(from: Sheet, to: Sheet, ids: Map<Id, Id>): void {
  const pair = (originals: { id: Id }[], copies: { id: Id }[]) => {
    for (const [place, { id }] of copies.entries()) {
      const original = originals[place];
      if (original) ids.set(original.id, id);
    }
  };
  pair(from.columns, to.columns);
  pair(from.summary, to.summary);
  if (to.rows.length > 0) pair(from.rows, to.rows);
}

/** Hyperlinks and cell links between the sheets of the tree. Links to sheets outside of it stay as they are. */
function remapCells(sheet: Sheet, ids: ReadonlyMap<Id, Id>, { skip }: CopyWish): void {
  const moved = (id: Id | undefined) => (id === undefined ? undefined : ids.get(id));
  for (const row of sheet.rows)
    for (const column of sheet.columns) {
      const cell = row.cells.get(column.id);
      const linkId = skip.has("sheetHyperlinks") ? undefined : moved(cell?.link?.sheetId);
      if (cell && linkId !== undefined)
        sheet.putCell(row, column, { ...cell, link: { ...cell.link, sheetId: linkId } });
      const { linkIn } = cell ?? {};
      const source = skip.has("cellLinks") ? undefined : moved(linkIn?.sheetId);
      const [rowId, columnId] = [moved(linkIn?.rowId), moved(linkIn?.columnId)];
      const current = row.cells.get(column.id);
      if (current && source !== undefined && rowId !== undefined && columnId !== undefined)
        sheet.putCell(row, column, { ...current, linkIn: { sheetId: source, rowId, columnId } });
    }
}
