import { isOverMany } from "./check";
import {
  addressCell,
  columnsCell,
  effectCell,
  freshCell,
  masksCell,
  momentCell,
  plainCell,
  resourceCell,
  whoCell,
} from "./import-cells";
import { MOST_IMPORT_RULES } from "./import-limits";
import type { ImportProblem, ReadLine } from "./import-schema";
import { type CsvProblem, readCsv } from "./read-csv";
import { ruleInput } from "./schema";

/** The columns a file of rules may have, as the template has them. */
export const IMPORT_COLUMNS = [
  "effect",
  "who",
  "sheet id",
  "as whom",
  "columns",
  "masks",
  "starts",
  "ends",
  "reason",
  "ticket",
  "fresh seconds",
] as const;
type ImportColumn = (typeof IMPORT_COLUMNS)[number];

const NEEDED: readonly ImportColumn[] = ["effect", "who", "sheet id", "columns", "reason"];

type ParsedLine = Omit<ReadLine, "answer">;

export interface ParsedImport {
  lines: ParsedLine[];
  /** What is wrong with the file as a whole; there are no lines then. */
  problems: CsvProblem[];
}

/**
 * A CSV file as rules, a line each: what is wrong with one line keeps no other from being read. Columns are named by
 * title, also where a name looks like an id. Days begin and end in `timeZone` (IANA). Pure.
 */
export function parseImport(csv: string, timeZone: string): ParsedImport {
  const table = readCsv(csv);
  if (!table.ok) return { lines: [], problems: table.error };
  const { header, rows } = table.value;
  const titles = header.map((title) => title.toLowerCase().replace(/\s+/g, " "));
  const problems = headerProblems(titles, header);
  if (rows.length === 0) problems.push({ line: 1, message: "The file has titles and no rules below them." });
  if (rows.length > MOST_IMPORT_RULES)
    problems.push({ line: 1, message: `A file holds at most ${MOST_IMPORT_RULES} rules. Split it.` });
  if (problems.length > 0) return { lines: [], problems };

  const seen = new Map<string, number>();
  const lines = rows.map(({ line, cells }): ParsedLine => {
    const cell = (column: ImportColumn) => plainCell(cells[titles.indexOf(column)] ?? "");
    const { rule, problems } = lineOf(cell, timeZone);
    const text = JSON.stringify(rule);
    const before = rule === null ? undefined : seen.get(text);
    if (before !== undefined) {
      const message = `This line says the same as line ${before}. Remove one.`;
      return { line, rule: null, problems: [{ column: null, message }] };
    }
    seen.set(text, line);
    return { line, rule, problems };
  });
  return { lines, problems: [] };
}

function headerProblems(titles: readonly string[], written: readonly string[]): CsvProblem[] {
  const known: readonly string[] = IMPORT_COLUMNS;
  return [
    ...NEEDED.filter((column) => !titles.includes(column)).map((column) => ({
      line: 1,
      message: `No column is called ${column}. Add it, or begin with the template.`,
    })),
    ...titles.flatMap((title, place) =>
      known.includes(title)
        ? []
        : { line: 1, message: `“${(written[place] ?? "").slice(0, 60)}” is no column of rules. Remove it.` },
    ),
  ];
}

type Line = Pick<ParsedLine, "rule" | "problems">;

function lineOf(cell: (column: ImportColumn) => string, timeZone: string): Line {
  const problems: ImportProblem[] = [];
  /** What a filled cell says; undefined where it is empty or wrong. */
  const read = <T>(
    column: ImportColumn,
    parse: (text: string) => { ok: true; value: T } | { ok: false; error: string },
  ): T | undefined => {
    const text = cell(column);
    if (text === "") {
      if (NEEDED.includes(column)) problems.push({ column, message: "Fill this in." });
      return undefined;
    }
    const value = parse(text);
    if (value.ok) return value.value;
    problems.push({ column, message: value.error });
    return undefined;
  };

  const effect = read("effect", effectCell);
  const resource = read("sheet id", resourceCell);
  const assume = read("as whom", addressCell);
  const masks = read("masks", masksCell);
  const freshSeconds = read("fresh seconds", freshCell);
  const startsAt = read("starts", (text) => momentCell(text, timeZone, "start"));
  const endsAt = read("ends", (text) => momentCell(text, timeZone, "end"));
  const shared = {
    effect,
    principal: read("who", whoCell),
    resource,
    columns: read("columns", columnsCell),
    ...(startsAt === undefined ? {} : { startsAt }),
    reason: read("reason", (text) => ({ ok: true, value: text })),
    ...(cell("ticket") === "" ? {} : { ticket: cell("ticket") }),
  };
  if (effect === "permit") {
    if (cell("as whom") === "")
      problems.push({ column: "as whom", message: "Whose access is used? Fill this in." });
    if (cell("ends") === "")
      problems.push({ column: "ends", message: "Every permit has an end. Fill this in." });
  } else if (effect === "forbid") {
    if (cell("masks") !== "") problems.push({ column: "masks", message: "Only a permit masks. Empty this." });
    if (cell("fresh seconds") !== "")
      problems.push({ column: "fresh seconds", message: "Only a permit reads. Empty this." });
    if (assume !== undefined && resource !== undefined && !isOverMany({ resource }))
      problems.push({ column: "as whom", message: "A forbid reads as nobody. Empty this." });
  }
  if (problems.length > 0) return { rule: null, problems };
  const seenAs = assume === undefined ? undefined : { assume };
  return shaped(
    effect === "permit"
      ? {
          ...shared,
          endsAt,
          delegation: seenAs,
          ...(masks === undefined ? {} : { masks }),
          ...(freshSeconds === undefined ? {} : { freshSeconds }),
        }
      : { ...shared, endsAt: endsAt ?? null, ...(seenAs === undefined ? {} : { lookup: seenAs }) },
  );
}

function shaped(raw: unknown): Line {
  const parsed = ruleInput.safeParse(raw);
  if (parsed.success) return { rule: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    column: columnOfField(path.join(".")),
    message,
  }));
  return { rule: null, problems };
}

const COLUMN_OF: Record<string, ImportColumn> = {
  effect: "effect",
  principal: "who",
  resource: "sheet id",
  delegation: "as whom",
  lookup: "as whom",
  columns: "columns",
  masks: "masks",
  startsAt: "starts",
  endsAt: "ends",
  reason: "reason",
  ticket: "ticket",
  freshSeconds: "fresh seconds",
};

/** The file's column an error's `field` speaks of; null where it speaks of none. */
export function columnOfField(field: string | undefined): ImportColumn | null {
  const [first = ""] = (field ?? "").split(".");
  return COLUMN_OF[first] ?? null;
}
