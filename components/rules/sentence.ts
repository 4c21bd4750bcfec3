import type { Action } from "@/lib/policy/types";
import type { RuleAnswer } from "@/lib/rules/schema";
import { columnTokens } from "./column-words";
import {
  chip,
  dayWords,
  type KnownColumns,
  listed,
  type Names,
  nameOf,
  plain,
  rowTokens,
  type Token,
  textOf,
} from "./condition-words";
import { type Draft, isOverMany, needsLookup, type SlotName } from "./draft";
import { freshWords } from "./fresh-words";
import { hoursWords } from "./hours-words";
import { resourceWords, slotLabel } from "./slot-labels";
import { whoWords } from "./who-words";

export interface Wording {
  names: Names;
  columns: KnownColumns;
  /** Shown only where there is a choice. */
  connections: readonly { id: string; name: string }[];
  /** Columns named in full before "+ 3". */
  most?: number;
  /** The slot whose picker is open: it stays in its place even while it says nothing. */
  open?: SlotName | null;
}

/** A place in the sentence one can press, with the boxes it shows. */
export interface Slot {
  slot: SlotName;
  /** What the slot is, for screen readers: "Who". */
  label: string;
  tokens: Token[];
  isEmpty: boolean;
  /** Names the person whose access is used. */
  isDelegated?: boolean;
}

export type Piece = string | Slot;

const ACTION_WORDS: Record<Action, string> = {
  read: "read",
  share: "share",
  export: "export",
  print: "print",
  attachments: "open attachments of",
  comments: "read comments of",
  history: "see the history of",
};

export function actionWords(actions: readonly Action[]): string {
  return listed(actions.map((action) => ACTION_WORDS[action]));
}

/** The slot's boxes; a slot nobody has filled asks to be. */
export function tokensOf(draft: Draft, slot: SlotName, wording: Wording): Token[] {
  const { names, columns, connections, most } = wording;
  switch (slot) {
    case "who":
      return [chip(draft.who === null ? "someone" : whoWords(draft.who, names))];
    case "effect":
      return [chip(draft.effect === "permit" ? "may" : "may never")];
    case "actions":
      return [chip(actionWords(draft.actions))];
    case "resource":
      return [chip(draft.resource?.name ?? "a sheet")];
    case "assume":
      return [chip(draft.assume === null ? "somebody who has it" : nameOf(draft.assume, names))];
    case "connection":
      return [
        chip(
          connections.find(({ id }) => id === draft.connectionId)?.name ??
            draft.connectionId ??
            connections[0]?.name ??
            "a connection",
        ),
      ];
    case "columns":
      return columnTokens(draft, columns, most);
    case "rows":
      return rowsTokens(draft, wording);
    case "starts":
      return [chip(draft.starts === null ? "at once" : dayWords(draft.starts.day))];
    case "ends":
      return [chip(endWords(draft))];
    case "hours":
      return [chip(draft.hours === null ? "at any hour" : hoursWords(draft.hours))];
    case "fresh":
      return [chip(freshWords(draft.effect === "permit" ? draft.freshSeconds : null))];
    case "reason":
      return [chip(draft.reason.trim() === "" ? "a reason" : draft.reason.trim())];
    case "ticket":
      return [chip(draft.ticket.trim() === "" ? "none" : draft.ticket.trim())];
  }
}

function rowsTokens({ rows, parents, effect }: Draft, { names, columns }: Wording): Token[] {
  if (rows === null) return [chip("all rows")];
  const above = parents && effect === "permit" ? [plain(", with"), chip("the rows above them")] : [];
  return [plain("rows where"), ...rowTokens(rows, columns, names), ...above];
}

function endWords({ ends, effect }: Draft): string {
  if (ends !== null) return dayWords(ends.day);
  return effect === "permit" ? "a day" : "further notice";
}

/** The slot's boxes in one line, for screen readers and the history. */
export function slotText(slot: SlotName, tokens: readonly Token[]): string {
  return textOf(tokens, slot === "columns" ? ", " : " ");
}

/** The rule as a sentence of words and slots, in reading order. */
export function piecesOf(draft: Draft, wording: Wording): Piece[] {
  const isPermit = draft.effect === "permit";
  const at = (slot: SlotName): Slot => ({
    slot,
    label: slotLabel(draft, slot),
    tokens: tokensOf(draft, slot, wording),
    isEmpty: isEmptySlot(draft, slot),
    ...(slot === "assume" && isPermit ? { isDelegated: true } : {}),
  });
  const through = wording.connections.length > 1 ? [" through ", at("connection")] : [];
  const isMany = isOverMany(draft.resource);
  const said = {
    starts: draft.starts !== null,
    hours: draft.hours !== null,
    fresh: draft.freshSeconds !== null,
    ticket: draft.ticket.trim() !== "",
  };
  const has = (slot: keyof typeof said) => wording.open === slot || said[slot];
  return [
    at("who"),
    " ",
    at("effect"),
    " ",
    ...(isPermit ? [at("actions")] : ["read"]),
    ` ${resourceWords(draft)}`,
    at("resource"),
    ...(isMany ? [", also later ones,"] : []),
    ...(isPermit ? [" as ", at("assume"), ...through] : []),
    ...(needsLookup(draft) ? [" as seen by ", at("assume"), ...through] : []),
    ", ",
    at("columns"),
    ", in ",
    at("rows"),
    ...(has("starts") ? [", from ", at("starts")] : []),
    ", until ",
    at("ends"),
    ...(has("hours") ? [", only ", at("hours")] : []),
    ...(isPermit && has("fresh") ? [", checked for changes ", at("fresh")] : []),
    ", because ",
    at("reason"),
    ...(has("ticket") ? [" (ticket ", at("ticket"), ")"] : []),
    ".",
  ];
}

function isEmptySlot(draft: Draft, slot: SlotName): boolean {
  switch (slot) {
    case "who":
    case "resource":
    case "assume":
      return draft[slot] === null;
    case "columns":
      return draft.columns === null || (draft.columns.mode !== "all" && draft.columns.names.length === 0);
    case "ends":
      return draft.ends === null && draft.effect === "permit";
    case "reason":
      return draft.reason.trim() === "";
    default:
      return false;
  }
}

/** A rule in one short line, for lists and titles: "Vik Viewer reads Payroll 2026 as Olga Owner". */
export function ruleTitle(rule: RuleAnswer, names: Names): string {
  const { resource, effect, sheetName } = rule;
  if (rule.state === "unreadable") return `A rule on ${resource.type} ${resource.id} that cannot be read`;
  const who = whoWords(rule.principal, names);
  const what =
    resource.type === "sheet"
      ? sheetName
      : `${resourceWords({ resource: { ...resource, name: sheetName }, effect })}${sheetName}`;
  if (effect === "forbid") return `${who} never reads ${what}`;
  return `${who} reads ${what} as ${nameOf(rule.delegation?.assume ?? "", names)}`;
}

/** Titles a stored rule keeps, for wording it without asking Smartsheet. */
export function keptColumns(rule: Pick<RuleAnswer, "columnTitles">): KnownColumns {
  return Object.fromEntries(Object.entries(rule.columnTitles).map(([id, title]) => [id, { title }]));
}
