import { decide } from "./decide";
import { decideWith, indexRules } from "./index-rules";
import { decideAgain, type Verdict } from "./second-decider.test-helper";
import type { Decision, Grant } from "./types";
import { type World, worldFrom } from "./worlds.test-helper";

/** What the engine, its index and the second decider make of one random world: null where they agree. */
export function disagreement(seed: number): { world: World; engine: unknown; other: unknown } | null {
  const world = worldFrom(seed);
  const { request, rules, facts } = world;
  const decision = decide(request, rules, facts);
  const text = JSON.stringify(decision);
  const indexed = JSON.stringify(decideWith(indexRules(rules), request, facts));
  if (indexed !== text) return { world, engine: text, other: indexed };
  const verdict = JSON.stringify(decideAgain(request, rules, facts));
  const engine = JSON.stringify(inWords(decision));
  return engine === verdict ? null : { world, engine, other: verdict };
}

function inWords(decision: Decision): Verdict {
  const { because } = decision;
  if (decision.effect === "deny") {
    const { reason: by, remedy = null } = decision;
    const nothing = { minus: [], grants: [], actions: [], expiresAt: null };
    return { effect: "deny", by, because, ...nothing, remedy };
  }
  const isOwn = decision.via === "own";
  return {
    effect: "allow",
    by: decision.via,
    because,
    minus: [...new Set(decision.minus.map(({ rule }) => rule as string))].sort(),
    grants: isOwn ? [] : decision.grants.map(grantText).sort(),
    actions: [...decision.actions].sort(),
    expiresAt: isOwn ? null : decision.expiresAt,
    remedy: null,
  };
}

function grantText({ rule, connectionId, assume, endsAt, actions }: Grant): string {
  return `${rule} ${connectionId} ${assume} ${endsAt} ${[...actions].sort().join("+")}`;
}
