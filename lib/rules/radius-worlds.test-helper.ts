import {
  BUDGET,
  connectionId,
  DUE,
  MAIN,
  OLIVIA,
  OSCAR,
  OWNER,
  PROJECTS,
  ruleId,
  SECOND,
  STATUS,
  sheet,
  TASK,
  vera,
  workspaceId,
} from "@/lib/policy/sample.test-helper";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { AnyRule, Container, OwnAccess, Paused } from "@/lib/policy/types";
import { type Random, randomFrom, type World, worldFrom } from "@/lib/policy/worlds.test-helper";
import { FOLDER, facts, source } from "./radius.test-helper";
import type { RadiusAsset, RadiusWorld } from "./radius-types";

const SPACE: Container = { type: "workspace", id: workspaceId("7000000000000002") };

/** What the random rules ask for is now and then there: "x" as a task, people as owners, dates. */
function randomSheet(random: Random, id: SourceSheet["id"]): SourceSheet {
  const whole = sheet({ id, name: id });
  const rows = whole.rows.map((row) => {
    const cells = { ...row.cells };
    if (random.chance(0.6)) cells[TASK] = { value: random.pick(["x", "Sales", "south", "123-45-6789"]) };
    if (random.chance(0.5)) cells[OWNER] = { value: vera.email };
    if (random.chance(0.3)) cells[DUE] = { value: random.pick(["2026-05-04", "2020-01-01"]) };
    if (random.chance(0.3)) delete cells[STATUS];
    return { ...row, cells };
  });
  return { ...whole, rows };
}

export interface RandomChange {
  before: AnyRule[];
  world: RadiusWorld;
  random: Random;
}

/** People, sheets, a report and rules by chance, from a number. */
export function randomChange(seed: number): RandomChange {
  const random = randomFrom(seed * 7919);
  const worlds = Array.from({ length: 4 }, (_, place) => worldFrom(seed * 4 + place));
  const people = new Map(worlds.map(({ request }) => [request.person.userId, request.person]));
  const own = new Map<string, OwnAccess>();
  const groups = [MAIN, SECOND, connectionId("con_third")].flatMap((connection) =>
    [OLIVIA, OSCAR].map((assume) => ({ connectionId: connection, assume })),
  );
  const assetOf = (id: SourceSheet["id"], kind: RadiusAsset["asset"]): RadiusAsset => {
    const of = randomSheet(random, id);
    const found = groups.filter(() => random.chance(0.95)).map((group) => source(of, group));
    const mine = source(of, { connectionId: null, assume: null });
    const within = random.pick([null, [], [FOLDER, SPACE], [SPACE]]);
    return { asset: kind, sheetId: id, name: `${kind} ${id}`, within, sources: [...found, mine] };
  };
  const hasOwn = random.chance(0.5);
  const lookup = (user: string, id: string) => {
    const key = `${user}/${id}`;
    if (!own.has(key)) own.set(key, random.pick(["yes", "no", "no", "unknown"] as const));
    return own.get(key) ?? "no";
  };
  return {
    before: rulesOf(worlds),
    random,
    world: {
      people: [...people.values()],
      assets: [assetOf(PROJECTS, "sheet"), assetOf(BUDGET, "sheet"), assetOf(PROJECTS, "report")],
      facts: { ...facts, paused: pausedIn(worlds[0]) },
      ...(hasOwn ? { own: lookup } : {}),
      isSensitive: (_, { title }) => title === "Cost" || title === "Owner",
      withSamples: random.chance(0.5),
    },
  };
}

/** The rules of several worlds, each world's with ids of their own: two rules of one id and version mean nothing. */
export function rulesOf(worlds: readonly World[], name = "w"): AnyRule[] {
  return worlds.flatMap(({ rules }, place) =>
    rules.map((rule) => ({ ...rule, id: ruleId(`${name}${place}-${rule.id}`) })),
  );
}

function pausedIn(one: World | undefined): Paused | null {
  const paused = one?.facts.paused ?? null;
  return paused && { ...paused, rules: paused.rules.map((id) => ruleId(`w0-${id}`)) };
}
