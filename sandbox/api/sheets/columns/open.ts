import { notFound } from "../../../http/errors";
import type { ChangeEvent } from "../../../store/changes";
import type { Sheet } from "../../../store/sheet";
import type { Column } from "../../../store/types";
import { type Call, commit, idParam } from "../../call";

/** The column of the path. */
export function openColumn(call: Call, sheet: Sheet): Column {
  const column = sheet.column(idParam(call, "columnId"));
  if (!column) throw notFound();
  return column;
}

/** Columns may leave the version as it is (switch `versionOnColumns`). */
export function commitColumns(
  call: Call,
  sheet: Sheet,
  columns: Column[],
  eventType: ChangeEvent["eventType"],
): void {
  const events = columns.map(({ id }): ChangeEvent => ({ objectType: "column", eventType, id }));
  commit(call, sheet, events, call.sandbox.switches.is("versionOnColumns", "same"));
}
