import { notFound } from "../../../http/errors";
import type { Sheet } from "../../../store/sheet";
import type { Id, Row } from "../../../store/types";

export function mustFindRow(sheet: Sheet, id: Id): Row {
  const row = sheet.row(id);
  if (!row) throw notFound();
  return row;
}
