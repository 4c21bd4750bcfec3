import type { IncomingMessage } from "node:http";
import { apiRoutes } from "../api/routes";
import { badValue, notFound } from "../http/errors";
import type { Reply } from "../http/reply";
import { findRoute } from "../http/router";
import { ALL_SCOPES } from "../oauth/scopes";
import type { Sandbox } from "../sandbox";
import type { AccessLevel, ColumnSeed, Primitive } from "../scenarios/types";
import { parseId } from "../store/ids";
import type { Sheet } from "../store/sheet";
import { noticeChange, removeColumn, renameColumn } from "./columns";
import { mustFindPerson } from "./people";

const TYPES = [
  "TEXT_NUMBER",
  "DATE",
  "DATETIME",
  "ABSTRACT_DATETIME",
  "CHECKBOX",
  "PICKLIST",
  "MULTI_PICKLIST",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
  "DURATION",
  "PREDECESSOR",
] satisfies ColumnSeed["type"][];
const LEVELS = ["ADMIN", "EDITOR_SHARE", "EDITOR", "COMMENTER", "VIEWER"];

function mustFindSheet(sandbox: Sandbox, id: string | undefined): Sheet {
  const parsed = parseId(id ?? "");
  const sheet = parsed === null ? undefined : sandbox.store.sheet(parsed);
  if (!sheet) throw notFound();
  return sheet;
}

/** What `GET /sheets/{sheetId}` answers to the sheet's owner. */
export function readAsOwner(
  sandbox: Sandbox,
  request: IncomingMessage,
  { sheetId }: Record<string, string>,
): Reply | Promise<Reply> {
  const sheet = mustFindSheet(sandbox, sheetId);
  const found = findRoute(apiRoutes, "GET", `/sheets/${sheet.id}`);
  if (found.kind !== "found") throw notFound();
  const { owner: person } = sheet;
  return found.handle.run({
    sandbox,
    request,
    query: new URLSearchParams({ include: "objectValue,format,ownerInfo,writerInfo", level: "2" }),
    params: found.params,
    caller: {
      token: person.rawToken,
      kind: "raw",
      scopes: ALL_SCOPES,
      person,
      assumed: null,
      assumeOnly: false,
    },
    person,
    released: { columns: 0, rows: 0 },
  });
}

/** `accessLevel: null` takes a person's own share away; shares through groups stay. */
export function changeShare(
  sandbox: Sandbox,
  sheetId: string | undefined,
  body: Record<string, unknown>,
): unknown {
  const sheet = mustFindSheet(sandbox, sheetId);
  const person = mustFindPerson(sandbox, body.email);
  const { accessLevel } = body;
  if (accessLevel !== null && !LEVELS.includes(String(accessLevel)))
    throw badValue(String(accessLevel), "accessLevel");
  sheet.shares = sheet.shares.filter((share) => share.person !== person);
  if (accessLevel !== null)
    sheet.shares.push(sandbox.store.newShare({ person }, accessLevel as AccessLevel, sandbox.clock()));
  return { email: person.email, accessLevel: sandbox.store.accessLevel(person, sheet) };
}

export function changeColumn(
  sandbox: Sandbox,
  ids: Record<string, string>,
  body: Record<string, unknown>,
): unknown {
  const sheet = mustFindSheet(sandbox, ids.sheetId);
  const columnId = parseId(ids.columnId ?? "");
  const column = columnId === null ? undefined : sheet.column(columnId);
  if (!column) throw notFound();
  if (body.remove === true) removeColumn(sandbox, sheet, column);
  else if (typeof body.title === "string") renameColumn(sandbox, sheet, column, body.title);
  return { id: column.id, title: column.title, version: sheet.version };
}

/** Adds a column at the end; `values` fill it from the top and repeat, else each row gets a text of its own. */
export function addColumn(
  sandbox: Sandbox,
  sheetId: string | undefined,
  body: Record<string, unknown>,
): unknown {
  const sheet = mustFindSheet(sandbox, sheetId);
  if (typeof body.title !== "string") throw badValue(String(body.title), "title");
  const type = TYPES.find((known) => known === (body.type ?? "TEXT_NUMBER"));
  if (!type) throw badValue(String(body.type), "type");
  // Looked at first: rows not built yet would take the new column for one of the scenario.
  const rows = sheet.rows;
  const column = sheet.addColumn({ title: body.title, type });
  const values = Array.isArray(body.values) ? body.values.map(primitive) : [];
  rows.forEach((row, index) => {
    const value = values.length > 0 ? values[index % values.length] : `${column.title} ${index + 1}`;
    const cell = sheet.makeCell(value ?? null, column);
    if (cell) row.cells.set(column.id, cell);
  });
  noticeChange(sandbox, sheet, [{ objectType: "column", eventType: "created", id: column.id }]);
  return { id: column.id, title: column.title, version: sheet.version };
}

/** Changes one cell behind the API's back, as its owner would in the browser. */
export function changeCell(
  sandbox: Sandbox,
  ids: Record<string, string>,
  body: Record<string, unknown>,
): unknown {
  const sheet = mustFindSheet(sandbox, ids.sheetId);
  const row = sheet.rows[Number(body.rowNumber) - 1];
  const column = sheet.columns.find(
    (candidate) => candidate.title === body.column || String(candidate.id) === String(body.column),
  );
  if (!row || !column) throw notFound();
  const cell = sheet.makeCell(primitive(body.value ?? ""), column);
  row.modifiedAt = sandbox.clock();
  sheet.setCell(row, column, cell, sheet.owner, row.modifiedAt);
  noticeChange(sandbox, sheet, [
    { objectType: "row", eventType: "updated", id: row.id },
    { objectType: "cell", eventType: "updated", rowId: row.id, columnId: column.id },
  ]);
  return { rowId: row.id, columnId: column.id, version: sheet.version };
}

function primitive(value: unknown): Primitive {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw badValue(String(value), "value");
}
