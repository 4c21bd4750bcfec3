import type { Body } from "../../../http/attributes";
import { isRecord } from "../../../http/body";
import { ApiError } from "../../../http/errors";

/** Links between cells are written on their own. Errors: 400/1115 where anything else comes along. */
export function requireOneKind(items: Body[], isMoving: boolean): void {
  const cells = items.flatMap((row) => (Array.isArray(row.cells) ? row.cells.filter(isRecord) : []));
  const isLink = (cell: Body) =>
    isRecord(cell.linkInFromCell) && !isRecord(cell.hyperlink) && (cell.value ?? undefined) === undefined;
  if (!cells.some(isLink)) return;
  const changesRow = items.some((row) => ["expanded", "locked", "format"].some((name) => name in row));
  if (isMoving || changesRow || !cells.every(isLink))
    throw new ApiError(
      400,
      1115,
      "Row must contain either cell link updates or row/cell value updates; mixing of both update types in one API call is not supported.",
    );
}
