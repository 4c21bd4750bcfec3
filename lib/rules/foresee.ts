import "server-only";
import type { RuleRow } from "@/db/queries/rules";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { Decider } from "@/lib/decisions/decider";
import type { SheetId, UserId } from "@/lib/policy/ids";
import type { AnyRule, Rule } from "@/lib/policy/types";
import type { OwnAccess } from "@/lib/sheets/own-access";
import type { KnownTree } from "@/lib/tree/known-tree";
import type { TreeService } from "@/lib/tree/service";
import type { ReadAssets } from "./asset-reader";
import { blastRadius } from "./blast-radius";
import { boundForNow, radiusPeople } from "./radius-people";
import type { Foresight, RadiusAsset } from "./radius-types";
import type { RuleBook } from "./rule-book";
import { sensitiveColumns } from "./sensitive-columns";

/** A change over a large workspace is foreseen on this many of its sheets; the rest is named as not looked at. */
const MOST_SHEETS = 20;

export interface ForeseeParts {
  readAssets: ReadAssets;
  decider: Decider;
  ruleBook: () => Promise<RuleBook>;
  tree: TreeService;
  ownAccess: OwnAccess;
  clock: Clock;
}

export interface ForeseeOptions {
  withSamples: boolean;
  context: ReadContext;
  /** Rules to be that are not kept yet, for the folders and workspaces they name. */
  rows?: readonly RuleRow[];
  /** What resources are called that nothing here knows yet, by id. */
  names?: ReadonlyMap<string, string>;
}

export type Foresee = (
  before: readonly AnyRule[],
  after: readonly AnyRule[],
  options: ForeseeOptions,
) => Promise<Foresight>;

/**
 * What a change of rules does to real people on real sheets, by the decision and projection a real read goes through.
 * Reads each sheet once for each person the rules read as, as a preview of its own, on record.
 */
export function createForesee(parts: ForeseeParts): Foresee {
  const { decider, clock } = parts;
  return async (before, after, { withSamples, context, rows = [], names = new Map() }) => {
    const changed = changedRules(before, after);
    const book = await parts.ruleBook();
    const tree = await parts.tree.current({ ...book, rows: [...book.rows, ...rows] }, context);
    const named = assetsOf(changed, tree, "sheet");
    const chosen = named.slice(0, MOST_SHEETS);
    const assets = [
      ...(await parts.readAssets(chosen, [...before, ...after], tree, context)),
      ...assetsOf(changed, tree, "report").map((id) => unread(id, tree, names)),
    ];
    const facts = await decider.factsAt();
    const radius = blastRadius(before.map(forNow(changed)), after.map(forNow(changed)), {
      people: await radiusPeople(naming(changed, after), clock.now()),
      assets,
      facts,
      own: (userId: UserId, sheetId: SheetId) =>
        parts.ownAccess.isKnownToOwn(userId, sheetId) ? "yes" : "no",
      isSensitive: await sensitiveColumns(chosen),
      withSamples,
    });
    return { ...radius, looked: { sheets: chosen.length, of: named.length } };
  };
}

/** Rules that stand in one list and not, or otherwise, in the other. */
function changedRules(before: readonly AnyRule[], after: readonly AnyRule[]): AnyRule[] {
  const texts = (rules: readonly AnyRule[]) => new Set(rules.map((rule) => JSON.stringify(rule)));
  const [old, next] = [texts(before), texts(after)];
  return [
    ...before.filter((rule) => !next.has(JSON.stringify(rule))),
    ...after.filter((rule) => !old.has(JSON.stringify(rule))),
  ];
}

/** A permit gives to those it names; a forbid takes from those the others name. */
function naming(changed: readonly AnyRule[], all: readonly AnyRule[]): readonly AnyRule[] {
  return changed.every(({ effect }) => effect === "permit") ? changed : [...changed, ...all];
}

/** A changed rule is foreseen as if it had begun and its hours were on, or one for next month would show nothing. */
function forNow(changed: readonly AnyRule[]): (rule: AnyRule) => AnyRule {
  const isChanged = new Set(changed);
  return (rule) => {
    if (!isChanged.has(rule) || "unreadable" in rule) return boundForNow(rule);
    const open: Rule = { ...rule, startsAt: null, hours: null };
    return boundForNow(open);
  };
}

function assetsOf(changed: readonly AnyRule[], tree: KnownTree, wanted: RadiusAsset["asset"]): SheetId[] {
  const ids = new Set<SheetId>();
  for (const rule of changed) {
    const about = aboutOf(rule);
    if (about === null) continue;
    const { type, id } = about;
    if (type === wanted) ids.add(id as string as SheetId);
    for (const { asset, sheetId } of tree.tree.below.get(`${type}:${id}`) ?? [])
      if (asset === wanted) ids.add(sheetId);
  }
  return [...ids];
}

/** One that cannot be read any more closes its sheet, and ending it opens that again. */
function aboutOf(rule: AnyRule): { type: string; id: string } | null {
  if ("resource" in rule) return rule.resource;
  return rule.about ?? (rule.sheetId === null ? null : { type: "sheet", id: rule.sheetId });
}

/** Rows of a report are not read here: without an answer it comes out as one nobody could judge, not as untouched. */
function unread(sheetId: SheetId, tree: KnownTree, names: ReadonlyMap<string, string>): RadiusAsset {
  const name = tree.names.get(`report:${sheetId}`) ?? names.get(sheetId) ?? sheetId;
  return { asset: "report", sheetId, name, within: tree.withinOf({ asset: "report", sheetId }), sources: [] };
}
