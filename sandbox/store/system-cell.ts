import { formatAutoNumber } from "../render/auto-number";
import type { Sheet } from "./sheet";
import { stamp } from "./stamp";
import type { Cell, Column, Person, Row } from "./types";

/** What Smartsheet itself writes into a row; null for an ordinary column. An auto number counts on with each call. */
export function systemCell(sheet: Sheet, column: Column, row: Row): Cell | null {
  const by = (person: Person): Cell => ({
    value: person.email,
    contacts: [sheet.world.contact(person.email)],
  });
  switch (column.systemColumnType) {
    case "AUTO_NUMBER":
      return {
        value: formatAutoNumber(column.autoNumberFormat ?? {}, sheet.countUp(column), row.createdAt),
      };
    case "CREATED_DATE":
      return { value: stamp(row.createdAt) };
    case "MODIFIED_DATE":
      return { value: stamp(row.modifiedAt) };
    case "CREATED_BY":
      return by(row.createdBy);
    case "MODIFIED_BY":
      return by(row.modifiedBy);
    default:
      return null;
  }
}
