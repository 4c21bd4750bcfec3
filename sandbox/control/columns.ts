import type { Sandbox } from "../sandbox";
import type { ChangeEvent } from "../store/changes";
import type { Sheet } from "../store/sheet";
import type { Column } from "../store/types";

/** What somebody does to a sheet behind the caller's back: its owner, in the browser. */
export function noticeChange(sandbox: Sandbox, sheet: Sheet, events: ChangeEvent[]): void {
  sandbox.changes.commit({ sheet, by: sheet.owner, at: sandbox.clock(), events });
}

export function findColumn(sheet: Sheet, titleOrId: string): Column | undefined {
  return sheet.columns.find((column) => column.title === titleOrId || String(column.id) === titleOrId);
}

export function removeColumn(sandbox: Sandbox, sheet: Sheet, column: Column): void {
  // Looked at first: rows not built yet take their cells by the place of their column.
  const { rows } = sheet;
  sheet.columns = sheet.columns.filter((other) => other !== column);
  for (const row of rows) row.cells.delete(column.id);
  noticeChange(sandbox, sheet, [{ objectType: "column", eventType: "deleted", id: column.id }]);
}

export function renameColumn(sandbox: Sandbox, sheet: Sheet, column: Column, title: string): void {
  column.title = title;
  noticeChange(sandbox, sheet, [{ objectType: "column", eventType: "updated", id: column.id }]);
}
