import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fail, ok, type Result } from "@/lib/result";
import { parseRuleFile, type RuleFile } from "@/lib/rules/file/parse";
import type { FileProblem } from "@/lib/rules/file/problems";
import { type FileFormat, MOST_BYTES } from "@/lib/rules/file/read-text";
import type { Options, Terminal } from "../sheetpass";
import { plainLine } from "./plain-line";

export function formatOf(file: string | null, { format }: Options): FileFormat {
  return format ?? (file?.toLowerCase().endsWith(".json") ? "json" : "yaml");
}

/** The file's rules and tests, or null where it was refused and the terminal has been told. */
export function readRuleFile(file: string, options: Options, terminal: Terminal): RuleFile | null {
  const text = readText(resolve(terminal.folder, file));
  if (!text.ok) {
    terminal.error(plainLine(`${file}: ${text.error}`));
    return null;
  }
  const parsed = parseRuleFile(text.value, formatOf(file, options));
  if (parsed.ok) return parsed.value;
  tellProblems(file, parsed.error, terminal);
  return null;
}

export function tellProblems(file: string, problems: readonly FileProblem[], terminal: Terminal): void {
  for (const { line, column, field, message } of problems)
    terminal.error(plainLine(`${file}:${line}:${column}: ${field === "" ? "" : `${field}: `}${message}`));
  const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
  terminal.error(`${count}. Nothing was changed.`);
}

function readText(path: string): Result<string, string> {
  try {
    if (statSync(path).size > MOST_BYTES) return fail("A rule file holds at most 2 MB. Split it.");
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path)));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOENT") return fail("There is no such file. Mend its name.");
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return fail("This is no UTF-8 text. Save it as UTF-8.");
    if (code === "EISDIR") return fail("This is a folder. Name a file in it.");
    if (code.startsWith("E")) return fail(`This cannot be read (${code}). Look at its permissions.`);
    throw cause;
  }
}
