import {
  BUDGET,
  columnId,
  connectionId,
  DUE,
  facts,
  folderId,
  groupId,
  linkId,
  localGroupId,
  MAIN,
  OLIVIA,
  OSCAR,
  OWNER,
  PROJECTS,
  reportId,
  ruleId,
  SALES,
  SECOND,
  sheetId,
  TASK,
  userId,
  vera,
  workspaceId,
} from "./sample.test-helper";
import type {
  AccessRequest,
  AnyRule,
  ColumnMask,
  ColumnScope,
  Condition,
  Container,
  Facts,
  Person,
  Rule,
  RulePrincipal,
  RuleResource,
} from "./types";
import { ACTIONS } from "./types";

/**
 * Random worlds, made fast and again from their number: small enough for rules to meet often, with every part of a rule
 * now and then wrong. For the hundreds of thousands that fast-check would take minutes to make.
 */
export interface World {
  request: AccessRequest;
  rules: AnyRule[];
  facts: Facts;
}

export interface Random {
  /** A whole number from 0 to `below`, not included. */
  upTo(below: number): number;
  chance(part: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** The generator "mulberry32": 32 bits of state are plenty for picking test cases. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    upTo: (below) => Math.floor(next() * below),
    chance: (part) => next() < part,
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  };
}

const LOCAL = localGroupId("lg_pay");
const LINK = linkId("link_1");
const FOLDER: Container = { type: "folder", id: folderId("7000000000000001") };
const SPACE: Container = { type: "workspace", id: workspaceId("7000000000000002") };
/** The folder's number on a workspace: kinds must not be mixed up. */
const TWIN: Container = { type: "workspace", id: workspaceId("7000000000000001") };

const uma: Person = {
  ...vera,
  userId: userId("48569348493401201"),
  email: "uma@other.org",
  name: "Uma",
  groups: [],
  localGroups: [LOCAL],
  attributes: { region: ["north"] },
};
const people: readonly Person[] = [
  { ...vera, localGroups: [], groupNames: ["Sales"], attributes: { region: ["south", "west"] } },
  uma,
  { ...uma, userId: userId("9007199254740993"), email: "tom@acme.com", groups: null, localGroups: null },
  { ...vera, userId: userId("9007199254740992"), email: "two@acme.com, one@acme.com", name: " " },
  { ...vera, enabled: false },
];

export function worldFrom(seed: number): World {
  const random = randomFrom(seed);
  const rules: AnyRule[] = [];
  const wanted = random.upTo(9);
  while (rules.length < wanted) {
    const isDouble = rules.length > 0 && random.chance(0.05);
    rules.push(isDouble ? random.pick(rules) : ruleFrom(random, rules.length, random.chance(0.03)));
  }
  return { request: requestFrom(random), rules, facts: factsFrom(random) };
}

function requestFrom(random: Random): AccessRequest {
  const within = random.pick([
    null,
    undefined,
    [],
    [FOLDER, SPACE],
    [SPACE],
    [TWIN],
    [FOLDER],
    [FOLDER, SPACE],
  ] as const);
  return {
    person: random.chance(0.04) ? random.pick(people) : random.pick(people.slice(0, 4)),
    sheetId: random.chance(0.9) ? PROJECTS : BUDGET,
    action: random.chance(0.6) ? "read" : random.pick(ACTIONS),
    ...(random.chance(0.2) ? { asset: random.pick(["sheet", "report"] as const) } : {}),
    ...(within === undefined ? {} : { within }),
    ...(random.chance(0.3) ? { link: random.pick([LINK, linkId("link_2"), null]) } : {}),
  };
}

function factsFrom(random: Random): Facts {
  return {
    now: facts.now,
    today: facts.today,
    own: random.pick(["yes", "no", "no", "no", "unknown", "not_asked"] as const),
    switches: { appPaused: random.chance(0.02), delegationPaused: random.chance(0.05) },
    ...(random.chance(0.8) ? { clock: { weekday: 1, time: "14:00" } } : {}),
    ...(random.chance(0.03) ? { clock: { weekday: 8 as 7, time: "14:00" } } : {}),
    ...(random.chance(0.25) ? { paused: pausedFrom(random) } : {}),
  };
}

function pausedFrom(random: Random): NonNullable<Facts["paused"]> {
  const some = <T>(part: number, list: readonly T[]) => (random.chance(part) ? [random.pick(list)] : []);
  return {
    sheets: some(0.3, [PROJECTS as string, BUDGET]),
    assumed: some(0.3, [OLIVIA, OSCAR.toUpperCase()]),
    rules: some(
      0.5,
      [0, 1, 2, 3, 4].map((n) => ruleId(`r${n}`)),
    ),
    connections: some(0.2, [MAIN as string, SECOND]),
  };
}

function ruleFrom(random: Random, place: number, isLost: boolean): AnyRule {
  const id = ruleId(`r${random.chance(0.1) ? random.upTo(5) : place}`);
  if (isLost) {
    const about = random.pick([null, null, FOLDER, SPACE]);
    const sheet = about === null ? random.pick([PROJECTS, BUDGET, null]) : null;
    const effect = random.pick(["permit", "forbid", "unknown"] as const);
    return { id, effect, sheetId: sheet, ...(about === null ? {} : { about }), unreadable: "columns" };
  }
  const isPermit = random.chance(0.6);
  const shared = {
    id,
    // Never twice the same: of two contents of one version nobody could say which is meant.
    version: random.chance(0.5) ? 100 + place : 100 - place,
    principal: principalFrom(random, isPermit),
    resource: resourceFrom(random),
    actions: ACTIONS.filter(() => random.chance(0.5)),
    columns: scopeFrom(random, isPermit),
    rows: random.chance(0.3) ? { match: "all" as const, conditions: conditionsFrom(random) } : null,
    startsAt: random.chance(0.9) ? null : random.pick([facts.now, "2026-05-04T12:00:01Z", "soon"]),
    ...(random.chance(0.15) ? { hours: hoursFrom(random) } : {}),
    ...(!isPermit && random.chance(0.98) ? {} : { parents: random.pick([true, false, true, true]) }),
  };
  const ends = random.pick(["2026-12-31T23:59:59Z", "2026-05-04T12:00:00.001Z", "2026-05-04T16:30:00+02:00"]);
  const endsAt = random.chance(0.9) ? ends : random.pick([facts.now, "2026-01-01T00:00:00Z", "never"]);
  if (!isPermit) return { ...shared, effect: "forbid", endsAt: random.chance(0.5) ? null : endsAt };
  const masks = random.chance(0.2) ? { masks: masksFrom(random) } : {};
  const delegation = {
    connectionId: random.pick([MAIN, SECOND, connectionId("con_third")]),
    assume: random.pick([OLIVIA, OSCAR]),
  };
  return { ...shared, ...masks, effect: "permit", endsAt, delegation };
}

function principalFrom(random: Random, isPermit: boolean): RulePrincipal {
  const someone = random.pick(people);
  switch (random.upTo(isPermit ? 11 : 12)) {
    case 0:
    case 1:
    case 2:
      return { type: "user", email: someone.email, userId: someone.userId };
    case 3:
      return { type: "user", email: someone.email, userId: null };
    case 4:
      return { type: "domain", domain: random.pick(["acme.com", "ACME.com", "other.org"]) };
    case 5:
      return { type: "group", id: random.pick([SALES, groupId("77")]) };
    case 6:
      return { type: "localGroup", id: random.pick([LOCAL, localGroupId("lg_other")]) };
    case 7:
      return random.chance(0.1) ? ({ type: "robot" } as never) : { type: "everyone" };
    case 8:
    case 9:
      return { type: "everyone" };
    default:
      return isPermit && random.chance(0.8)
        ? { type: "everyone" }
        : { type: "link", id: random.pick([LINK, null, linkId("link_2")]) };
  }
}

function resourceFrom(random: Random): RuleResource {
  switch (random.upTo(20)) {
    case 0:
    case 1:
      return { type: "report", id: reportId(PROJECTS) };
    case 2:
    case 3:
      return FOLDER as RuleResource;
    case 4:
    case 5:
      return SPACE as RuleResource;
    case 6:
      return TWIN as RuleResource;
    case 7:
      return { type: "sheet", id: BUDGET };
    case 8:
      return random.chance(0.1)
        ? ({ type: "sight", id: PROJECTS } as never)
        : { type: "sheet", id: sheetId("1") };
    default:
      return { type: "sheet", id: PROJECTS };
  }
}

function scopeFrom(random: Random, isPermit: boolean): ColumnScope {
  switch (random.upTo(10)) {
    case 0:
      return { mode: "only", ids: [TASK, DUE] };
    case 1:
      return { mode: "except", ids: [OWNER], known: [TASK, OWNER] };
    case 2:
      return { mode: "except", ids: [], known: [] };
    case 3:
      return { mode: "only", titles: ["Task", " DUE "] };
    case 4:
      return isPermit && random.chance(0.8)
        ? { mode: "all" }
        : { mode: "except", titles: random.pick([[], ["Task"]]) };
    case 5:
      return random.chance(0.8)
        ? { mode: "all" }
        : random.pick<ColumnScope>([{ mode: "only", ids: [] }, { mode: "only", titles: [" "] }, {} as never]);
    default:
      return { mode: "all" };
  }
}

const conditions: readonly Condition[] = [
  { columnId: TASK, operator: "EQUAL", value: "x" },
  { title: "Task", operator: "IS_NOT_BLANK" },
  { columnId: OWNER, operator: "EQUAL", value: { viewer: "email" } },
  { columnId: OWNER, operator: "CONTAINS", value: { viewer: "name" } },
  { columnId: TASK, operator: "IS_ONE_OF", values: ["x", { viewer: "group" }] },
  { columnId: TASK, operator: "HAS_NONE_OF", values: [{ attribute: "region" }] },
  { columnId: TASK, operator: "EQUAL", value: { attribute: "cost centre" } },
  { columnId: DUE, operator: "NOT_PAST" },
];
const badConditions: readonly Condition[] = [
  { columnId: columnId("0"), operator: "IS_BLANK" },
  { columnId: TASK, title: "Task", operator: "IS_BLANK" },
  { columnId: TASK, operator: "EQUAL" },
  { columnId: TASK, operator: "CONTAINS", value: { viewer: "group" } },
];

function conditionsFrom(random: Random): Condition[] {
  if (random.chance(0.05)) return [random.pick(badConditions)];
  return Array.from({ length: random.upTo(3) }, () => random.pick(conditions));
}

const masks: readonly ColumnMask[] = [
  { columnId: TASK, mask: { kind: "last4" } },
  { columnId: DUE, mask: { kind: "year" } },
  { title: "task", mask: { kind: "initials" } },
  { title: "Due", mask: { kind: "bucket", size: 10 } },
  { columnId: TASK, mask: { kind: "constant", text: "hidden" } },
  { columnId: TASK, mask: { kind: "bucket", size: 1 } },
  { columnId: TASK, title: "Task", mask: { kind: "year" } },
];

function masksFrom(random: Random): ColumnMask[] {
  return Array.from({ length: random.upTo(3) }, () => random.pick(masks));
}

function hoursFrom(random: Random): Rule["hours"] {
  return random.pick<Rule["hours"]>([
    null,
    { days: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" },
    { days: [1], from: "14:00", to: "14:01" },
    { days: [1], from: "00:00", to: "24:00" },
    { days: [1], from: "09:00", to: "14:00" },
    { days: [6, 7], from: "08:00", to: "18:00" },
    { days: [], from: "08:00", to: "18:00" },
    { days: [1], from: "18:00", to: "08:00" },
  ]);
}
