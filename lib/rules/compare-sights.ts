import type { VisibleColumn, VisibleSheet } from "@/lib/policy/sheet";
import { ACTIONS, type Action, type Decision } from "@/lib/policy/types";
import { firstCells } from "./first-cells";
import { jointDecision, maskChanges } from "./mask-changes";
import type { Change, RadiusAsset, RadiusWorld, SheetEffect } from "./radius-types";
import { type Sight, sightOf } from "./sight";

/** One decision's way from before to after. */
export interface Comparison {
  /** Null where nothing differs. */
  effect: SheetEffect | null;
  /** Whether any row is seen. */
  hasRows: { before: boolean; after: boolean };
  /** Whether it is seen at all, if only its titles. */
  isOpen: { before: boolean; after: boolean };
  rowIds: { gained: string[]; lost: string[] };
  columns: Record<"gained" | "lost" | "unmasked" | "newlyMasked", VisibleColumn[]>;
}

export type Side = { decision: Decision; sight: Sight };

/** Compares two sights of an asset: rows by row id, columns by column id. Pure; O(visible cells of both). */
export function compareSights(
  asset: RadiusAsset,
  before: Side,
  after: Side,
  { isSensitive, withSamples }: Pick<RadiusWorld, "isSensitive" | "withSamples">,
): Comparison {
  const [was, now] = [before.sight.sheet, after.sight.sheet];
  const rowIds = bothWays(was?.rows ?? [], now?.rows ?? [], ({ id }) => id as string);
  const columns = { ...bothColumns(was, now), ...masksOf(asset, before, after) };
  const sensitive = (some: VisibleColumn[]) => titles(some.filter((one) => isSensitive(asset.sheetId, one)));
  const effect: SheetEffect = {
    sheetId: asset.sheetId,
    name: asset.name,
    rows: {
      before: was?.rows.length ?? 0,
      after: now?.rows.length ?? 0,
      gained: rowIds.gained.length,
      lost: rowIds.lost.length,
    },
    columns: {
      gained: titles(columns.gained),
      lost: titles(columns.lost),
      newlyMasked: titles(columns.newlyMasked),
      unmasked: titles(columns.unmasked),
    },
    sensitive: { gained: sensitive(columns.gained), lost: sensitive(columns.lost) },
    cells: { gained: countNew(was, now), lost: countNew(now, was) },
    actions: bothWays(actionsOf(before), actionsOf(after), (action) => action),
    expiresAt: { before: endOf(before), after: endOf(after) },
    sample: withSamples && now !== null ? firstCells(now) : null,
  };
  return {
    effect: isDifferent(effect, was === null, now === null) ? effect : null,
    hasRows: { before: (was?.rows.length ?? 0) > 0, after: (now?.rows.length ?? 0) > 0 },
    isOpen: { before: was !== null, after: now !== null },
    rowIds,
    columns,
  };
}

function isDifferent(effect: SheetEffect, wasClosed: boolean, isClosed: boolean): boolean {
  const { rows, columns, cells, actions, expiresAt } = effect;
  const changes: Change[] = [rows, cells];
  const lists: readonly unknown[][] = [...Object.values(columns), actions.gained, actions.lost];
  return (
    wasClosed !== isClosed ||
    changes.some(({ gained, lost }) => gained + lost > 0) ||
    lists.some(({ length }) => length > 0) ||
    expiresAt.before !== expiresAt.after
  );
}

function bothColumns(was: VisibleSheet | null, now: VisibleSheet | null) {
  const { gained, lost } = diff(was?.columns ?? [], now?.columns ?? [], ({ id }) => id);
  return { gained, lost };
}

function masksOf(asset: RadiusAsset, before: Side, after: Side) {
  const [was, now] = [before.sight.sheet, after.sight.sheet];
  if (was === null || now === null) return { unmasked: [], newlyMasked: [] };
  return maskChanges(was, now, () => {
    const joint = jointDecision(before.decision, after.decision);
    return joint && sightOf(joint, asset.sources).sheet;
  });
}

/** The keys of what only one of two lists has. */
function bothWays<Item, Key extends string>(
  was: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item) => Key,
) {
  const { gained, lost } = diff(was, now, keyOf);
  return { gained: gained.map(keyOf), lost: lost.map(keyOf) };
}

function diff<Item>(was: readonly Item[], now: readonly Item[], keyOf: (item: Item) => string) {
  const [old, recent] = [new Set(was.map(keyOf)), new Set(now.map(keyOf))];
  return {
    gained: now.filter((item) => !old.has(keyOf(item))),
    lost: was.filter((item) => !recent.has(keyOf(item))),
  };
}

/** How many filled cells `sheet` shows that `other` doesn't. */
function countNew(other: VisibleSheet | null, sheet: VisibleSheet | null): number {
  const known = new Map(other?.rows.map(({ id, cells }) => [id, cells]));
  let count = 0;
  for (const { id, cells } of sheet?.rows ?? []) {
    const there = known.get(id);
    if (there === cells) continue;
    for (const column in cells) if (there?.[column] === undefined) count += 1;
  }
  return count;
}

function actionsOf({ decision, sight }: Side): readonly Action[] {
  if (sight.sheet === null || decision.effect === "deny") return [];
  return ACTIONS.filter((action) => decision.actions.includes(action));
}

function endOf({ decision, sight }: Side): string | null {
  if (sight.sheet === null || decision.effect === "deny" || decision.via === "own") return null;
  return decision.expiresAt;
}

function titles(columns: readonly VisibleColumn[]): string[] {
  return columns.map(({ title }) => title);
}
