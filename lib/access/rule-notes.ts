import { readBody, ruleIdOf } from "@/lib/rules/facts";
import type { RuleBook } from "@/lib/rules/rule-book";
import type { ExplainAnswer } from "./schema";

/** A line about each of these rules, for whoever reads a trace. What is no longer open has none. */
export function ruleNotes(book: RuleBook, ids: readonly string[]): ExplainAnswer["rules"] {
  const wanted = new Set(ids);
  return Object.fromEntries(
    book.rows.flatMap((row) => {
      const id = ruleIdOf(row.number) as string;
      if (!wanted.has(id)) return [];
      const read = readBody(row);
      const { sheetName, reason } = "body" in read ? read.body : { sheetName: row.sheetId, reason: "" };
      return [[id, { version: row.version, sheetName, reason }]];
    }),
  );
}
