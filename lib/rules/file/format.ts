import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { RuleBody } from "../schema";
import type { FileFormat } from "./read-text";
import { inputOf, type StoredRule } from "./stored";

/** The order in which a person reads a rule. Fields that are not listed follow. */
const ORDER = [
  "id",
  "effect",
  "principal",
  "resource",
  "delegation",
  "lookup",
  "actions",
  "columns",
  "masks",
  "rows",
  "parents",
  "startsAt",
  "endsAt",
  "hours",
  "freshSeconds",
  "reason",
  "ticket",
];
const LONGEST_NAME = 80;

/**
 * Stored rules as a rule file that reads back as the same rules. In YAML comments tell what sheets and columns were
 * called when each rule was saved; JSON has no comments. Rules that cannot be read are named in a comment alone. Pure.
 */
export function formatRules(rules: readonly StoredRule[], format: FileFormat): string {
  const readable = rules.filter((rule) => rule.body !== null);
  const entries = readable.map((rule) => entryOf(rule.id, rule.body as RuleBody));
  const whole = { version: 1, rules: entries };
  if (format === "json") return `${JSON.stringify(whole, null, 2)}\n`;

  const document = new Document(whole, { version: "1.2", schema: "core", aliasDuplicateObjects: false });
  const lost = rules.filter((rule) => rule.body === null).map(({ id }) => id);
  document.commentBefore = headOf(lost);
  const list = document.get("rules");
  if (isSeq(list))
    for (const [place, { body }] of readable.entries()) comment(list.items[place] as Node, body as RuleBody);
  return document.toString({ lineWidth: 0 });
}

function headOf(lost: readonly string[]): string {
  const about = " Access rules of Sheetpass. docs/rules-as-code.md tells what may stand here.";
  if (lost.length === 0) return about;
  return `${about}\n Cannot be read any more and left out: ${lost.join(", ")}. End them and write them anew.`;
}

function entryOf(id: string, body: RuleBody): Record<string, unknown> {
  const said: Record<string, unknown> = { id, ...inputOf(body) };
  const names = [...ORDER, ...Object.keys(said).filter((name) => !ORDER.includes(name))];
  return Object.fromEntries(
    names.filter((name) => said[name] !== undefined).map((name) => [name, said[name]]),
  );
}

function comment(entry: Node, body: RuleBody): void {
  entry.commentBefore = ` ${body.resource.type}: ${oneLine(body.sheetName)}`;
  const titleOf = (id: unknown) =>
    typeof id === "string" && Object.hasOwn(body.columnTitles, id) ? body.columnTitles[id] : undefined;
  nameColumns(entry, titleOf);
}

/** Column ids stand in lists of their own and as `columnId`. */
function nameColumns(node: unknown, titleOf: (id: unknown) => string | undefined): void {
  if (isSeq(node))
    for (const item of node.items) {
      if (isScalar(item)) name(item, titleOf(item.value));
      else nameColumns(item, titleOf);
    }
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    const isColumn = isScalar(key) && key.value === "columnId" && isScalar(value);
    if (isColumn) name(value, titleOf(value.value));
    else nameColumns(value, titleOf);
  }
}

function name(node: Node, title: string | undefined): void {
  if (title !== undefined) node.comment = ` ${oneLine(title)}`;
}

/** Whoever names a column must not be able to end the comment or turn the text around it. */
function oneLine(text: string): string {
  const plain = text.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim();
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME).replace(/\p{Cs}$/u, "")}…` : plain;
}
