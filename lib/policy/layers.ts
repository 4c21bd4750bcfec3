import { isOfGroup } from "./columns";
import { coversEveryRow } from "./conditions";
import type { ColumnId, ConnectionId, RuleId } from "./ids";
import { compileFilter, type RowPredicate } from "./match-rows";
import { forbiddenColumns, permittedColumns } from "./scopes";
import type { SourceColumn, SourceSheet } from "./sheet";
import type { AllowDecision, Rectangle, RowFilter } from "./types";

/** One answer of Smartsheet: read with the person's own token (both nulls), or for one (connection, assumed user). */
export interface Source {
  connectionId: ConnectionId | null;
  assume: string | null;
  sheet: SourceSheet;
  /** Every column the sheet has, where only some were asked for; null where `sheet.columns` is all of them. */
  allColumnIds: ColumnId[] | null;
}

/** A rectangle made ready for one source: 1 for each column it covers, and its rows (null: every row). */
export interface Layer {
  kind: "grant" | "minus" | "within";
  rule: RuleId | null;
  covers: Uint8Array;
  matches: RowPredicate | null;
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
 * A permit whose rows can't be evaluated is left out: it gives nothing.
 */
export function layOut(
  decision: AllowDecision,
  source: Source,
  columns: readonly SourceColumn[],
): { reading: Reading } | { broken: RuleId | null } {
  const layers: Layer[] = [];
  const own = new Set(source.sheet.columns.map((column) => column.id));
  const has = source.allColumnIds === null ? own : new Set([...source.allColumnIds, ...own]);
  const mark = (covers: (id: ColumnId) => boolean) =>
    Uint8Array.from(columns, ({ id }) => (covers(id) ? 1 : 0));

  if (decision.via === "own") {
    layers.push({ kind: "grant", rule: null, covers: mark((id) => own.has(id)), matches: null });
  } else {
    for (const grant of decision.grants) {
      const matches = rowsOn(source, grant.rows);
      if (!isOfGroup(grant, source) || matches === "broken") continue;
      const permitted = permittedColumns(grant.columns);
      const covers = mark((id) => own.has(id) && (permitted === null || permitted.has(id)));
      layers.push({ kind: "grant", rule: grant.rule, covers, matches });
    }
  }
  for (const forbid of decision.minus) {
    const matches = rowsOn(source, forbid.rows);
    if (matches === "broken" || namesLostColumn(forbid, has)) return { broken: forbid.rule };
    layers.push({
      kind: "minus",
      rule: forbid.rule,
      covers: mark(forbiddenColumns(forbid.columns)),
      matches,
    });
  }
  if (decision.within !== undefined) {
    const matches = rowsOn(source, decision.within.rows);
    if (matches === "broken") return { broken: null };
    const permitted = permittedColumns(decision.within.columns);
    const covers = mark((id) => permitted === null || permitted.has(id));
    layers.push({ kind: "within", rule: null, covers, matches });
  }
  return { reading: { source, layers } };
}

/** Compiled first even where the filter's form covers every row: a lost column spoils it all the same. */
function rowsOn(source: Source, rows: RowFilter | null): RowPredicate | null | "broken" {
  if (rows === null) return null;
  const matches = compileFilter(rows, source.sheet.columns);
  if (matches === null) return "broken";
  return coversEveryRow(rows) ? null : matches;
}

function namesLostColumn({ columns }: Rectangle, has: ReadonlySet<ColumnId>): boolean {
  return columns.mode === "only" && columns.ids.some((id) => !has.has(id));
}

/**
 * For each column the reading that shows it in a row where `hits` says which layers match, else -1.
 * `hits` has one entry for each reading; null where that source lacks the row. The first reading wins, so joined
 * answers come out the same in any order; a forbid seen by any reading takes the cell from all of them.
 */
export function shownIn(
  readings: readonly Reading[],
  hits: readonly (readonly boolean[] | null)[],
  width: number,
): Int16Array {
  const from = new Int16Array(width).fill(-1);
  for (let place = readings.length - 1; place >= 0; place--) {
    const layers = hitLayers(readings[place], hits[place]);
    const limit = readings[place]?.layers.find((layer) => layer.kind === "within");
    if (limit !== undefined && !layers.includes(limit)) continue;
    for (const { kind, covers } of layers) {
      if (kind !== "grant") continue;
      for (let c = 0; c < width; c++) {
        if (covers[c] === 1 && (limit === undefined || limit.covers[c] === 1)) from[c] = place;
      }
    }
  }
  for (const [place, reading] of readings.entries()) {
    for (const { kind, covers } of hitLayers(reading, hits[place])) {
      if (kind === "minus") for (let c = 0; c < width; c++) if (covers[c] === 1) from[c] = -1;
    }
  }
  return from;
}

function hitLayers(reading: Reading | undefined, hits: readonly boolean[] | null | undefined): Layer[] {
  return reading === undefined || !hits ? [] : reading.layers.filter((_, place) => hits[place] === true);
}
