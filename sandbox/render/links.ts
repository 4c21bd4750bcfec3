import { permalink } from "../api/call";
import { cellAt } from "../store/cell-links";
import type { Sheet } from "../store/sheet";
import type { Cell, CellLink, Column, Row } from "../store/types";
import type { View } from "./view";

type LinkView = Pick<View, "call" | "exclude">;

/** The address of a linked sheet, report or dashboard is told to those who may open it. */
export function renderHyperlink({ call }: Pick<View, "call">, link: NonNullable<Cell["link"]>) {
  const { store } = call.sandbox;
  const { url, sheetId, reportId, sightId } = link;
  const target =
    (sheetId === undefined ? undefined : store.sheet(sheetId)) ??
    (reportId === undefined ? undefined : store.report(reportId)) ??
    (sightId === undefined ? undefined : store.sight(sightId));
  const isOpen = target !== undefined && store.accessLevel(call.person, target) !== null;
  return { ...(isOpen ? { url: permalink(target) } : url === undefined ? {} : { url }), ...idsOf(link) };
}

function idsOf({ sheetId, reportId, sightId }: NonNullable<Cell["link"]>) {
  return {
    ...(sheetId === undefined ? {} : { sheetId }),
    ...(reportId === undefined ? {} : { reportId }),
    ...(sightId === undefined ? {} : { sightId }),
  };
}

export function renderLinkIn(view: LinkView, cell: Cell, link: CellLink) {
  const status = linkStatus(view, link, cell);
  return wire(view, link, status, view.exclude.has("linkInFromCellDetails"));
}

/** The cells elsewhere that show this one's value; an empty list where there are none. */
export function renderLinksOut(view: LinkView, sheet: Sheet, row: Row, column: Column) {
  const { store } = view.call.sandbox;
  const place = { sheetId: sheet.id, rowId: row.id, columnId: column.id };
  return store.links
    .targets(store, place)
    .map((target) =>
      wire(view, target, linkStatus(view, target), view.exclude.has("linksOutToCellsDetails")),
    );
}

/** `isShort`: without row, column and status. */
function wire(view: LinkView, { sheetId, rowId, columnId }: CellLink, status: string, isShort: boolean) {
  const sheet = view.call.sandbox.store.sheet(sheetId);
  return {
    ...(isShort ? {} : { status }),
    sheetId,
    ...(isShort ? {} : { rowId, columnId }),
    // The name of a sheet is for those it is shared with.
    ...(sheet && status !== "INACCESSIBLE" ? { sheetName: sheet.name } : {}),
  };
}

function linkStatus({ call }: LinkView, link: CellLink, cell?: Cell): string {
  const { store } = call.sandbox;
  const sheet = store.sheet(link.sheetId);
  if (!sheet?.row(link.rowId) || !sheet.column(link.columnId)) return "BROKEN";
  if (store.accessLevel(call.person, sheet) === null) return "INACCESSIBLE";
  const seen = new Set<Cell | undefined>([cell]);
  for (let at = cell && cellAt(store, link); at; at = at.linkIn && cellAt(store, at.linkIn)) {
    if (seen.has(at)) return "CIRCULAR";
    seen.add(at);
  }
  return "OK";
}
