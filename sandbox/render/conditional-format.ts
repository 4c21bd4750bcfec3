import { matches, rowFacts } from "../store/criteria";
import type { Sheet } from "../store/sheet";
import type { Column, ConditionalFormat, Row } from "../store/types";
import type { View } from "./view";

/** What a row looks like while its conditions hold. */
export interface RowLook {
  row: string | undefined;
  cell(column: Column): string | undefined;
}

const PLAIN: RowLook = { row: undefined, cell: () => undefined };

/** Looks at the sheet's rules for one row after another; the first rule that fits wins. */
export function rowLooks(sheet: Sheet, view: View): (row: Row) => RowLook {
  const rules = sheet.conditionalFormats;
  if (!view.include.has("format") || rules.length === 0) return () => PLAIN;
  const facts = rowFacts(sheet);
  const now = view.call.sandbox.clock();
  const holds = (rule: ConditionalFormat, row: Row) => {
    const column = sheet.column(rule.when.columnId);
    if (!column) return false;
    return matches(row.cells.get(column.id), column, rule.when, now, view.call.person, facts(row));
  };
  return (row) => {
    const fitting = rules.filter((rule) => holds(rule, row));
    if (fitting.length === 0) return PLAIN;
    return {
      row: fitting.find((rule) => rule.columnIds === null)?.format,
      cell: (column) => fitting.find((rule) => rule.columnIds?.has(column.id) ?? true)?.format,
    };
  };
}
