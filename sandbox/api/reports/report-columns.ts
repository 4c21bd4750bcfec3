import {
  allowOnly,
  type Body,
  badAttribute,
  flagIn,
  readObject,
  readObjects,
  textIn,
} from "../../http/attributes";
import { ApiError, notFound } from "../../http/errors";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { tokenPage } from "../../http/token-paging";
import type { Report, ReportColumn } from "../../store/types";
import { type Call, type Handler, idParam } from "../call";
import { open, openFor } from "../tree/open";
import { readColumnRef } from "./column-ref";
import { renderReportColumn } from "./columns";
import { readLevel } from "./read";

const MOST = 400;

export const listReportColumns: Handler = (call) => {
  const { node } = open(call, "report");
  const columns = node.definition.columns.map((column) => ({ id: column.virtualId, column }));
  const { items, more } = tokenPage(columns, call);
  return json({ data: items.map(({ column }) => rendered(call, node, column)), ...more });
};

export const getReportColumn: Handler = (call) => {
  const { node } = open(call, "report");
  return json(rendered(call, node, find(call, node)));
};

/** All at one place: the columns of a request must agree on their index. */
export const addReportColumns: Handler = async (call) => {
  const report = openFor(call, "report", "EDITOR");
  const { items } = await readObjects(call.request);
  const indexes = new Set(items.map(({ index }) => index));
  if (indexes.size > 1) throw badAttribute([...indexes].join(", "), "index");
  const { columns } = report.definition;
  const [first] = items;
  const index = (first && indexIn(first, columns.length)) ?? columns.length;
  if (columns.length + items.length > MOST) throw badAttribute(`${items.length} columns`, "columns");
  const added = items.map((item) => newReportColumn(call, item));
  columns.splice(index, 0, ...added);
  changed(call, report);
  return success({ result: added.map((column) => rendered(call, report, column)) });
};

/** Title, place, width, and whether it shows; what it is a column of stays. */
export const updateReportColumn: Handler = async (call) => {
  const report = openFor(call, "report", "EDITOR");
  const column = find(call, report);
  const body = await readObject(call.request);
  allowOnly(body, ["title", "index", "hidden", "width"]);
  const { columns } = report.definition;
  const index = indexIn(body, columns.length - 1);
  const changes = {
    title: textIn(body, "title")?.trim() || column.title,
    hidden: flagIn(body, "hidden") ?? column.hidden,
    width: widthIn(body) ?? column.width,
  };
  Object.assign(column, changes);
  if (index !== undefined) {
    columns.splice(columns.indexOf(column), 1);
    columns.splice(index, 0, column);
  }
  changed(call, report);
  return success({ result: rendered(call, report, column) });
};

export const deleteReportColumn: Handler = (call) => {
  const report = openFor(call, "report", "EDITOR");
  const column = find(call, report);
  if (report.definition.columns.length === 1)
    throw new ApiError(400, 1260, "Cannot delete last visible column.");
  report.definition.columns = report.definition.columns.filter((other) => other !== column);
  changed(call, report);
  return success();
};

/** Errors: 400 with 1012 and 1031. */
export function newReportColumn(call: Call, body: Body): ReportColumn {
  return {
    ...readColumnRef(body),
    virtualId: call.sandbox.store.nextId("virtual"),
    hidden: flagIn(body, "hidden") ?? false,
    width: widthIn(body) ?? 150,
  };
}

export function rendered(call: Call, report: Report, column: ReportColumn) {
  return renderReportColumn(call.sandbox.store, report, column, {
    level: readLevel(call),
    withFormat: false,
  });
}

function find(call: Call, { definition }: Report): ReportColumn {
  const id = idParam(call, "columnVirtualId");
  const found = definition.columns.find((column) => column.virtualId === id);
  if (!found) throw notFound();
  return found;
}

function indexIn(body: Body, most: number): number | undefined {
  const index = body.index ?? undefined;
  if (index === undefined) return undefined;
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index > most)
    throw badAttribute(index, "index");
  return index;
}

function widthIn(body: Body): number | undefined {
  const width = body.width ?? undefined;
  if (width === undefined) return undefined;
  if (typeof width !== "number" || !Number.isInteger(width) || width < 1) throw badAttribute(width, "width");
  return width;
}

function changed(call: Call, report: Report): void {
  report.modifiedAt = call.sandbox.clock();
}
