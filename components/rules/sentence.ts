import type { Action } from "@/lib/policy/types";
import type { RuleAnswer } from "@/lib/rules/schema";
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
import type { Draft, SlotName, Who } from "./draft";

export interface Wording {
  names: Names;
  columns: KnownColumns;
  /** Shown only where there is a choice. */
  connections: readonly { id: string; name: string }[];
  /** Columns named in full before "+ 3". */
  most?: number;
}

/** A place in the sentence one can press, with the boxes it shows. */
export interface Slot {
  slot: SlotName;
  /** What the slot is, for screen readers: "Who". */
  label: string;
  tokens: Token[];
  isEmpty: boolean;
}

export type Piece = string | Slot;

export const SLOT_LABELS: Record<SlotName, string> = {
  who: "Who",
  effect: "Effect",
  actions: "What they may do",
  sheet: "Sheet",
  assume: "As whom",
  connection: "Connection",
  columns: "Columns",
  rows: "Rows",
  starts: "Start",
  ends: "End",
  reason: "Reason",
};

const ACTION_WORDS: Record<Action, string> = {
  read: "read",
  share: "share",
  export: "export",
  print: "print",
  attachments: "open attachments of",
  comments: "read comments of",
  history: "see the history of",
};

export function whoWords(who: Who, names: Names): string {
  switch (who.type) {
    case "user":
      return nameOf(who.email, names);
    case "domain":
      return `Everyone at ${who.domain}`;
    case "group":
      return `Everyone in group ${who.id}`;
    case "everyone":
      return "Everyone who may sign in";
  }
}

export function actionWords(actions: readonly Action[]): string {
  return listed(actions.map((action) => ACTION_WORDS[action]));
}

export function columnTokens(
  draft: Pick<Draft, "columns">,
  known: KnownColumns,
  most = Number.POSITIVE_INFINITY,
): Token[] {
  const { columns } = draft;
  if (columns === null || (columns.mode !== "all" && columns.ids.length === 0))
    return [
      ...(columns?.mode === "except" ? [plain("all columns but")] : [plain("the columns")]),
      chip("which ones"),
    ];
  if (columns.mode === "all") return [chip("all columns"), plain("(also those added later)")];
  const titles = columns.ids.map((id) => known[id]?.title ?? "a column that is gone");
  const shown = titles.length > most ? titles.slice(0, most - 1) : titles;
  const rest = titles.length - shown.length;
  const head =
    columns.mode === "except" ? "all columns but" : titles.length === 1 ? "the column" : "the columns";
  return [plain(head), ...shown.map(chip), ...(rest > 0 ? [chip(`+ ${rest}`)] : [])];
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
    case "sheet":
      return [chip(draft.sheet?.name ?? "a sheet")];
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
      return draft.rows === null
        ? [chip("all rows")]
        : [plain("rows where"), ...rowTokens(draft.rows, columns, names)];
    case "starts":
      return [chip(draft.starts === null ? "at once" : dayWords(draft.starts.day))];
    case "ends":
      return [
        chip(
          draft.ends === null
            ? draft.effect === "permit"
              ? "a day"
              : "further notice"
            : dayWords(draft.ends.day),
        ),
      ];
    case "reason":
      return [chip(draft.reason.trim() === "" ? "a reason" : draft.reason.trim())];
  }
}

/** The slot's boxes in one line, for screen readers and the history. */
export function slotText(slot: SlotName, tokens: readonly Token[]): string {
  return textOf(tokens, slot === "columns" ? ", " : " ");
}

/** The rule as a sentence of words and slots, in reading order. */
export function piecesOf(draft: Draft, wording: Wording): Piece[] {
  const at = (slot: SlotName): Slot => ({
    slot,
    label: SLOT_LABELS[slot],
    tokens: tokensOf(draft, slot, wording),
    isEmpty: isEmptySlot(draft, slot),
  });
  const isPermit = draft.effect === "permit";
  const through = wording.connections.length > 1 ? [" through ", at("connection")] : [];
  return [
    at("who"),
    " ",
    at("effect"),
    " ",
    ...(isPermit ? [at("actions")] : ["read"]),
    draft.sheet === null ? " " : " the sheet ",
    at("sheet"),
    ...(isPermit ? [" as ", at("assume"), ...through] : []),
    ", ",
    at("columns"),
    ", in ",
    at("rows"),
    ...(draft.starts === null ? [] : [", from ", at("starts")]),
    ", until ",
    at("ends"),
    ", because ",
    at("reason"),
    ".",
  ];
}

function isEmptySlot(draft: Draft, slot: SlotName): boolean {
  switch (slot) {
    case "who":
    case "sheet":
    case "assume":
      return draft[slot] === null;
    case "columns":
      return draft.columns === null || (draft.columns.mode !== "all" && draft.columns.ids.length === 0);
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
  if (rule.state === "unreadable") return `A rule on sheet ${rule.resource.id} that cannot be read`;
  const who = whoWords(rule.principal, names);
  if (rule.effect === "forbid") return `${who} never reads ${rule.sheetName}`;
  return `${who} reads ${rule.sheetName} as ${nameOf(rule.delegation?.assume ?? "", names)}`;
}

/** Titles a stored rule keeps, for wording it without asking Smartsheet. */
export function keptColumns(rule: Pick<RuleAnswer, "columnTitles">): KnownColumns {
  return Object.fromEntries(Object.entries(rule.columnTitles).map(([id, title]) => [id, { title }]));
}
