import { type Body, flagIn } from "../../../http/attributes";
import { notAuthorized } from "../../../http/errors";
import type { Row } from "../../../store/types";
import type { CellWriter } from "../cells/read-cell";
import { readFormat } from "../format";

/** What a row is besides its cells; undefined: as it was. */
export interface RowAttributes {
  expanded: boolean | undefined;
  locked: boolean | undefined;
  /** Null: the default look. */
  format: string | null | undefined;
}

/** Errors: 403/1004 for a lock turned by anybody but a sheet admin, 400/1031 for a value that is none. */
export function readRowAttributes({ isAdmin }: CellWriter, body: Body, row?: Row): RowAttributes {
  const locked = flagIn(body, "locked");
  if (locked !== undefined && locked !== (row?.locked ?? false) && !isAdmin) throw notAuthorized();
  const format = "format" in body ? (readFormat(body.format) ?? null) : undefined;
  return { expanded: flagIn(body, "expanded"), locked, format };
}

/** True where something changed. */
export function applyRowAttributes(row: Row, { expanded, locked, format }: RowAttributes): boolean {
  const before = JSON.stringify([row.expanded, row.locked, row.format]);
  if (expanded !== undefined) row.expanded = expanded;
  if (locked !== undefined) row.locked = locked;
  if (format === null) delete row.format;
  else if (format !== undefined) row.format = format;
  return JSON.stringify([row.expanded, row.locked, row.format]) !== before;
}
