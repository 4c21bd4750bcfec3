import type { Sheet } from "../../store/sheet";
import type { Cell, Row } from "../../store/types";
import type { SearchQuery } from "./query";
import type { Hit } from "./render";

/** Everything in one sheet that fits: rows, comments, attachments, summary fields, as far as the scopes go. */
export function hitsInSheet(sheet: Sheet, { fits, scopes, since }: SearchQuery): Hit[] {
  const rowName = rowNames(sheet);
  const hits: Hit[] = [];
  if (scopes.has("cellData"))
    for (const row of sheet.rows) {
      const text = row.modifiedAt >= since ? textOfRow(row, fits) : undefined;
      if (text !== undefined)
        hits.push({ objectType: "row", objectId: row.id, text, context: rowName(row.id), sheet });
    }
  if (scopes.has("comments"))
    for (const { id, parent, comments } of sheet.discussions) {
      const found = comments.find((comment) => comment.modifiedAt >= since && fits(comment.text));
      const context = parent.type === "ROW" ? rowName(parent.rowId) : sheet.name;
      if (found) hits.push({ objectType: "discussion", objectId: id, text: found.text, context, sheet });
    }
  if (scopes.has("attachments"))
    for (const { id, name, parent, createdAt } of sheet.attachments) {
      const context = parent.type === "ROW" ? rowName(parent.rowId) : sheet.name;
      if (createdAt >= since && fits(name))
        hits.push({ objectType: "attachment", objectId: id, text: name, context, sheet });
    }
  if (scopes.has("summaryFields"))
    for (const { id, title, cell, modifiedAt } of sheet.summary) {
      const text = [title, ...textsOf(cell)].find(fits);
      if (modifiedAt >= since && text !== undefined)
        hits.push({ objectType: "summaryField", objectId: id, text, context: title, sheet });
    }
  return hits;
}

/** The first cell that fits stands for its row. */
function textOfRow(row: Row, fits: SearchQuery["fits"]): string | undefined {
  for (const cell of row.cells.values()) {
    const found = textsOf(cell).find(fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a reader sees of a cell, and the addresses behind names. */
function textsOf({ value, contacts }: Cell): string[] {
  if (value === undefined || typeof value === "boolean") return [];
  if (!contacts) return [String(value)];
  return [String(value), ...contacts.flatMap(({ name, email }) => [name ?? "", email ?? ""])].filter(Boolean);
}

function rowNames(sheet: Sheet): (id: Row["id"]) => string {
  let numbers: Map<Row["id"], number> | null = null;
  return (id) => {
    numbers ??= new Map(sheet.rows.map((row, index) => [row.id, index + 1]));
    return `Row ${numbers.get(id) ?? "?"}`;
  };
}
