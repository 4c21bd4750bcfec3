// What the engine costs: deciding among many rules, listing, projecting a full-size sheet; and Cedar beside it.
// Run with tsx: node --import tsx bench/run.mjs policy
import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { decide } from "../lib/policy/decide.ts";
import { decideWith, indexRules } from "../lib/policy/index-rules.ts";
import { project } from "../lib/policy/project.ts";
import { sheetsFor, treeOf } from "../lib/policy/sheets-for.ts";

const NOW = "2026-05-04T12:00:00Z";
const PEOPLE = 5_000;
const SHEETS = 2_000;
const MINE = 500;
const facts = {
  now: NOW,
  today: "2026-05-04",
  own: "no",
  switches: { appPaused: false, delegationPaused: false },
  clock: { weekday: 1, time: "14:00" },
};

export default async function* bench() {
  yield* deciding();
  yield* listing();
  yield* projecting();
}

async function* deciding() {
  const many = rulesOf(10_000);
  const few = rulesOf(100);
  // Of both sets every second request meets the rule that names its person and sheet, so the two do the same work.
  const requestsOf = (count) => Array.from({ length: 20_000 }, (_, n) => requestOf(n % count, n * 7));
  const [requests, fewRequests] = [requestsOf(10_000), requestsOf(100)];
  const indexed = time(9, () => indexRules(many));
  yield { what: "index 10,000 rules", unit: "ms", values: indexed };

  const [large, small] = [indexRules(many), indexRules(few)];
  const runs = Array.from({ length: 5 }, () => ({
    large: each(requests, (request) => decideWith(large, request, facts)),
    small: each(fewRequests, (request) => decideWith(small, request, facts)),
  }));
  const p99 = (name) => runs.map((run) => percentile(run[name], 0.99) * 1000);
  const median = (name) => runs.map((run) => percentile(run[name], 0.5) * 1000);
  yield { what: "decide, 100 rules, median", unit: "µs", values: median("small") };
  yield { what: "decide, 10,000 rules and 5,000 people, median", unit: "µs", values: median("large") };
  yield { what: "decide, 100 rules, p99", unit: "µs", values: p99("small") };
  yield {
    what: "decide, 10,000 rules and 5,000 people, p99",
    unit: "µs",
    values: p99("large"),
    goal: "under 1,000",
  };
  const ratio = p99("large").map((value, run) => value / p99("small")[run]);
  yield { what: "p99 of 10,000 rules against 100", unit: "x", values: ratio, goal: "under 3" };
  const scan = each(requests.slice(0, 200), (request) => decide(request, many, facts));
  yield {
    what: "decide without the index, 10,000 rules, median",
    unit: "ms",
    values: [percentile(scan, 0.5)],
  };

  const cedar = askCedar(many, requests.slice(0, 40));
  yield { what: "cedar-wasm statefulIsAuthorized, 10,000 rules", unit: "ms", values: cedar };
  const ours = runs.map((run) => mean(run.large));
  yield {
    what: "cedar-wasm against decide, means",
    unit: "x",
    values: ours.map((ms) => mean(cedar) / ms),
    goal: "over 10",
  };
}

async function* listing() {
  const sheets = Array.from({ length: SHEETS }, (_, n) => String(4_000_000_000_000_000 + n));
  const workspace = { type: "workspace", id: "7000000000000001" };
  const tree = treeOf(
    sheets.map((sheetId, n) => ({ asset: "sheet", sheetId, within: n % 2 === 0 ? [workspace] : [] })),
  );
  const mine = sheets.filter((_, n) => n % 4 === 1).slice(0, MINE);
  const rules = [
    ...rulesOf(10_000 - MINE),
    ...mine.map((id, n) => permit(`mine-${n}`, userOf(0), { type: "sheet", id })),
  ];
  const index = indexRules(rules);
  const person = personOf(0);
  const { own: _, ...known } = facts;
  const open = sheetsFor(index, person, known, tree).length;
  const values = time(25, () => sheetsFor(index, person, known, tree));
  yield { what: `list ${open} delegated sheets among 10,000 rules`, unit: "ms", values, goal: "under 50" };
}

/** "again": what was found out about a sheet's cells is remembered with the sheet, and a copy is shown to many people. */
async function* projecting() {
  for (const [name, blanks] of [
    ["dense", 0],
    ["a third blank", 1 / 3],
  ]) {
    const sheet = sheetOf(20_000, 25, blanks);
    const loop = time(15, () => readAll(sheet));
    const middle = percentile(loop, 0.5);
    yield { what: `read each of 20,000 x 25 cells once, ${name}`, unit: "ms", values: loop };
    for (const { what, rule, goal } of projections(sheet)) {
      const decision = decide({ person: personOf(1), sheetId: sheet.id, action: "read" }, [rule], facts);
      const run = (of) => {
        const source = { connectionId: "con", assume: "olivia@acme.com", sheet: of, allColumnIds: null };
        const seen = project(decision, [source]);
        if (seen.kind !== "visible" || seen.sheet.rows.length === 0)
          throw new Error("The benchmark shows nothing.");
      };
      const first = time(15, () => run({ ...sheet }));
      const again = time(15, () => run(sheet));
      const goals = goal && blanks === 0 ? ["under 40", "under 3"] : [];
      yield { what: `project ${name}, ${what}, first`, unit: "ms", values: first };
      yield { what: `project ${name}, ${what}, again`, unit: "ms", values: again, goal: goals[0] };
      const against = again.map((ms) => ms / middle);
      yield { what: "  again, against the loop", unit: "x", values: against, goal: goals[1] };
    }
  }
}

/** Each with a row rule of three conditions. */
function projections({ id, columns }) {
  const ids = columns.map((column) => column.id);
  const base = { ...permit("a", { type: "everyone" }, { type: "sheet", id }), rows: half(ids) };
  const masks = [3, 4].map((place) => ({ columnId: ids[place], mask: { kind: "last4" } }));
  return [
    { what: "half the rows", rule: base, goal: true },
    { what: "all rows", rule: { ...base, rows: whole(ids) }, goal: true },
    {
      what: "half the rows, 10 columns",
      rule: { ...base, columns: { mode: "only", ids: ids.slice(0, 10) } },
    },
    { what: "half the rows, 2 masks", rule: { ...base, masks } },
  ];
}

/** A tenth for everyone, a tenth for groups, a tenth over workspaces, a tenth forbids; the rest one person and one sheet each. */
function rulesOf(count) {
  return Array.from({ length: count }, (_, n) => {
    const sheet = { type: "sheet", id: String(4_000_000_000_000_000 + ((n * 13) % SHEETS)) };
    const container = { type: "workspace", id: String(7_000_000_000_000_000 + (n % 200)) };
    switch (n % 10) {
      case 0:
        return permit(`r${n}`, { type: "domain", domain: `d${n % 400}.com` }, sheet);
      case 1:
        return permit(`r${n}`, { type: "group", id: String(3_000 + (n % 300)) }, sheet);
      case 2:
        return permit(`r${n}`, userOf(n), container);
      case 3: {
        const { delegation: _, ...scope } = permit(`r${n}`, userOf(n), sheet);
        return { ...scope, effect: "forbid", endsAt: null, columns: { mode: "only", titles: ["Salary"] } };
      }
      default:
        return permit(`r${n}`, userOf(n), sheet);
    }
  });
}

function permit(id, principal, resource) {
  return {
    id,
    version: 1,
    effect: "permit",
    principal,
    resource,
    actions: ["read"],
    columns: { mode: "all" },
    rows: null,
    startsAt: null,
    endsAt: "2026-12-31T23:59:59Z",
    delegation: { connectionId: "con", assume: "olivia@acme.com" },
  };
}

function userOf(n) {
  return { type: "user", email: `p${n % PEOPLE}@acme.com`, userId: String(48_000_000_000 + (n % PEOPLE)) };
}

function personOf(n) {
  return {
    userId: String(48_000_000_000 + (n % PEOPLE)),
    email: `p${n % PEOPLE}@d${n % 400}.com`,
    name: `Person ${n}`,
    enabled: true,
    groups: [String(3_000 + (n % 300))],
    localGroups: [],
  };
}

function requestOf(person, sheet) {
  const within = [{ type: "workspace", id: String(7_000_000_000_000_000 + (sheet % 200)) }];
  // Every second one meets the rule that names both.
  const n = sheet % 2 === 0 ? person : Math.floor(person / 10) * 10 + 4;
  return {
    person: personOf(n),
    sheetId: String(4_000_000_000_000_000 + (sheet % 2 === 0 ? sheet % SHEETS : (n * 13) % SHEETS)),
    within,
    action: "read",
  };
}

/** The same who and what for Cedar: policies parsed once, as our rules are indexed once. */
function askCedar(rules, requests) {
  const uid = (type, id) => `${type}::"${id}"`;
  const who = ({ type, userId, domain, id }) =>
    type === "user"
      ? `principal == ${uid("User", userId)}`
      : `principal in ${uid(type === "domain" ? "Domain" : "Group", domain ?? id)}`;
  const what = ({ type, id }) =>
    type === "sheet" ? `resource == ${uid("Sheet", id)}` : `resource in ${uid("Workspace", id)}`;
  const staticPolicies = Object.fromEntries(
    rules.map(({ id, effect, principal, resource }) => [
      id,
      `${effect}(${who(principal)}, action, ${what(resource)});`,
    ]),
  );
  const parsed = preparsePolicySet("bench", { staticPolicies });
  if (parsed.type === "failure") throw new Error(JSON.stringify(parsed.errors));
  return each(requests, ({ person, sheetId, within }) => {
    const parents = [
      { type: "Domain", id: person.email.split("@")[1] },
      ...person.groups.map((id) => ({ type: "Group", id })),
    ];
    const answer = statefulIsAuthorized({
      principal: { type: "User", id: person.userId },
      action: { type: "Action", id: "read" },
      resource: { type: "Sheet", id: sheetId },
      context: {},
      preparsedPolicySetId: "bench",
      entities: [
        { uid: { type: "User", id: person.userId }, attrs: {}, parents },
        {
          uid: { type: "Sheet", id: sheetId },
          attrs: {},
          parents: within.map(({ id }) => ({ type: "Workspace", id })),
        },
      ],
    });
    if (answer.type === "failure") throw new Error(JSON.stringify(answer.errors));
  });
}

/** Cells as the adapter makes them: text, numbers with a display value, options, dates. */
function sheetOf(rowCount, width, blanks) {
  const types = ["TEXT_NUMBER", "TEXT_NUMBER", "PICKLIST", "DATE", "CHECKBOX"];
  const columns = Array.from({ length: width }, (_, c) => ({
    id: String(4_583_173_393_803_100 + c),
    index: c,
    title: `Column ${c}`,
    type: types[c % 5],
  }));
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const rows = Array.from({ length: rowCount }, (_, r) => {
    const cells = {};
    for (const [c, { id }] of columns.entries()) {
      if (c > 2 && random() < blanks) continue;
      cells[id] = cellOf(c, r, random);
    }
    return { id: String(7_670_198_317_672_300 + r), rowNumber: r + 1, parentId: null, cells };
  });
  return { id: "4583173393803140", name: "Bench", version: 1, fetchedAt: NOW, columns, rows };
}

function cellOf(column, row, random) {
  switch (column % 5) {
    case 0:
      return { value: `Task ${row} of ${column}`, displayValue: `Task ${row} of ${column}` };
    case 1: {
      const value = Math.floor(random() * 1000);
      return { value, displayValue: `$${value}.00`, format: ",,,,,,,,,,,13,,,,," };
    }
    case 2: {
      const value = ["Open", "Done", "Blocked", "Later"][Math.floor(random() * 4)];
      return { value, displayValue: value };
    }
    case 3: {
      const value = `2026-0${1 + Math.floor(random() * 9)}-15`;
      return { value, objectValue: { type: "DATE", value } };
    }
    default:
      return { value: random() < 0.5 };
  }
}

function half([text, number, option]) {
  return {
    match: "all",
    conditions: [
      { columnId: text, operator: "CONTAINS", value: "task" },
      { columnId: number, operator: "LESS_THAN", value: 667 },
      { columnId: option, operator: "IS_ONE_OF", values: ["open", "done", "blocked"] },
    ],
  };
}

function whole([text, number, option]) {
  return {
    match: "all",
    conditions: [
      { columnId: text, operator: "CONTAINS", value: "task" },
      { columnId: number, operator: "LESS_THAN", value: 1000 },
      { columnId: option, operator: "IS_NOT_BLANK" },
    ],
  };
}

function readAll({ rows, columns }) {
  const ids = columns.map(({ id }) => id);
  let found = 0;
  for (const { cells } of rows) for (const id of ids) if (cells[id]?.value !== undefined) found += 1;
  return found;
}

function time(runs, run) {
  for (let warm = 0; warm < 3; warm += 1) run();
  return Array.from({ length: runs }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
}

function each(requests, run) {
  for (const request of requests.slice(0, 500)) run(request);
  return requests.map((request) => {
    const before = performance.now();
    run(request);
    return performance.now() - before;
  });
}

function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
