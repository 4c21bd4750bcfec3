import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { explain } from "./explain";
import { randomCases } from "./random-cases.test-helper";
import type { AnyRule, Decision } from "./types";
import { randomFrom, type World, worldFrom } from "./worlds.test-helper";

/**
 * The theorems of Cedar's Authorization module, as properties. Here own access permits as a rule would; a request is
 * explicitly forbidden by a forbid that takes all of it, or by one that can't be read. A narrower forbid takes cells,
 * not the decision. Where everything or the sheet is paused nothing is asked, so those worlds are left out.
 * Source: cedar-policy/cedar-spec, cedar-lean/Cedar/Thm/Authorization.lean.
 */
const WORLDS = randomCases(5_000);

interface Case extends World {
  seed: number;
  decision: Decision;
  isPermitted: boolean;
  isForbidden: boolean;
}

function caseOf(seed: number, extra: (world: World) => AnyRule[] = () => []): Case | null {
  const world = worldFrom(seed);
  const rules = [...world.rules, ...extra(world)];
  const { request, facts } = world;
  const isStopped =
    facts.switches.appPaused || !request.person.enabled || (facts.paused?.sheets.length ?? 0) > 0;
  if (isStopped) return null;
  const lines = explain(request, rules, facts);
  const matched = (effect: string) =>
    lines.some((line) => line.effect === effect && line.outcome === "matched");
  const isUnreadable = lines.some(({ effect, outcome }) => effect !== "permit" && outcome === "unreadable");
  const taken = rules.filter(
    (rule) =>
      rule.effect === "forbid" && decide({ ...request }, [rule], { ...facts, own: "yes" }).effect === "deny",
  );
  return {
    ...world,
    seed,
    rules,
    decision: decide(request, rules, facts),
    isPermitted: facts.own === "yes" || matched("permit"),
    isForbidden: isUnreadable || taken.length > 0,
  };
}

function forEachCase(law: (one: Case) => boolean) {
  let telling = 0;
  for (let seed = 1; seed <= WORLDS; seed++) {
    const one = caseOf(seed);
    if (one !== null && law(one)) telling += 1;
  }
  // The premise of a theorem has to hold now and then, or it says nothing.
  expect(telling).toBeGreaterThan(WORLDS / 20);
}

describe("Cedar's theorems of authorization", () => {
  it("I01 forbid trumps permit: what is explicitly forbidden is denied", () => {
    forEachCase(({ seed, decision, isForbidden, isPermitted }) => {
      if (isForbidden) expect(decision.effect, `world ${seed}`).toBe("deny");
      return isForbidden && isPermitted;
    });
  });

  it("I01 a request is allowed only if it is explicitly permitted", () => {
    forEachCase(({ seed, decision, isPermitted }) => {
      if (decision.effect === "allow") expect(isPermitted, `world ${seed}`).toBe(true);
      return decision.effect === "allow";
    });
  });

  it("I01 default deny: what is not explicitly permitted is denied", () => {
    forEachCase(({ seed, decision, isPermitted }) => {
      if (!isPermitted) expect(decision.effect, `world ${seed}`).toBe("deny");
      return !isPermitted;
    });
  });

  it("I01 a request is allowed if and only if it is explicitly permitted and not forbidden", () => {
    forEachCase(({ seed, decision, isPermitted, isForbidden }) => {
      expect(decision.effect === "allow", `world ${seed}`).toBe(isPermitted && !isForbidden);
      return isPermitted && !isForbidden;
    });
  });

  it("I01 a request is denied if and only if it is explicitly forbidden or not permitted", () => {
    forEachCase(({ seed, decision, isPermitted, isForbidden }) => {
      expect(decision.effect === "deny", `world ${seed}`).toBe(isForbidden || !isPermitted);
      return isForbidden || !isPermitted;
    });
  });

  it("I01 T03 order and duplicates make no difference, to the byte", () => {
    forEachCase(({ seed, request, rules, facts, decision }) => {
      const random = randomFrom(seed);
      const mixed = [...rules, ...rules.filter(() => random.chance(0.5))]
        .map((rule) => ({ rule, at: random.upTo(1e9) }))
        .sort((a, b) => a.at - b.at)
        .map(({ rule }) => rule);
      expect(JSON.stringify(decide(request, mixed, facts)), `world ${seed}`).toBe(JSON.stringify(decision));
      return rules.length > 2;
    });
  });
});

/** A rule of another world; its id is new, so that it replaces none. */
function newcomer(seed: number, effect: AnyRule["effect"]): AnyRule[] {
  const found = worldFrom(seed + WORLDS).rules.find((rule) => rule.effect === effect);
  return found === undefined ? [] : [{ ...found, id: "new" as AnyRule["id"] }];
}

describe("what Cedar proves of one more rule", () => {
  it("I01 one more permit leaves an allow an allow", () => {
    forEachCase(({ seed, request, rules, facts, decision }) => {
      const extra = newcomer(seed, "permit");
      if (decision.effect === "deny" || extra.length === 0) return false;
      expect(decide(request, [...rules, ...extra], facts).effect, `world ${seed}`).toBe("allow");
      return true;
    });
  });

  it("I01 one more forbid leaves a deny a deny", () => {
    forEachCase(({ seed, request, rules, facts, decision }) => {
      const extra = newcomer(seed, "forbid");
      if (decision.effect === "allow" || extra.length === 0) return false;
      expect(decide(request, [...rules, ...extra], facts).effect, `world ${seed}`).toBe("deny");
      return true;
    });
  });

  it("I02 the deciding rules are those explain calls matched, and stay so beside more of their kind", () => {
    forEachCase(({ seed, request, rules, facts, decision }) => {
      if (decision.effect === "deny") return false;
      const because = decision.because as string[];
      const effects = decision.via === "own" ? ["forbid"] : ["permit", "forbid"];
      const matched = explain(request, rules, facts)
        .filter(({ outcome, effect }) => outcome === "matched" && effects.includes(effect))
        .map(({ rule }) => rule);
      expect(because, `world ${seed}`).toEqual([...new Set(matched)].sort());
      const after = decide(request, [...rules, ...newcomer(seed, "permit")], facts);
      expect(
        because.filter((id) => !(after.because as string[]).includes(id)),
        `world ${seed}`,
      ).toEqual([]);
      return because.length > 0;
    });
  });
});
