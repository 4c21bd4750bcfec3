import { expect, it } from "vitest";
import { disagreement } from "./agreement.test-helper";
import { decide } from "./decide";
import { decideWith, indexRules } from "./index-rules";
import { randomCases } from "./random-cases.test-helper";
import type { AnyRule } from "./types";
import { randomFrom, worldFrom } from "./worlds.test-helper";

const PAIRS = randomCases(100_000);

it(`I01 I02 T03 ${PAIRS} random worlds: the engine, its index and a second decider agree`, () => {
  const failed: unknown[] = [];
  for (let seed = 1; seed <= PAIRS; seed++) {
    const found = disagreement(seed);
    if (found !== null) failed.push({ seed, ...found });
  }
  expect(failed.slice(0, 3)).toEqual([]);
}, 300_000);

it("the random worlds are full of cases that matter", () => {
  const count: Record<string, number> = {};
  const worlds = randomCases(10_000);
  for (let seed = 1; seed <= worlds; seed++) {
    const { request, rules, facts } = worldFrom(seed);
    const decision = decide(request, rules, facts);
    const outcome = decision.effect === "allow" ? decision.via : decision.reason;
    count[outcome] = (count[outcome] ?? 0) + 1;
  }
  for (const outcome of ["own", "delegated", "forbidden", "unreadable_forbid", "no_permit", "own_unknown"])
    expect(count[outcome], outcome).toBeGreaterThan(worlds / 20);
  for (const outcome of ["sheet_paused", "app_paused", "person_disabled"])
    expect(count[outcome], outcome).toBeGreaterThan(worlds / 250);
});

/** What storage may hold and no type allows. */
const junk = [
  null,
  7,
  {},
  { effect: "permit" },
  { id: "j", effect: "forbid", resource: { type: "sheet" } },
  { id: "j", effect: "forbid", resource: { type: "sheet", id: "4583173393803140" }, principal: null },
  { id: "j", effect: "maybe", resource: { type: "workspace", id: "7000000000000002" } },
  { id: "j", effect: "forbid", unreadable: "all" },
  { id: "j", effect: "forbid", unreadable: "all", sheetId: null, about: { type: "folder" } },
  {
    id: "j",
    effect: "forbid",
    resource: { type: "sheet", id: "4583173393803140" },
    principal: { type: "domain" },
  },
] as unknown as AnyRule[];

it("I01 I02 the index decides as the list does, to the byte, whatever it is given", () => {
  const runs = randomCases(20_000);
  let errors = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const random = randomFrom(-seed);
    const { request, rules, facts } = worldFrom(seed);
    const all = random.chance(0.5) ? [...rules, random.pick(junk)] : rules;
    const now = random.chance(0.1) ? { ...facts, now: "soon" } : facts;
    const asked = random.chance(0.1) ? { ...request, asset: "sight" as "sheet" } : request;
    const decision = decide(asked, all, now);
    if (decision.effect === "deny" && decision.reason === "error") errors += 1;
    expect(JSON.stringify(decideWith(indexRules(all), asked, now)), `world ${seed}`).toBe(
      JSON.stringify(decision),
    );
  }
  expect(errors).toBeGreaterThan(runs / 20);
});
