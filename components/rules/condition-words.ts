import { exactDay } from "@/components/ui/relative-text";
import type { OperandInput } from "@/lib/rules/schema";
import { type ColumnName, type DraftCondition, type DraftGroup, isGroup } from "./draft-rows";
import { choiceFor } from "./operators";

/** Addresses and groups (`groupKey`) to names, as far as the plan's and our own lists tell. */
export type Names = Readonly<Record<string, string>>;

export function nameOf(address: string, names: Names): string {
  return names[address.toLowerCase()] ?? address;
}

/** What is known of the sheet's columns: all of it once the picker has answered, else the titles a rule keeps. */
export interface KnownColumn {
  title: string;
  type?: string;
}
export type KnownColumns = Readonly<Record<string, KnownColumn>>;

/** A word in its own box, or a joining word between boxes. */
export interface Token {
  text: string;
  kind: "chip" | "plain";
}

export const chip = (text: string): Token => ({ text, kind: "chip" });
export const plain = (text: string): Token => ({ text, kind: "plain" });

/** "A, B and C" */
export function listed(words: readonly string[], last: "and" | "or" = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

const FACT_WORDS = {
  email: "the viewer's e-mail",
  domain: "the viewer's domain",
  name: "the viewer's name",
  group: "the viewer's groups",
};

export function operandWords(operand: OperandInput, isPerson: boolean, names: Names): string {
  if (typeof operand === "object") {
    if ("attribute" in operand) return `the viewer's ${operand.attribute}`;
    return isPerson && operand.viewer === "email" ? "the viewer" : FACT_WORDS[operand.viewer];
  }
  if (typeof operand === "string" && /^\d{4}-\d{2}-\d{2}$/.test(operand)) return dayWords(operand);
  if (typeof operand === "string") return isPerson ? nameOf(operand, names) : operand;
  return String(operand);
}

/** "31 Dec 2026" for `2026-12-31`. */
export function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? day : exactDay(at, "UTC");
}

/** What follows the column: "is the viewer", "is between 10 and 20", "is in the last 7 days". */
export function comparisonWords(condition: DraftCondition, type: string | undefined, names: Names): string {
  if (condition.operator === null) return "…";
  // Without the column's type, an address still reads best as a person.
  const isPersonLike = condition.operands.some(
    (operand) =>
      (typeof operand === "string" && operand.includes("@")) ||
      (typeof operand === "object" && "viewer" in operand && operand.viewer === "email"),
  );
  const choice = choiceFor(condition.operator, type ?? (isPersonLike ? "CONTACT_LIST" : "TEXT_NUMBER"));
  if (choice.takes === "none") return choice.words;
  const values = condition.operands.map((operand) => operandWords(operand, choice.value === "person", names));
  const shown = values.map((value) => (value === "" ? "…" : value));
  if (shown.length === 0) return `${choice.words} …`;
  if (choice.value === "days") return `${choice.words} ${shown[0]} ${shown[0] === "1" ? "day" : "days"}`;
  return `${choice.words} ${listed(shown, choice.takes === "list" ? "or" : "and")}`;
}

/** Conditions as boxes and joining words; a group inside a group stands in brackets. */
export function rowTokens(group: DraftGroup, columns: KnownColumns, names: Names): Token[] {
  const joined: Token[] = [];
  group.parts.forEach((part, place) => {
    if (place > 0) joined.push(plain(group.match === "all" ? "and" : "or"));
    if (isGroup(part)) {
      const inner = rowTokens(part, columns, names);
      joined.push(...(part.match === "none" || part.parts.length < 2 ? inner : bracketed(inner)));
      return;
    }
    const { title, type } = columnWords(part.column, columns);
    joined.push(chip(title), chip(comparisonWords(part, type, names)));
  });
  if (joined.length === 0) return [chip("…")];
  return group.match === "none" ? [plain("not"), ...bracketed(joined)] : joined;
}

function columnWords(column: ColumnName | null, columns: KnownColumns): KnownColumn {
  if (column === null) return { title: "a column" };
  if ("title" in column) return { title: column.title };
  return columns[column.columnId] ?? { title: "a column that is gone" };
}

function bracketed(tokens: Token[]): Token[] {
  return [plain("("), ...tokens, plain(")")];
}

/** False before a bracket that closes and a comma, and after a bracket that opens. */
export function hasGap(before: Token | undefined, token: Token): boolean {
  if (before === undefined || before.text === "(") return false;
  return token.kind === "chip" || !/^[),]/.test(token.text);
}

/** The boxes' words in one line; `between` stands between neighbouring boxes, as columns are a list and a condition is not. */
export function textOf(tokens: readonly Token[], between = " "): string {
  let text = "";
  tokens.forEach((token, place) => {
    const before = tokens[place - 1];
    const gap = before?.kind === "chip" && token.kind === "chip" ? between : " ";
    text += hasGap(before, token) ? gap + token.text : token.text;
  });
  return text;
}
