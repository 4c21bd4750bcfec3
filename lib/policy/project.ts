import { groupsOf, isOfGroup } from "./columns";
import type { ColumnId, RuleId } from "./ids";
import { joinRows } from "./join-rows";
import { joinColumns, layOut, type Reading, type Source } from "./layers";
import { layOutRows } from "./layout";
import type { SourceColumn, VisibleSheet } from "./sheet";
import { type ShownColumn, shownIn } from "./shown-columns";
import type { AllowDecision, DenyReason } from "./types";
import { visibleColumns } from "./visible-columns";
import { visibleRows } from "./visible-rows";

export type { Source } from "./layers";

export type Projection =
  | {
      kind: "visible";
      sheet: VisibleSheet;
      /** Whether the sheet has rows or columns that are not in the answer. For administrators and numbering, not for readers. */
      restricted: { rows: boolean; columns: boolean };
      /** Permits that cover a listed column and could be evaluated, and every forbid laid over them; sorted. */
      used: RuleId[];
    }
  /** Nothing is left to see, not even a column title: the answer is "not found". */
  | { kind: "nothing"; reason: DenyReason; because: RuleId[] }
  /** The answers are of different moments: read again once, then `sheet_changing`. */
  | { kind: "versions_differ" };

/**
 * What a decision shows of a sheet. The only maker of a `VisibleSheet`. Hands on the answer's own cells where nothing
 * about them changes, so neither the answer nor the result may be written to.
 *
 * A cell shows where a permit (or own access) covers its row and column, no forbid does, and the limit, if any, does.
 * What is hidden is absent, not blanked: cells, rows, columns (I11). A row is there when at least one of its columns
 * may show, even if all those cells are blank; a column when a permit covers it and no forbid on every row takes it,
 * even if no row is left. Cells without content have no key. Rows keep the sheet's order; where any is missing they
 * are numbered anew and `parentId` is the nearest visible ancestor.
 * `options` of a column whose cells don't all show are cut down to those in visible cells, as the rest may come from
 * hidden rows.
 * A cell is masked where every permit that covers it masks its column, and then by the least strict of their masks: one
 * more permit never shows less. A limit's mask lies on top of that. Masked cells are text and nothing else.
 *
 * `sources`: for `own` exactly one, with nulls; for `delegated` one for each group that answered. A group that
 * failed is left out and adds nothing; sources that no permit belongs to are not looked at.
 * Times: `fetchedAt` is the oldest. Pure; O(rows x (conditions + visible columns)).
 * Errors: a restriction that can't be evaluated gives `nothing` with `unreadable_forbid` (F10); sources that can't
 * belong together give `nothing` with `error`.
 */
export function project(decision: AllowDecision, sources: readonly Source[]): Projection {
  const chosen = chooseSources(decision, sources);
  if (chosen === null) return { kind: "nothing", reason: "error", because: [] };
  const [first] = chosen;
  if (first === undefined) return { kind: "nothing", reason: "no_permit", because: [] };
  if (chosen.some(({ sheet }) => sheet.version !== first.sheet.version)) return { kind: "versions_differ" };

  const columns = joinColumns(chosen);
  const readings: Reading[] = [];
  for (const source of chosen) {
    const laid = layOut(decision, source, columns);
    if ("broken" in laid) {
      const because = laid.broken === null ? [] : [laid.broken];
      return { kind: "nothing", reason: "unreadable_forbid", because };
    }
    readings.push(laid.reading);
  }

  const listed = listedColumns(readings, columns);
  if (listed.length === 0) return nothingListed(readings, columns);

  const all = joinRows(chosen.map(({ sheet }) => sheet));
  const shown = visibleRows(readings, columns, all, hasAllColumns(decision, chosen));
  const visible = visibleColumns(columns, listed, shown, all.main.length);
  const known = new Set<ColumnId>(columns.map(({ id }) => id));
  for (const { allColumnIds, allColumns } of chosen) {
    for (const id of allColumnIds ?? []) known.add(id);
    for (const { id } of allColumns ?? []) known.add(id);
  }

  const { id, name, version, modifiedAt } = first.sheet;
  const fetchedAt = chosen.map(({ sheet }) => sheet.fetchedAt).sort()[0] ?? first.sheet.fetchedAt;
  const said = { id, name, version, fetchedAt, columns: visible };
  const places = listed.map(({ place }) => place);
  return {
    kind: "visible",
    sheet: layOutRows(modifiedAt === undefined ? said : { ...said, modifiedAt }, shown, places, chosen),
    restricted: { rows: shown.count < all.main.length, columns: visible.length < known.size },
    used: usedRules(readings, listed),
  };
}

/**
 * Whether the one answer holds every column of the sheet: own access reads all, and so does a permit for all of them
 * that nothing narrows (`columnsToAsk` leaves out what a forbid or a limit takes).
 */
function hasAllColumns(decision: AllowDecision, chosen: readonly Source[]): boolean {
  const [only] = chosen;
  if (only === undefined || chosen.length > 1) return false;
  if (decision.via === "own") return true;
  const { grants, minus, within } = decision;
  if (minus.length > 0 || (within !== undefined && within.columns.mode !== "all")) return false;
  return grants.some((grant) => isOfGroup(grant, only) && grant.columns.mode === "all");
}

/** Sorted by group, so that the order of the answers never matters; null where they can't belong together. */
function chooseSources(decision: AllowDecision, sources: readonly Source[]): Source[] | null {
  if (decision.via === "own") {
    const isOne = sources.length === 1 && sources[0]?.connectionId === null && sources[0].assume === null;
    return isOne ? [...sources] : null;
  }
  const chosen: Source[] = [];
  for (const group of groupsOf(decision)) {
    const mine = sources.filter(
      ({ connectionId, assume }) => connectionId === group.connectionId && assume === group.assume,
    );
    if (mine.length > 1) return null;
    chosen.push(...mine);
  }
  return chosen.every(({ sheet }) => sheet.id === chosen[0]?.sheet.id) ? chosen : null;
}

/** The columns whose titles may show. `withForbids: false` asks what the permits alone would list. */
function listedColumns(
  readings: readonly Reading[],
  columns: readonly SourceColumn[],
  withForbids = true,
): ShownColumn[] {
  // As in a row that every permit and the limit match, and no forbid but those on every row.
  const hits = readings.map(({ layers }) =>
    layers.map(({ kind, matches }) => kind !== "minus" || (withForbids && matches === null)),
  );
  return shownIn(readings, hits, columns);
}

function nothingListed(readings: readonly Reading[], columns: readonly SourceColumn[]): Projection {
  const isForbidden = listedColumns(readings, columns, false).length > 0;
  if (!isForbidden) return { kind: "nothing", reason: "no_permit", because: [] };
  const forbids = readings.flatMap(({ layers }) => layers.filter(({ kind }) => kind === "minus"));
  return { kind: "nothing", reason: "forbidden", because: sortedRules(forbids.map(({ rule }) => rule)) };
}

function usedRules(readings: readonly Reading[], listed: readonly ShownColumn[]): RuleId[] {
  const used = readings.flatMap(({ layers }) =>
    layers.filter(({ kind, covers }) => kind === "minus" || listed.some(({ place }) => covers[place] === 1)),
  );
  return sortedRules(used.map(({ rule }) => rule));
}

function sortedRules(rules: (RuleId | null)[]): RuleId[] {
  return [...new Set(rules.filter((rule) => rule !== null))].sort();
}
