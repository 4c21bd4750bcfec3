import { permittedColumns } from "./scopes";
import type { ColumnScope, Decision, Limit, RowFilter } from "./types";

/**
 * A link's decision: its maker's, and inside the link's own limit as well (I21). Never shows more than `decision`
 * does; a deny stays the same deny. Narrowing twice keeps both limits.
 */
export function narrow(decision: Decision, limit: Limit): Decision {
  if (decision.effect === "deny") return decision;
  const { within } = decision;
  return { ...decision, within: within === undefined ? limit : meet(within, limit) };
}

function meet(a: Limit, b: Limit): Limit {
  return { columns: meetColumns(a.columns, b.columns), rows: meetRows(a.rows, b.rows) };
}

function meetColumns(a: ColumnScope, b: ColumnScope): ColumnScope {
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
