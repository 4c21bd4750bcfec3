import {
  allowOnly,
  type Body,
  badAttribute,
  missingAttribute,
  readObject,
  wordIn,
} from "../../http/attributes";
import { isRecord } from "../../http/body";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { OPERATOR_NAMES } from "../../store/criteria";
import { REPORT_OPERATOR_NAMES } from "../../store/report-criteria";
import type { Store } from "../../store/store";
import type { Report, ReportColumnRef, ReportDefinition, ReportFilter } from "../../store/types";
import type { Handler } from "../call";
import { open, openFor } from "../tree/open";
import { readColumnRef, renderColumnRef } from "./column-ref";

const PARTS = ["filters", "groupingCriteria", "summarizingCriteria", "sortingCriteria"];
const DIRECTIONS = ["ASCENDING", "DESCENDING"] as const;
/** Filters within filters. */
const DEEPEST = 3;

type Changes = Pick<ReportDefinition, "filter" | "sort" | "grouping" | "summarizing">;

export const getDefinition: Handler = (call) => {
  const { node } = open(call, "report");
  return json(renderDefinition(call.sandbox.store, node));
};

/** Replaces the definition: what the body leaves out the report no longer has. */
export const updateDefinition: Handler = async (call) => {
  const report = openFor(call, "report", "ADMIN");
  Object.assign(report.definition, readDefinition(await readObject(call.request), report.definition.columns));
  report.modifiedAt = call.sandbox.clock();
  return success();
};

/** Errors: 400 with 1012, 1031 and 1032. */
export function readDefinition(body: Body, shown: ReportColumnRef[]): Changes {
  allowOnly(body, PARTS);
  const { filters } = body;
  if (filters !== undefined && filters !== null && !isRecord(filters)) throw badAttribute(filters, "filters");
  return {
    filter: isRecord(filters) ? readFilter(filters, shown, 1) : null,
    sort: records(body, "sortingCriteria").map((criterion) => ({
      column: columnOf(criterion, shown),
      descending: wordIn(criterion, "sortingDirection", DIRECTIONS) === "DESCENDING",
    })),
    grouping: checked(body, "groupingCriteria", shown),
    summarizing: checked(body, "summarizingCriteria", shown),
  };
}

function readFilter(body: Body, shown: ReportColumnRef[], depth: number): ReportFilter {
  const operator = wordIn(body, "operator", ["AND", "OR"]);
  if (operator === undefined) throw missingAttribute("filters.operator");
  const nested = records(body, "nestedCriteria");
  if (nested.length > 0 && depth >= DEEPEST) throw badAttribute(body.nestedCriteria, "nestedCriteria");
  const criteria = records(body, "criteria").map((criterion) => ({
    column: columnOf(criterion, shown),
    operator: operatorOf(criterion),
    values: listIn(criterion, "values"),
  }));
  if (criteria.length === 0 && nested.length === 0) throw missingAttribute("filters.criteria");
  return { operator, criteria, nested: nested.map((inner) => readFilter(inner, shown, depth + 1)) };
}

function operatorOf(criterion: Body): string {
  const operator = wordIn(criterion, "operator", [...OPERATOR_NAMES, ...REPORT_OPERATOR_NAMES]);
  if (operator === undefined) throw missingAttribute("criteria.operator");
  return operator;
}

function columnOf(criterion: Body, shown: ReportColumnRef[]): ReportColumnRef {
  if (!isRecord(criterion.column)) throw missingAttribute("column");
  return readColumnRef(criterion.column, shown);
}

function checked(body: Body, name: string, shown: ReportColumnRef[]): Body[] {
  const items = records(body, name);
  for (const item of items) columnOf(item, shown);
  return items;
}

function records(body: Body, name: string): Body[] {
  const items = listIn(body, name);
  if (!items.every(isRecord)) throw badAttribute(items, name);
  return items;
}

function listIn(body: Body, name: string): unknown[] {
  const items = body[name] ?? [];
  if (!Array.isArray(items)) throw badAttribute(items, name);
  return items;
}

/** Parts the report does not have are left out. */
function renderDefinition(store: Store, report: Report) {
  const { filter, sort, grouping, summarizing } = report.definition;
  return {
    ...(filter ? { filters: renderFilter(store, report, filter) } : {}),
    ...(grouping.length > 0 ? { groupingCriteria: grouping } : {}),
    ...(summarizing.length > 0 ? { summarizingCriteria: summarizing } : {}),
    ...(sort.length > 0
      ? {
          sortingCriteria: sort.map(({ column, descending }) => ({
            column: renderColumnRef(store, report, column),
            sortingDirection: descending ? "DESCENDING" : "ASCENDING",
          })),
        }
      : {}),
  };
}

function renderFilter(store: Store, report: Report, { operator, criteria, nested }: ReportFilter): object {
  return {
    operator,
    ...(criteria.length > 0
      ? {
          criteria: criteria.map((criterion) => ({
            ...criterion,
            column: renderColumnRef(store, report, criterion.column),
          })),
        }
      : {}),
    ...(nested.length > 0
      ? { nestedCriteria: nested.map((inner) => renderFilter(store, report, inner)) }
      : {}),
  };
}
