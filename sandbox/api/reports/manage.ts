import {
  allowOnly,
  type Body,
  badAttribute,
  flagIn,
  missingAttribute,
  needText,
  readObject,
} from "../../http/attributes";
import { isRecord } from "../../http/body";
import { success } from "../../http/success";
import type { Container, Report, ReportDefinition } from "../../store/types";
import type { Call, Handler } from "../call";
import { readDestination } from "../tree/destination";
import { openFor } from "../tree/open";
import { nodeHead } from "../tree/render";
import { readDefinition } from "./definition";
import { newReportColumn, rendered } from "./report-columns";
import { scopeIn } from "./scope";

const PARTS = ["name", "columns", "scope", "reportDefinition", "isSummaryReport", "destination"];
const MOST_COLUMNS = 400;

/** A report in a folder or workspace. Errors: 400 with 1012, 1031, 1032 and 1041, 404/1006 for sources out of sight. */
export const createReport: Handler = async (call) => {
  const body = await readObject(call.request);
  allowOnly(body, PARTS);
  const name = needText(body, "name", 50);
  if (!isRecord(body.destination)) throw missingAttribute("destination");
  const container = readDestination(call, body.destination);
  const definition = readWhole(call, body);
  const report = makeReport(call, name, container, definition);
  return success({
    result: {
      ...nodeHead(report),
      accessLevel: "OWNER",
      isSummaryReport: definition.isSummaryReport,
      columns: definition.columns.map((column) => rendered(call, report, column)),
    },
  });
};

export const deleteReport: Handler = (call) => {
  const report = openFor(call, "report", "ADMIN");
  const { store } = call.sandbox;
  store.reports = store.reports.filter((other) => other !== report);
  return success();
};

function readWhole(call: Call, body: Body): ReportDefinition {
  const wanted = records(body, "columns");
  if (wanted.length > MOST_COLUMNS) throw badAttribute(`${wanted.length} columns`, "columns");
  const columns = wanted.map((column) => newReportColumn(call, column));
  const { reportDefinition = {} } = body;
  if (!isRecord(reportDefinition)) throw badAttribute(reportDefinition, "reportDefinition");
  return {
    isSummaryReport: flagIn(body, "isSummaryReport") ?? false,
    ...scopeIn(call, records(body, "scope")),
    columns,
    ...readDefinition(reportDefinition, columns),
  };
}

function makeReport(
  call: Call,
  name: string,
  container: Container | null,
  definition: ReportDefinition,
): Report {
  const { store, clock } = call.sandbox;
  const id = store.nextId("report");
  const now = clock();
  const report: Report = {
    kind: "report",
    id,
    key: store.ids.text(`report/${id}`),
    name,
    owner: call.person,
    shares: [],
    container,
    createdAt: now,
    modifiedAt: now,
    definition,
    publish: { enabled: false, accessibleBy: "ALL", defaultView: "GRID", showToolbar: true },
  };
  store.reports.push(report);
  return report;
}

/** At least one. */
function records(body: Body, name: string): Body[] {
  const items = body[name] ?? [];
  if (!Array.isArray(items) || !items.every(isRecord)) throw badAttribute(items, name);
  if (items.length === 0) throw missingAttribute(name);
  return items;
}
