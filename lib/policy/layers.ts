import { isOfGroup } from "./columns";
import { coversEveryRow } from "./conditions";
import type { ColumnId, RuleId } from "./ids";
import { type KnownColumns, knownColumns, type Source } from "./known-columns";
import { canonicalMasks, compareMasks, mayLoseColumns } from "./masks";
import { compileRows, type Reading as FilterReading, type RowPredicate } from "./match-rows";
import { canonicalScope, forbids, isByTitle, permits } from "./scopes";
import type { SourceColumn } from "./sheet";
import { foldTitle } from "./titles";
import type {
  AllowDecision,
  ColumnMask,
  ColumnScope,
  Grant,
  Limit,
  Mask,
  Rectangle,
  RowFilter,
} from "./types";

export type { Source } from "./known-columns";

/** A rectangle made ready for one source. */
export interface Layer {
  kind: "grant" | "minus" | "within";
  rule: RuleId | null;
  /** 1 for each column it covers, by the column's place. */
  covers: Uint8Array;
  /** By the column's place, what it shows instead of values; null where it masks nothing. */
  masks: readonly (Mask | null)[] | null;
  /** Its rows; null: every row. */
  matches: RowPredicate | null;
  /** Whether the rows above its rows are its rows too. */
  parents: boolean;
}

export interface Reading {
  source: Source;
  layers: Layer[];
}

/** The columns of all sources, each once, in the sheet's own order. */
export function joinColumns(sources: readonly Source[]): SourceColumn[] {
  const byId = new Map<ColumnId, SourceColumn>();
  for (const { sheet } of sources) {
    for (const column of sheet.columns) if (!byId.has(column.id)) byId.set(column.id, column);
  }
  return [...byId.values()].sort((a, b) => a.index - b.index || (a.id < b.id ? -1 : 1));
}

/**
 * The decision's rectangles laid out on one source. Names the restriction that can't be evaluated instead: a
 * forbid (or a limit, `rule: null`) that names a column the sheet lost, or looks at one that was not read (F10).
 * A permit whose rows or masks can't be evaluated is left out: it gives nothing.
 */
export function layOut(
  decision: AllowDecision,
  source: Source,
  columns: readonly SourceColumn[],
): { reading: Reading } | { broken: RuleId | null } {
  const known = knownColumns(source);
  const layers: Layer[] = decision.via === "own" ? [ownLayer(known, columns)] : [];
  for (const grant of decision.via === "own" ? [] : decision.grants) {
    const layer = isOfGroup(grant, source) ? grantLayer(grant, known, columns) : null;
    if (layer !== null) layers.push(layer);
  }
  for (const forbid of decision.minus) {
    const layer = minusLayer(forbid, known, columns);
    if (layer === null) return { broken: forbid.rule };
    layers.push(layer);
  }
  if (decision.within !== undefined) {
    const layer = limitLayer(decision.within, known, columns);
    if (layer === null) return { broken: null };
    layers.push(layer);
  }
  return { reading: { source, layers } };
}

function ownLayer(known: KnownColumns, columns: readonly SourceColumn[]): Layer {
  const covers = mark(columns, ({ id }) => known.types.has(id));
  return { kind: "grant", rule: null, covers, masks: null, matches: null, parents: false };
}

function grantLayer(grant: Grant, known: KnownColumns, columns: readonly SourceColumn[]): Layer | null {
  const matches = rowsOn(known, grant.rows, "narrow");
  const masks = layMasks(grant.masks, grant.columns, known, columns);
  if (matches === "broken" || masks === "broken") return null;
  const isPermitted = permits(grant.columns);
  const covers = mark(columns, (column) => known.types.has(column.id) && isPermitted(column));
  return { kind: "grant", rule: grant.rule, covers, masks, matches, parents: grant.parents === true };
}

function minusLayer(forbid: Rectangle, known: KnownColumns, columns: readonly SourceColumn[]): Layer | null {
  const matches = rowsOn(known, forbid.rows, "wide");
  if (matches === "broken" || namesLostColumn(forbid.columns, known)) return null;
  const covers = mark(columns, forbids(forbid.columns));
  return { kind: "minus", rule: forbid.rule, covers, masks: null, matches, parents: false };
}

/** A limit comes from outside `decide`, so its form is looked at here. Links name one sheet's columns, by id alone. */
function limitLayer(limit: Limit, known: KnownColumns, columns: readonly SourceColumn[]): Layer | null {
  const scope = canonicalScope(limit.columns, "permit");
  const matches = rowsOn(known, limit.rows, "narrow");
  if (scope === null || isByTitle(scope) || matches === "broken") return null;
  const named = canonicalMasks(scope, limit.masks);
  const masks = named === null ? "broken" : layMasks(named, scope, known, columns);
  if (masks === "broken") return null;
  const covers = mark(columns, permits(scope));
  return { kind: "within", rule: null, covers, masks, matches, parents: false };
}

function mark(columns: readonly SourceColumn[], covers: (column: SourceColumn) => boolean): Uint8Array {
  return Uint8Array.from(columns, (column) => (covers(column) ? 1 : 0));
}

/** Compiled first even where the filter's form covers every row: a lost column spoils it all the same. */
function rowsOn(
  known: KnownColumns,
  rows: RowFilter | null,
  reading: FilterReading,
): RowPredicate | null | "broken" {
  if (rows === null) return null;
  const matches = compileRows(rows, known, reading);
  if (matches === null) return "broken";
  return coversEveryRow(rows) ? null : matches;
}

/** Of a forbid on all but some columns a lost one hides more, not less; so only `only` can't do without. */
function namesLostColumn(columns: ColumnScope, known: KnownColumns): boolean {
  if (columns.mode !== "only") return false;
  if (!isByTitle(columns)) return columns.ids.some((id) => !known.has(id));
  return columns.titles.some((title) => (known.titled(foldTitle(title)) ?? []).length === 0);
}

/**
 * Masks by the column's place; of two on one column the stricter. "broken" where one's column is gone and something the
 * scope covers may have taken its place: a mask is a restriction, and a restriction on a lost column denies (F10).
 */
function layMasks(
  masks: readonly ColumnMask[] | undefined,
  scope: ColumnScope,
  known: KnownColumns,
  columns: readonly SourceColumn[],
): (Mask | null)[] | null | "broken" {
  if (masks === undefined || masks.length === 0) return null;
  const laid: (Mask | null)[] = columns.map(() => null);
  for (const one of masks) {
    if (!mayLoseColumns(scope) && isLost(one, known)) return "broken";
    for (const [place, column] of columns.entries()) {
      if (!isMasked(one, column)) continue;
      const other = laid[place] ?? null;
      if (other === null || compareMasks(other, one.mask) < 0) laid[place] = one.mask;
    }
  }
  return laid;
}

function isMasked({ columnId, title }: ColumnMask, column: SourceColumn): boolean {
  return columnId === undefined ? foldTitle(column.title) === title : column.id === columnId;
}

function isLost({ columnId, title = "" }: ColumnMask, known: KnownColumns): boolean {
  return columnId === undefined ? (known.titled(title) ?? []).length === 0 : !known.has(columnId);
}
