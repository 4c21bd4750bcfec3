import { z } from "zod";
import { IMPORT_STEP, MOST_IMPORT_BYTES } from "./import-limits";
import { type RuleAnswer, type RuleInput, ruleInput } from "./schema";

/** Shapes of an import of rules from a CSV file: read, tried, saved. */

export const importText = z.strictObject({ csv: z.string().max(MOST_IMPORT_BYTES, "At most 2 MB.") });

export const importLines = z.strictObject({
  lines: z
    .array(z.strictObject({ line: z.number().int().positive(), rule: ruleInput }))
    .min(1)
    .max(IMPORT_STEP),
});
export type ImportLines = z.infer<typeof importLines>["lines"];

export interface ImportProblem {
  /** The column of the file it is about; null where it is about the line. */
  column: string | null;
  message: string;
}

export interface ReadLine {
  /** Where it begins in the file, from 1. */
  line: number;
  /** Null where it could not be read as a rule. */
  rule: RuleInput | null;
  /** What it would be, as far as its words tell. */
  answer: RuleAnswer | null;
  problems: ImportProblem[];
}

export interface ReadImport {
  lines: ReadLine[];
  /** What is wrong with the file as a whole, by line; nothing is read then. */
  problems: { line: number; message: string }[];
}

export type TriedLine =
  /** `rule`: with the ids of its columns; what is to be saved. */
  | { line: number; ok: true; rule: RuleInput; answer: RuleAnswer }
  | { line: number; ok: false; problem: ImportProblem };

export type SavedLine =
  | { line: number; ok: true; id: string }
  | { line: number; ok: false; problem: ImportProblem };
