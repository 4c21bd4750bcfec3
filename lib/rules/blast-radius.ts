import { indexRules, type RuleIndex } from "@/lib/policy/index-rules";
import type { AnyRule, Person } from "@/lib/policy/types";
import { radiusTotals } from "./blast-totals";
import { type Comparison, compareSights } from "./compare-sights";
import type {
  BlastRadius,
  Change,
  PersonEffect,
  RadiusAsset,
  RadiusWorld,
  SheetEffect,
} from "./radius-types";
import { decideFor, sightOf } from "./sight";
import { touchedBy } from "./touched";

export type * from "./radius-types";

/**
 * What a change of rules does to these people on these sheets, by the same decision and projection a real read goes
 * through. Counts what rules open; with `world.own` also what forbids take from people's own access.
 *
 * An answer that is not at hand adds nothing, before and after alike, and the asset is named in `unreadable`. Where no
 * answer is at hand on one side, or answers are of different versions, the asset is left out for that person.
 * Pure. O(people x assets) to find out whom the change touches, plus two projections for each different pair of
 * decisions: people of whom the rules say the same share one.
 */
export function blastRadius(
  before: readonly AnyRule[],
  after: readonly AnyRule[],
  world: RadiusWorld,
): BlastRadius {
  const indexes = { before: indexRules(before), after: indexRules(after) };
  const isTouched = touchedBy(before, after);
  const totals = radiusTotals(world);
  const unreadable = new Set<string>();
  const lines = new Map(world.people.map((person): [Person, Line[]] => [person, []]));

  for (const asset of world.assets) {
    const compare = comparer(asset, indexes, world);
    for (const [person, found] of lines) {
      const { sheetId, within } = asset;
      const request = { person, sheetId, within, asset: asset.asset, action: "read" } as const;
      if (!isTouched(request, world.facts)) continue;
      const compared = compare(person);
      if (compared === "same") continue;
      const { comparison, isWhole } = compared;
      if (!isWhole) unreadable.add(asset.name);
      if (comparison !== null) totals.add(asset, comparison);
      found.push({ asset, comparison });
    }
  }

  const persons = [...lines].flatMap(([person, found]) => effectOn(person, found)).sort(byName);
  return {
    people: countPeople(lines, indexes.after, world),
    ...totals.total(),
    cells: sumCells(persons.flatMap(({ sheets }) => sheets)),
    persons,
    isUnchanged: persons.length === 0 && unreadable.size === 0,
    unreadable: [...unreadable].sort(),
  };
}

/** What the change does to one person on one asset. */
interface Line {
  asset: RadiusAsset;
  /** Null where it can't be judged. */
  comparison: Comparison | null;
}

interface Compared extends Pick<Line, "comparison"> {
  isWhole: boolean;
}

function comparer(
  asset: RadiusAsset,
  indexes: Record<"before" | "after", RuleIndex>,
  world: RadiusWorld,
): (person: Person) => Compared | "same" {
  const known = new Map<string, Compared>();
  return (person) => {
    const was = decideFor(indexes.before, person, asset, world);
    const now = decideFor(indexes.after, person, asset, world);
    const [old, recent] = [JSON.stringify(was), JSON.stringify(now)];
    if (old === recent) return "same";
    const key = `${old}${recent}`;
    let compared = known.get(key);
    if (compared === undefined) {
      const before = { decision: was, sight: sightOf(was, asset.sources) };
      const after = { decision: now, sight: sightOf(now, asset.sources) };
      const isJudged = before.sight.isJudged && after.sight.isJudged;
      const comparison = isJudged ? compareSights(asset, before, after, world) : null;
      compared = { comparison, isWhole: isJudged && before.sight.isWhole && after.sight.isWhole };
      known.set(key, compared);
    }
    return compared;
  };
}

function effectOn({ userId, name, email }: Person, lines: readonly Line[]): PersonEffect[] {
  const sheets = lines.flatMap(({ comparison }) => comparison?.effect ?? []);
  return sheets.length === 0 ? [] : [{ userId, name, email, sheets }];
}

/** Whoever sees a row on an asset the change leaves alone neither gains a first one nor loses the last. */
function countPeople(
  lines: ReadonlyMap<Person, readonly Line[]>,
  index: RuleIndex,
  world: RadiusWorld,
): Change {
  const people: Change = { gained: 0, lost: 0 };
  const seesElsewhere = elsewhere(index, world);
  for (const [person, found] of lines) {
    const saw = found.some(({ comparison }) => comparison?.hasRows.before);
    const sees = found.some(({ comparison }) => comparison?.hasRows.after);
    if (saw === sees || seesElsewhere(person, new Set(found.map(({ asset }) => asset)))) continue;
    people[sees ? "gained" : "lost"] += 1;
  }
  return people;
}

function elsewhere(index: RuleIndex, world: RadiusWorld) {
  const known = new Map<RadiusAsset, Map<string, boolean>>(world.assets.map((asset) => [asset, new Map()]));
  return (person: Person, but: ReadonlySet<RadiusAsset>) =>
    world.assets.some((asset) => {
      if (but.has(asset)) return false;
      const decision = decideFor(index, person, asset, world);
      if (decision.effect === "deny") return false;
      const key = JSON.stringify(decision);
      const seen =
        known.get(asset)?.get(key) ?? (sightOf(decision, asset.sources).sheet?.rows.length ?? 0) > 0;
      known.get(asset)?.set(key, seen);
      return seen;
    });
}

function sumCells(sheets: readonly SheetEffect[]): Change {
  const cells: Change = { gained: 0, lost: 0 };
  for (const { cells: one } of sheets) {
    cells.gained += one.gained;
    cells.lost += one.lost;
  }
  return cells;
}

function byName(a: PersonEffect, b: PersonEffect): number {
  return a.name.localeCompare(b.name, "en") || (a.userId < b.userId ? -1 : 1);
}
