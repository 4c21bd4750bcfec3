import type { Container, Id, Report } from "../../store/types";
import type { Call } from "../call";

/** A report like another, owned by the caller and shared with nobody. */
export function copyReportTo(call: Call, report: Report, container: Container | null): Report {
  const { store, clock } = call.sandbox;
  const id = store.nextId("report");
  const now = clock();
  const copy: Report = {
    ...report,
    id,
    key: store.ids.text(`report/${id}`),
    owner: call.person,
    shares: [],
    container,
    createdAt: now,
    modifiedAt: now,
    definition: structuredClone(report.definition),
    publish: { ...report.publish, enabled: false },
    sourceId: report.id,
  };
  for (const column of copy.definition.columns) column.virtualId = store.nextId("virtual");
  store.reports.push(copy);
  return copy;
}

/** Points a report at the copies of its sheets, by the ids of the originals. */
export function remapReport({ definition }: Report, ids: ReadonlyMap<Id, Id>): void {
  definition.sheetIds = definition.sheetIds.map((id) => ids.get(id) ?? id);
  definition.workspaceIds = definition.workspaceIds.map((id) => ids.get(id) ?? id);
}
