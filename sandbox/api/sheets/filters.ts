import { ApiError, badValue } from "../../http/errors";
import { appliedFilter, filtersFor } from "../../render/sheet";
import { matches, rowFacts } from "../../store/criteria";
import { parseId } from "../../store/ids";
import type { Sheet } from "../../store/sheet";
import type { Filter, Id, Row } from "../../store/types";
import type { Call } from "../call";

/**
 * The rows a filter hides: that of `filterId`, or with `include=filters` the one the person has applied. Undefined where
 * neither is asked for. Errors: 400/1182 for a filter the person does not have.
 */
export function hiddenRows(
  call: Call,
  sheet: Sheet,
  include: ReadonlySet<string>,
): ReadonlySet<Id> | undefined {
  const wanted = call.query.get("filterId");
  if (wanted) return rowsOutside(call, sheet, namedFilter(call, sheet, wanted));
  if (!include.has("filters")) return undefined;
  const applied = appliedFilter(call, sheet);
  return applied ? rowsOutside(call, sheet, applied) : new Set();
}

export function namedFilter(call: Call, sheet: Sheet, text: string): Filter {
  const id = parseId(text);
  if (id === null) throw badValue(text, "filterId");
  const filter = filtersFor(call, sheet).find((candidate) => candidate.id === id);
  if (!filter)
    throw new ApiError(400, 1182, `The specified sheet filter ${text} does not exist for sheet ${sheet.id}.`);
  return filter;
}

function rowsOutside(call: Call, sheet: Sheet, filter: Filter): Set<Id> {
  const fits = rowTest(call, sheet, filter);
  const shown = new Set(sheet.rows.filter(fits).map(({ id }) => id));
  if (filter.includeParent) showParents(sheet, shown);
  return new Set(sheet.rows.flatMap(({ id }) => (shown.has(id) ? [] : [id])));
}

function rowTest(call: Call, sheet: Sheet, { operator, criteria }: Filter): (row: Row) => boolean {
  const facts = rowFacts(sheet);
  const now = call.sandbox.clock();
  const tests = criteria.map((criterion) => (row: Row) => {
    const column = sheet.column(criterion.columnId);
    if (!column) return false;
    return matches(row.cells.get(column.id), column, criterion, now, call.person, facts(row));
  });
  return (row) => (operator === "OR" ? tests.some((test) => test(row)) : tests.every((test) => test(row)));
}

function showParents(sheet: Sheet, shown: Set<Id>): void {
  for (const id of [...shown]) {
    let parentId = sheet.row(id)?.parentId;
    while (parentId !== undefined && !shown.has(parentId)) {
      shown.add(parentId);
      parentId = sheet.row(parentId)?.parentId;
    }
  }
}
