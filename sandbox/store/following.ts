import type { Cell, Column } from "./types";

/** A linked cell with the value its source has. */
export function following(cell: Cell, source: Cell | undefined, column: Pick<Column, "type">): Cell {
  const { value: _value, contacts: _contacts, picks: _picks, ...kept } = cell;
  const isContact = column.type === "CONTACT_LIST" || column.type === "MULTI_CONTACT_LIST";
  return {
    ...kept,
    ...(source?.value === undefined ? {} : { value: source.value }),
    ...(isContact && source?.contacts ? { contacts: source.contacts } : {}),
    ...(column.type === "MULTI_PICKLIST" && source?.picks ? { picks: source.picks } : {}),
  };
}
