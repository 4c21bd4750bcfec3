import { maskOf } from "./oracle-masks.test-helper";
import { fits, namedColumns } from "./oracle-rows.test-helper";
import type { SourceCell, SourceRow, SourceSheet } from "./sheet";
import type { AccessRequest, ConditionGroup, Facts, Limit, Mask, Rule } from "./types";

/**
 * The rules of CONTRACT §4 once more, cell by cell and without a thought for speed, to hold the engine against.
 * Shares nothing with it but types. Knows only what the random cases use.
 */
export interface Seen {
  /** `row/column` of every cell with content that shows, and what shows there. */
  cells: Map<string, string>;
  rows: Set<string>;
  columns: Set<string>;
  /** Of each column with rows whether none of them shows masked, some or all. */
  masking: Map<string, "none" | "some" | "all">;
}

export const nothingSeen = (): Seen => ({
  cells: new Map(),
  rows: new Set(),
  columns: new Set(),
  masking: new Map(),
});

export function whatIsSeen(
  request: AccessRequest,
  rules: readonly Rule[],
  facts: Facts,
  sheet: SourceSheet,
): Seen {
  const seen = nothingSeen();
  const { person } = request;
  if (facts.switches.appPaused || !person.enabled) return seen;

  const about = rules.filter((rule) => isAbout(rule, request, facts));
  const forbids = about.filter((rule) => rule.effect === "forbid");
  if (forbids.some((rule) => isLost(rule, sheet) || isLostForbid(rule, sheet))) return seen;
  const permits = about.filter(
    (rule) =>
      rule.effect === "permit" &&
      !facts.switches.delegationPaused &&
      !(facts.paused?.rules ?? []).includes(rule.id) &&
      (request.action === "read" || rule.actions.includes(request.action)) &&
      !isLost(rule, sheet) &&
      !isLostMask(rule, sheet),
  );
  const isPaused = facts.paused?.sheets.some((id) => id === request.sheetId) ?? false;
  const isOwn = facts.own === "yes";
  if (isPaused && (!isOwn || request.link)) return seen;

  for (const { id } of sheet.columns) {
    const isGranted = isOwn || permits.some((rule) => hasColumn(rule, id, sheet));
    const isTaken = forbids.some((rule) => hasColumn(rule, id, sheet) && isForm(rule.rows));
    if (isGranted && !isTaken) seen.columns.add(id);
  }
  for (const row of sheet.rows) {
    for (const { id } of sheet.columns) {
      const covers = (rule: Rule) => hasColumn(rule, id, sheet) && hasRow(rule, row, request, facts, sheet);
      const by = permits.filter(covers);
      if ((!isOwn && by.length === 0) || forbids.some(covers)) continue;
      seen.rows.add(row.id);
      const isMasked = !isOwn && by.every((rule) => masksOf(rule, id, sheet).length > 0);
      const [before, now] = [seen.masking.get(id), isMasked ? "all" : "none"] as const;
      seen.masking.set(id, before === undefined || before === now ? now : "some");
      const cell = row.cells[id];
      if (cell === undefined) continue;
      seen.cells.set(`${row.id}/${id}`, isMasked ? maskedText(by, id, cell, sheet) : plainText(cell));
    }
  }
  // A sheet without a single column to show is not there at all.
  return seen.columns.size === 0 ? nothingSeen() : seen;
}

/** What a cell shows unmasked, in the words of the comparison. */
export function plainText({ value, displayValue, objectValue }: SourceCell): string {
  return JSON.stringify({ value, displayValue, objectValue });
}

function masksOf(rule: Rule, column: string, sheet: SourceSheet): Mask[] {
  const named = rule.effect === "permit" ? (rule.masks ?? []) : [];
  return named.filter((one) => namedColumns(one, sheet).includes(column)).map(({ mask }) => mask);
}

/** Of one rule's masks the strictest, of the rules the one that is least strict. */
function maskedText(permits: readonly Rule[], column: string, cell: SourceCell, sheet: SourceSheet): string {
  const strictest = permits.map((rule) =>
    masksOf(rule, column, sheet)
      .map((mask) => maskOf(mask, cell))
      .sort(byStrictness)
      .at(-1),
  );
  const text = strictest.sort((a, b) => (a && b ? byStrictness(a, b) : 0))[0]?.text;
  return JSON.stringify({ value: text, displayValue: text });
}

/** What is left of it within a link's limit, whose masks lie on what the maker sees; limits here have no rows. */
export function withinLimit(seen: Seen, { columns, masks = [] }: Limit, sheet: SourceSheet): Seen {
  const left = nothingSeen();
  const named = (one: { columnId?: string; title?: string }) => namedColumns(one, sheet);
  if (columns.mode === "all" && masks.some((one) => named(one).length === 0)) return left;
  const isInside = (id: string) => {
    if (columns.mode === "all") return true;
    const isNamed = columns.ids.some((one) => one === id);
    return columns.mode === "only" ? isNamed : !isNamed && columns.known.some((one) => one === id);
  };
  for (const id of seen.columns) if (isInside(id)) left.columns.add(id);
  for (const [place, text] of seen.cells) {
    const [row = "", column = ""] = place.split("/");
    if (!isInside(column)) continue;
    const cell = JSON.parse(text) as SourceCell;
    const over = masks.filter((one) => named(one).includes(column)).map(({ mask }) => maskOf(mask, cell));
    const shown = over.sort(byStrictness).at(-1)?.text;
    left.cells.set(place, shown === undefined ? text : JSON.stringify({ value: shown, displayValue: shown }));
    left.rows.add(row);
  }
  return left;
}

/** Strictness is a text that sorts. */
function byStrictness(a: { order: string }, b: { order: string }): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
}

function isAbout(rule: Rule, request: AccessRequest, facts: Facts): boolean {
  const { person, sheetId, within, link } = request;
  const isForbid = rule.effect === "forbid";
  if (rule.resource.type === "sheet" || rule.resource.type === "report") {
    if (rule.resource.id !== sheetId || rule.resource.type !== (request.asset ?? "sheet")) return false;
  } else if (within) {
    if (!within.some(({ type, id }) => type === rule.resource.type && id === rule.resource.id)) return false;
  } else if (!isForbid) return false;
  const now = new Date(facts.now);
  if (rule.startsAt !== null && now < new Date(rule.startsAt)) return false;
  if (rule.endsAt !== null && now >= new Date(rule.endsAt)) return false;
  if (rule.hours) {
    const { clock } = facts;
    if (!clock && !isForbid) return false;
    const { days, from, to } = rule.hours;
    if (clock && !(days.includes(clock.weekday) && clock.time >= from && clock.time < to)) return false;
  }
  const who = rule.principal;
  switch (who.type) {
    case "everyone":
      return true;
    case "user":
      return who.userId !== null && who.userId === person.userId;
    case "domain":
      return person.email.toLowerCase().endsWith(`@${who.domain}`);
    case "group":
      return person.groups?.includes(who.id) ?? isForbid;
    case "localGroup":
      return person.localGroups?.includes(who.id) ?? isForbid;
    case "link":
      return isForbid && Boolean(link) && (who.id === null || who.id === link);
  }
}

function hasColumn({ effect, columns }: Rule, id: string, sheet: SourceSheet): boolean {
  if (columns.mode === "all") return true;
  const named =
    "titles" in columns ? columns.titles.flatMap((title) => namedColumns({ title }, sheet)) : columns.ids;
  const isNamed = named.some((one) => one === id);
  if (columns.mode === "only") return isNamed;
  const known = "known" in columns ? columns.known : [];
  return !isNamed && (effect === "forbid" || known.some((one) => one === id));
}

/** A row is the rule's where the conditions match it, or for parents where they match any row below it. */
function hasRow(
  rule: Rule,
  row: SourceRow,
  request: AccessRequest,
  facts: Facts,
  sheet: SourceSheet,
): boolean {
  const matches = (one: SourceRow) => fits(rule, one, request, facts, sheet);
  if (matches(row)) return true;
  if (rule.effect === "forbid" || rule.parents !== true) return false;
  const isBelow = (one: SourceRow): boolean => {
    if (one.parentId === null) return false;
    const parent = sheet.rows.find(({ id }) => id === one.parentId);
    return one.parentId === row.id || (parent !== undefined && isBelow(parent));
  };
  return sheet.rows.some((one) => isBelow(one) && matches(one));
}

function isLost(rule: Rule, sheet: SourceSheet): boolean {
  return leaves(rule.rows).some((condition) => namedColumns(condition, sheet).length === 0);
}

function isLostForbid({ columns }: Rule, sheet: SourceSheet): boolean {
  if (columns.mode !== "only") return false;
  const named =
    "titles" in columns
      ? columns.titles.map((title) => ({ title }))
      : columns.ids.map((id) => ({ columnId: id }));
  return named.some((one) => namedColumns(one, sheet).length === 0);
}

/** A mask may lose its column only where nothing that still shows could be that column under another name. */
function isLostMask(rule: Rule, sheet: SourceSheet): boolean {
  if (rule.effect === "forbid" || rule.columns.mode !== "all") return false;
  return (rule.masks ?? []).some((one) => namedColumns(one, sheet).length === 0);
}

function leaves(rows: ConditionGroup | null): { columnId?: string; title?: string }[] {
  return rows?.conditions.flatMap((part) => ("match" in part ? leaves(part) : [part])) ?? [];
}

/** True for conditions that are no conditions. */
function isForm(rows: ConditionGroup | null): boolean {
  if (rows === null) return true;
  const parts = rows.conditions.map((part) => "match" in part && isForm(part));
  if (rows.match === "all") return !parts.includes(false);
  return rows.match === "any" ? parts.includes(true) : parts.length === 0;
}
