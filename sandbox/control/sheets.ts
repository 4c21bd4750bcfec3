import { badValue, notFound } from "../http/errors";
import type { Sandbox } from "../sandbox";
import type { AccessLevel, ColumnSeed, Primitive } from "../scenarios/types";
import { parseId } from "../store/ids";
import type { Sheet } from "../store/sheet";
import { mustFindPerson } from "./people";

const LEVELS = ["ADMIN", "EDITOR_SHARE", "EDITOR", "COMMENTER", "VIEWER"];

function mustFindSheet(sandbox: Sandbox, id: string | undefined): Sheet {
  const parsed = parseId(id ?? "");
  const sheet = parsed === null ? undefined : sandbox.store.sheet(parsed);
  if (!sheet) throw notFound();
  return sheet;
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
  if (body.remove === true) {
    sheet.columns = sheet.columns.filter((other) => other !== column);
    for (const row of sheet.rows) row.cells.delete(column.id);
  } else if (typeof body.title === "string") column.title = body.title;
  sheet.touch(sandbox.clock());
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
  const type = (typeof body.type === "string" ? body.type : "TEXT_NUMBER") as ColumnSeed["type"];
  // Looked at first: rows not built yet would take the new column for one of the scenario.
  const rows = sheet.rows;
  const column = sheet.addColumn({ title: body.title, type });
  const values = Array.isArray(body.values) ? (body.values as Primitive[]) : [];
  rows.forEach((row, index) => {
    const value = values.length > 0 ? values[index % values.length] : `${column.title} ${index + 1}`;
    const cell = sheet.makeCell(value ?? null, column);
    if (cell) row.cells.set(column.id, cell);
  });
  sheet.touch(sandbox.clock());
  return { id: column.id, title: column.title, version: sheet.version };
}

/** Changes one cell behind the API's back, or adds a row, as its owner would in the browser. */
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
  const cell = sheet.makeCell((body.value ?? "") as Primitive, column);
  if (cell) row.cells.set(column.id, cell);
  row.modifiedAt = sandbox.clock();
  sheet.touch(row.modifiedAt);
  return { rowId: row.id, columnId: column.id, version: sheet.version };
}
