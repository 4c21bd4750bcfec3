import type { ImportProblem, ReadImport, SavedLine, TriedLine } from "@/lib/rules/import-schema";
import type { RuleAnswer, RuleInput } from "@/lib/rules/schema";

/** One line of the file on its way to a rule. */
export interface ImportRow {
  line: number;
  state: "waiting" | "good" | "wrong" | "saved";
  /** What is to be saved; null where it could not be read. */
  rule: RuleInput | null;
  /** What it would be, for its sentence. */
  answer: RuleAnswer | null;
  problems: readonly ImportProblem[];
  /** The rule it became. */
  id: string | null;
}

export function rowsOf({ lines }: ReadImport): ImportRow[] {
  return lines.map((line) => ({ ...line, id: null, state: line.rule === null ? "wrong" : "waiting" }));
}

export function afterTry(rows: readonly ImportRow[], tried: readonly TriedLine[]): ImportRow[] {
  return rows.map((row): ImportRow => {
    const found = tried.find(({ line }) => line === row.line);
    if (found === undefined) return row;
    return found.ok
      ? { ...row, state: "good", rule: found.rule, answer: found.answer }
      : { ...row, state: "wrong", problems: [found.problem] };
  });
}

export function afterSave(rows: readonly ImportRow[], saved: readonly SavedLine[]): ImportRow[] {
  return rows.map((row): ImportRow => {
    const found = saved.find(({ line }) => line === row.line);
    if (found === undefined) return row;
    return found.ok
      ? { ...row, state: "saved", id: found.id }
      : { ...row, state: "wrong", problems: [found.problem] };
  });
}

export function countOf(rows: readonly ImportRow[], state: ImportRow["state"]): number {
  return rows.filter((row) => row.state === state).length;
}

/** "columns: The sheet has no column called “Bonus”." */
export function problemLine({ column, message }: ImportProblem): string {
  return column === null ? message : `${column}: ${message}`;
}
