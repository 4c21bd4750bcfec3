import type { ColumnId } from "./ids";
import { NOTHING } from "./mask-text";
import { permittedColumns } from "./scopes";
import type { ColumnMask, Decision, IdScope, Limit, RowFilter } from "./types";

/**
 * A link's decision: its maker's, and inside the link's own limit as well (I21). Never shows more than `decision`
 * does; a deny stays the same deny. Narrowing twice keeps both limits. A limit that can't be read (columns by title, a
 * mask outside its columns) shows nothing, which `project` finds.
 */
export function narrow(decision: Decision, limit: Limit): Decision {
  if (decision.effect === "deny") return decision;
  const { within } = decision;
  return { ...decision, within: within === undefined ? limit : meet(within, limit) };
}

function meet(a: Limit, b: Limit): Limit {
  const columns = meetColumns(a.columns, b.columns);
  const masks = meetMasks(columns, [...(a.masks ?? []), ...(b.masks ?? [])]);
  return { columns, rows: meetRows(a.rows, b.rows), ...(masks.length === 0 ? {} : { masks }) };
}

function meetColumns(a: IdScope, b: IdScope): IdScope {
  const left = permittedColumns(a);
  const right = permittedColumns(b);
  if (left === null) return b;
  if (right === null) return a;
  return { mode: "only", ids: [...left].filter((id) => right.has(id)).sort() };
}

function meetRows(a: RowFilter | null, b: RowFilter | null): RowFilter | null {
  if (a === null) return b;
  return b === null ? a : { match: "all", conditions: [a, b] };
}

/**
 * Masks of columns that are still inside. Where two limits mask one column differently nothing of it shows: any text
 * that one of them allows could tell what the other hides.
 */
function meetMasks(columns: IdScope, masks: readonly ColumnMask[]): ColumnMask[] {
  const inside = permittedColumns(columns);
  const met = new Map<string, ColumnMask>();
  for (const one of masks) {
    if (isOutside(one.columnId, inside)) continue;
    const key = JSON.stringify([one.columnId, one.title]);
    const other = met.get(key);
    const isSame = other === undefined || JSON.stringify(other.mask) === JSON.stringify(one.mask);
    met.set(key, isSame ? one : { ...one, mask: { kind: "constant", text: NOTHING } });
  }
  return [...met].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function isOutside(id: ColumnId | undefined, inside: ReadonlySet<ColumnId> | null): boolean {
  return id !== undefined && inside !== null && !inside.has(id);
}
