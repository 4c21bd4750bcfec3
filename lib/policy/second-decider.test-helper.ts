import type { AccessRequest, AnyRule, Condition, ConditionGroup, Facts, Person, Rule } from "./types";

/**
 * The engine's decisions once more, for comparing: CONTRACT §4 and the decision records read as a list of questions with
 * the answers yes, no, doubt and broken. Shares nothing with the engine but types; knows what the random worlds use.
 */
export interface Verdict {
  effect: "allow" | "deny";
  /** Whose right, or why not. */
  by: string;
  because: string[];
  /** For an own or delegated allow: the forbids laid over it. */
  minus: string[];
  /** `rule connection assume endsAt actions` of each grant. */
  grants: string[];
  /** Sorted. */
  actions: string[];
  expiresAt: string | null;
  remedy: string[] | null;
}

type Answer = "yes" | "no" | "doubt" | "broken";
type Question = readonly [about: string, answer: Answer];

export function decideAgain(request: AccessRequest, all: readonly AnyRule[], facts: Facts): Verdict {
  const { person, link, sheetId, action } = request;
  if (facts.switches.appPaused) return no("app_paused");
  if (!person.enabled) return no("person_disabled");

  const rules = all.filter((rule) => rule.effect !== "permit" || isNewest(rule, all));
  const asked = rules.map((rule) => ({ rule, questions: questions(rule, request, facts) }));
  const holds = asked.filter(({ rule, questions: list }) => rule.effect !== "permit" && stands(list));
  const unreadable = holds.filter(({ questions: list }) => list.some(([, answer]) => answer === "broken"));
  const forbids = holds.filter((one) => !unreadable.includes(one)).map(({ rule }) => rule as Rule);
  const whole = forbids.filter(coversAll);
  if (whole.length > 0) return no("forbidden", names(whole));
  if (unreadable.length > 0) return no("unreadable_forbid", names(unreadable.map(({ rule }) => rule)));

  const isPaused = facts.paused?.sheets.some((id) => id === sheetId) ?? false;
  if (isPaused && link) return no("sheet_paused");
  if (facts.own === "yes") {
    const minus = names(forbids);
    const actions = ["attachments", "comments", "export", "history", "print", "read", "share"];
    return { ...yes("own", minus, minus), actions };
  }
  const permits = asked.filter(({ rule }) => rule.effect === "permit");
  const given = permits
    .filter(({ questions: list }) => list.every(([, answer]) => answer === "yes"))
    .map(({ rule }) => rule as Extract<Rule, { effect: "permit" }>);
  if (given.length > 0 && !isPaused) {
    const ends = given.map((rule) => ({ rule, end: endOf(rule, facts) }));
    const [earliest] = [...ends].sort(
      (a, b) => Date.parse(a.end) - Date.parse(b.end) || (a.end < b.end ? -1 : 1),
    );
    const actions = (rule: Rule) => new Set(["read", ...rule.actions]);
    return {
      ...yes("delegated", names([...given, ...forbids]), names(forbids)),
      grants: unique(
        ends.map(({ rule, end }) => {
          const { connectionId, assume } = rule.delegation;
          return `${rule.id} ${connectionId} ${assume} ${end} ${[...actions(rule)].sort().join("+")}`;
        }),
      ),
      actions: unique(given.flatMap((rule) => [...actions(rule)])),
      expiresAt: earliest?.end ?? null,
    };
  }
  if (facts.own === "unknown") return no("own_unknown");
  if (isPaused) return no("sheet_paused");
  const helpful = ["when", "hours", `action ${action}`, "switch"];
  const remedy = permits.filter(({ questions: list }) => {
    const stop = list.find(([, answer]) => answer !== "yes");
    return stop !== undefined && stop[1] === "no" && helpful.includes(stop[0]);
  });
  return { ...no("no_permit"), remedy: names(remedy.map(({ rule }) => rule)) };
}

function no(by: string, because: string[] = []): Verdict {
  return { ...yes(by, because, []), effect: "deny" };
}

function yes(by: string, because: string[], minus: string[]): Verdict {
  return { effect: "allow", by, because, minus, grants: [], actions: [], expiresAt: null, remedy: null };
}

/** A forbid stands unless something rules it out before it breaks. */
function stands(list: readonly Question[]): boolean {
  const stop = list.find(([, answer]) => answer === "no" || answer === "broken");
  return stop === undefined || stop[1] === "broken";
}

function names(rules: readonly AnyRule[]): string[] {
  return unique(rules.map(({ id }) => id));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function isNewest(rule: AnyRule, all: readonly AnyRule[]): boolean {
  if ("unreadable" in rule) return false;
  return all.every((other) => "unreadable" in other || other.id !== rule.id || other.version <= rule.version);
}

/** In the order in which the first that is not answered by yes tells why. */
function questions(rule: AnyRule, request: AccessRequest, facts: Facts): Question[] {
  if ("unreadable" in rule)
    return [
      ["what", unreadableIsAbout(rule, request)],
      ["form", "broken"],
    ];
  const isPermit = rule.effect === "permit";
  return [
    ["what", what(rule, request)],
    ["who", who(rule, request)],
    ["when", when(rule, facts)],
    ["hours", hours(rule, facts)],
    ...(isPermit ? [[`action ${request.action}`, carries(rule, request)] as const] : []),
    ["form", isWellFormed(rule) ? "yes" : "broken"],
    ["viewer", knowsViewer(rule.rows, request.person) ? "yes" : "broken"],
    ...(isPermit ? [["switch", isOn(rule, facts)] as const] : []),
  ];
}

function unreadableIsAbout(rule: Extract<AnyRule, { unreadable: string }>, request: AccessRequest): Answer {
  if (rule.sheetId) return rule.sheetId === request.sheetId ? "yes" : "no";
  if (!rule.about || !request.within) return "yes";
  return request.within.some((one) => JSON.stringify(one) === JSON.stringify(rule.about)) ? "yes" : "no";
}

function what({ resource }: Rule, { asset = "sheet", sheetId, within }: AccessRequest): Answer {
  if (!["sheet", "report", "folder", "workspace"].includes(resource.type)) return "broken";
  const path = within?.map(({ type, id }) => `${type} ${id}`);
  if (resource.type === "folder" || resource.type === "workspace") {
    if (!path) return "doubt";
    return path.includes(`${resource.type} ${resource.id}`) ? "yes" : "no";
  }
  return `${asset} ${sheetId}` === `${resource.type} ${resource.id}` ? "yes" : "no";
}

function who({ principal, effect }: Rule, { person, link }: AccessRequest): Answer {
  const isOne = (list: readonly string[] | null | undefined, id: string) =>
    list ? (list.includes(id) ? "yes" : "no") : "doubt";
  switch (principal.type) {
    case "everyone":
      return "yes";
    case "user":
      return principal.userId !== null && principal.userId === person.userId ? "yes" : "no";
    case "domain": {
      const parts = /^[^\s@,]+@([a-z0-9.-]+)$/.exec(person.email.toLowerCase());
      if (parts === null) return "doubt";
      return parts[1] === principal.domain.toLowerCase() ? "yes" : "no";
    }
    case "group":
      return isOne(person.groups, principal.id);
    case "localGroup":
      return isOne(person.localGroups, principal.id);
    case "link":
      if (effect === "permit") return "broken";
      return link && [null, link].includes(principal.id) ? "yes" : "no";
    default:
      return "broken";
  }
}

function when({ effect, startsAt, endsAt }: Rule, facts: Facts): Answer {
  const now = Date.parse(facts.now);
  const [start, end] = [startsAt, endsAt].map((text) => (text === null ? null : Date.parse(text)));
  if (start !== null && start !== undefined && start > now) return "no";
  if (end !== null && end !== undefined && end <= now) return "no";
  const isClear = !Number.isNaN(start) && !Number.isNaN(end) && (endsAt !== null || effect === "forbid");
  // In doubt the rule neither begins late nor ends; only a permit needs to be told exactly.
  return isClear ? "yes" : "doubt";
}

function hours({ hours: window }: Rule, { clock }: Facts): Answer {
  if (!window) return "yes";
  if (window.days.length === 0 || window.from >= window.to) return "broken";
  if (!clock || ![1, 2, 3, 4, 5, 6, 7].includes(clock.weekday)) return "doubt";
  const isOpen = window.from <= clock.time && clock.time < window.to && window.days.includes(clock.weekday);
  return isOpen ? "yes" : "no";
}

function carries(rule: Rule, { action }: AccessRequest): Answer {
  return action === "read" || rule.actions.includes(action) ? "yes" : "no";
}

function isOn(rule: Extract<Rule, { effect: "permit" }>, { switches, paused }: Facts): Answer {
  const stopped = [
    ...(paused?.rules ?? []),
    ...(paused?.connections ?? []),
    ...(paused?.assumed ?? []).map((address) => address.toLowerCase()),
  ] as string[];
  const parts = [rule.id, rule.delegation.connectionId, rule.delegation.assume];
  return switches.delegationPaused || parts.some((part) => stopped.includes(part)) ? "no" : "yes";
}

function isWellFormed(rule: Rule): boolean {
  const isPermit = rule.effect === "permit";
  const { columns, rows } = rule;
  const more = rule as { parents?: unknown; masks?: { columnId?: string; title?: string; mask: object }[] };
  if (more.parents === true && !isPermit) return false;
  if (!["all", "only", "except"].includes(columns.mode)) return false;
  const named = "titles" in columns ? columns.titles : "ids" in columns ? columns.ids : null;
  if (named?.some((one) => one.trim() === "")) return false;
  if (columns.mode === "only" && named?.length === 0 && !isPermit) return false;
  if (columns.mode === "except" && "titles" in columns && isPermit) return false;
  for (const { columnId, title, mask } of more.masks ?? []) {
    if ((columnId === undefined) === (title === undefined)) return false;
    if ("size" in mask && mask.size === 1) return false;
    if (columns.mode === "all") continue;
    const open = "known" in columns ? columns.known.filter((id) => !columns.ids.includes(id)) : (named ?? []);
    const key = columnId ?? (title ?? "").toLowerCase();
    if (!open.some((one) => ("titles" in columns ? one.trim().toLowerCase() : one) === key)) return false;
    if ("titles" in columns !== (title !== undefined)) return false;
  }
  return leaves(rows).every(isGoodCondition);
}

function leaves(rows: ConditionGroup | null): Condition[] {
  return rows?.conditions.flatMap((part) => ("match" in part ? leaves(part) : [part])) ?? [];
}

function isGoodCondition({ columnId, title, operator, value }: Condition): boolean {
  if ((columnId === undefined) === (title === undefined) || columnId === "0") return false;
  if (operator === "EQUAL" && value === undefined) return false;
  return !(
    operator === "CONTAINS" &&
    typeof value === "object" &&
    "viewer" in value &&
    value.viewer === "group"
  );
}

function knowsViewer(rows: ConditionGroup | null, person: Person): boolean {
  return leaves(rows)
    .flatMap(({ value, values }) => values ?? [value])
    .every((operand) => {
      if (typeof operand !== "object") return true;
      if ("attribute" in operand) return person.attributes?.[operand.attribute] !== undefined;
      if (operand.viewer === "group") return person.groupNames !== undefined;
      return operand.viewer === "name" ? person.name.trim() !== "" : !person.email.includes(",");
    });
}

function coversAll({ columns, rows }: Rule): boolean {
  const isWide =
    columns.mode === "all" ||
    (columns.mode === "except" && ("titles" in columns ? columns.titles : columns.ids).length === 0);
  // The random worlds have groups of `all` alone.
  return isWide && (rows === null || rows.conditions.length === 0);
}

function endOf(rule: Extract<Rule, { effect: "permit" }>, facts: Facts): string {
  if (!rule.hours || !facts.clock) return rule.endsAt;
  const [to, at] = [rule.hours.to, facts.clock.time].map((time) => {
    const [hour, minute] = time.split(":").map(Number);
    return (hour ?? 0) * 60 + (minute ?? 0);
  });
  const closing = new Date(Date.parse(facts.now) + ((to ?? 0) - (at ?? 0)) * 60_000);
  return closing.getTime() < Date.parse(rule.endsAt) ? closing.toISOString() : rule.endsAt;
}
