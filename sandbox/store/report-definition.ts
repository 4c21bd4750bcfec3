import type { ReportSeed } from "../scenarios/types";
import type { Ids } from "./ids";
import type { Sheet } from "./sheet";
import type { ReportColumnRef, ReportDefinition } from "./types";

/** What a report of a scenario shows, with ids for keys. */
export function growDefinition(seed: ReportSeed, ids: Ids, find: (key: string) => Sheet): ReportDefinition {
  const columns = seed.columns.map(({ title, also = [], sheetName = false, width = 150 }) => ({
    virtualId: ids.for(`virtual/${seed.key}/${title}`),
    title,
    titles: [title, ...also],
    type: null,
    primary: false,
    sheetName,
    hidden: false,
    width,
  }));
  const named = (title: string): ReportColumnRef => {
    const shown = columns.find((column) => column.title === title);
    const { titles, sheetName } = shown ?? { titles: [title], sheetName: false };
    return { title, titles, type: null, primary: false, sheetName };
  };
  const criteria = (seed.criteria ?? []).map(({ column, operator, values = [] }) => ({
    column: named(column),
    operator,
    values,
  }));
  return {
    isSummaryReport: false,
    sheetIds: seed.sheets.map((key) => find(key).id),
    workspaceIds: [],
    columns,
    filter: criteria.length > 0 ? { operator: "AND", criteria, nested: [] } : null,
    sort: seed.sort ? [{ column: named(seed.sort.column), descending: seed.sort.descending ?? false }] : [],
    grouping: [],
    summarizing: [],
  };
}
