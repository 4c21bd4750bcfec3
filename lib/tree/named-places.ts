import type { ScanKey } from "@/db/queries/tree";
import { readBody } from "@/lib/rules/facts";
import type { RuleBook } from "@/lib/rules/rule-book";

export interface NamedPlace {
  key: ScanKey;
  effect: "permit" | "forbid";
}

const known = new WeakMap<object, NamedPlace[]>();

/** The folders and workspaces the rules name, each with whose view tells what lies below: the assumed user's, or a forbid's lookup. */
export function namedPlaces(book: RuleBook): NamedPlace[] {
  const before = known.get(book.rows);
  if (before) return before;
  const places = new Map<string, NamedPlace>();
  for (const row of book.rows) {
    if (row.resourceType !== "folder" && row.resourceType !== "workspace") continue;
    const read = readBody(row);
    if (!("body" in read)) continue;
    const { body } = read;
    const by = body.effect === "permit" ? body.delegation : body.lookup;
    if (!by) continue;
    const key = {
      type: row.resourceType,
      id: row.sheetId,
      connectionId: by.connectionId,
      assume: by.assume,
    } as const;
    places.set(JSON.stringify([key, body.effect]), { key, effect: body.effect });
  }
  const found = [...places.values()];
  known.set(book.rows, found);
  return found;
}
