import { Composer, CST, type Document, Lexer, LineCounter, Parser, type YAMLError } from "yaml";
import { fail, ok, type Result } from "@/lib/result";
import { findJsonProblem } from "./json-problem";
import { walkNodes } from "./nodes";
import { createPlaces, type Places } from "./places";
import { type FileProblem, inOrder } from "./problems";

export type FileFormat = "yaml" | "json";

export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_NESTED = 100;
/** Names that stand twice are found by `walkNodes`: the library compares each with each. */
const READING = { version: "1.2", schema: "core", uniqueKeys: false } as const;
/** So often may the parts an alias stands for be repeated. */
const MOST_ALIASES = 10_000;

export interface ReadText {
  value: unknown;
  places: Places;
}

/**
 * The file's text as plain data, with the place of every part. JSON is held to JSON; YAML to version 1.2 without tags,
 * so that `yes`, `09:00` and dates stay the text they look like. What aliases would blow up is refused before it is.
 */
export function readText(text: string, format: FileFormat): Result<ReadText, FileProblem[]> {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const plain = text.slice(start);
  const lines = new LineCounter();
  const at = (offset: number, message: string): FileProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), field: "", message };
  };
  if (Buffer.byteLength(plain) > MOST_BYTES)
    return fail([{ line: 1, column: 1, field: "", message: "A rule file holds at most 2 MB. Split it." }]);
  countLines(plain, lines);

  const problem = format === "json" ? findJsonProblem(plain) : null;
  if (problem) return fail([at(problem.offset, problem.message)]);
  // JSON's tabs are only ever space between its parts, which YAML is stricter about.
  const source = format === "json" ? plain.replaceAll("\t", " ") : plain;
  const tooDeep = findDeep(source);
  if (tooDeep !== null) return fail([at(tooDeep, `Nest at most ${MOST_NESTED} levels deep.`)]);

  const tokens = [...new Parser().parse(source)];
  const deepToken = tokens.map(findDeepToken).find((offset) => offset !== null);
  if (typeof deepToken === "number") return fail([at(deepToken, `Nest at most ${MOST_NESTED} levels deep.`)]);
  const documents = [...new Composer(READING).compose(tokens)];
  const [document, second] = documents;
  if (!document || document.contents === null)
    return fail([at(0, "The file is empty. Begin with version: 1.")]);
  if (second) return fail([at(second.range[0], "A rule file is one document. Remove the line of dashes.")]);

  const wrong = [...document.errors, ...document.warnings].map((error) => at(error.pos[0], sayYaml(error)));
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== "1.2")
    wrong.push(at(0, "Remove the %YAML line: rule files are YAML 1.2."));
  if (wrong.length > 0) return fail(inOrder(wrong));
  return toData(document, lines, at);
}

function toData(
  document: Document.Parsed,
  lines: LineCounter,
  at: (offset: number, message: string) => FileProblem,
): Result<ReadText, FileProblem[]> {
  const walked = walkNodes(document.contents);
  if (walked.problems.length > 0)
    return fail(inOrder(walked.problems.map(({ offset, message }) => at(offset, message))));
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return ok({ value, places: createPlaces(document.contents, lines, walked.targets) });
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    return fail([at(0, "The file repeats parts of itself too often by aliases. Write them out.")]);
  }
}

function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) lines.addNewLine(end + 1);
}

/** Nesting that shows already in the smallest parts of the text: the parser slows down on it long before it fails. */
function findDeep(source: string): number | null {
  let offset = 0;
  let flow = 0;
  let inLine = 0;
  for (const lexeme of new Lexer().lex(source)) {
    const type = CST.tokenType(lexeme);
    if (type === "newline") inLine = 0;
    else if (type === "flow-seq-start" || type === "flow-map-start") flow += 1;
    else if (type === "flow-seq-end" || type === "flow-map-end") flow -= 1;
    else if (type === "seq-item-ind" || type === "explicit-key-ind") inLine += 1;
    if (flow > MOST_NESTED || inLine > MOST_NESTED) return offset;
    if (type !== "doc-mode" && type !== "flow-error-end" && type !== "scalar") offset += lexeme.length;
  }
  return null;
}

function findDeepToken(token: CST.Token): number | null {
  const waiting: { token: CST.Token; depth: number }[] = [{ token, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token: current, depth } = next;
    if (depth > MOST_NESTED) return current.offset;
    if (current.type === "document" && current.value) waiting.push({ token: current.value, depth });
    if (!("items" in current)) continue;
    for (const { key, value } of current.items)
      for (const part of [key, value]) if (part) waiting.push({ token: part, depth: depth + 1 });
  }
  return null;
}

const SAID: Partial<Record<YAMLError["code"], string>> = {
  TAB_AS_INDENT: "A tab cannot indent. Use spaces.",
  BAD_INDENT:
    "This does not stand under what it belongs to. Mend its indentation or close the bracket before it.",
  BLOCK_AS_IMPLICIT_KEY: "A second colon cannot stand in one line. Put the value in quotes.",
  MULTIPLE_DOCS: "A rule file is one document. Remove the line of dashes.",
  TAG_RESOLVE_FAILED: "Tags (!) are not read. Remove it.",
};

function sayYaml({ code, message }: YAMLError): string {
  return SAID[code] ?? `This cannot be read as YAML: ${message.split("\n")[0]}. Mend it and try again.`;
}
