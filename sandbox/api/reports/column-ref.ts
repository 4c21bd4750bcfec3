import { type Body, badAttribute, flagIn, missingAttribute, textIn, wordIn } from "../../http/attributes";
import type { Store } from "../../store/store";
import type { Report, ReportColumnRef } from "../../store/types";
import { lookOf } from "./columns";

const TYPES = [
  "CHECKBOX",
  "DATE",
  "DATETIME",
  "DURATION",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
  "PICKLIST",
  "MULTI_PICKLIST",
  "PREDECESSOR",
  "TEXT_NUMBER",
] as const;
const SYSTEM_TYPES = ["AUTO_NUMBER", "CREATED_BY", "CREATED_DATE", "MODIFIED_BY", "MODIFIED_DATE"] as const;

/**
 * Which source columns a request means: title and type, or the primary column, or the sheets' names. A report that shows
 * the column already lends its other titles.
 */
export function readColumnRef(body: Body, shown: ReportColumnRef[] = []): ReportColumnRef {
  const primary = flagIn(body, "primary") ?? false;
  const sheetName = flagIn(body, "sheetNameColumn") ?? false;
  const systemColumnType = wordIn(body, "systemColumnType", SYSTEM_TYPES);
  const title = textIn(body, "title")?.trim() || (primary ? "Primary" : sheetName ? "Sheet Name" : "");
  if (title === "") throw missingAttribute("column.title");
  const type = wordIn(body, "type", TYPES) ?? null;
  if (type === null && !primary && !sheetName) throw missingAttribute("column.type");
  if (primary && sheetName) throw badAttribute(true, "sheetNameColumn");
  const known = shown.find((column) => column.title === title);
  return {
    title,
    titles: known?.titles ?? [title],
    type: primary || sheetName ? null : type,
    primary,
    sheetName,
    ...(systemColumnType ? { systemColumnType } : {}),
  };
}

export function renderColumnRef(store: Store, report: Report, column: ReportColumnRef) {
  return {
    title: column.title,
    type: lookOf(store, report, column).type,
    ...(column.systemColumnType ? { systemColumnType: column.systemColumnType } : {}),
    ...(column.primary ? { primary: true } : {}),
    ...(column.sheetName ? { sheetNameColumn: true } : {}),
  };
}
