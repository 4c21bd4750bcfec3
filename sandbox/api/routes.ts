import type { Route } from "../http/router";
import type { Scope } from "../oauth/scopes";
import type { ApiRoute, Handler } from "./call";
import { listContacts } from "./contacts";
import { getGroup, listGroups } from "./groups";
import { addRows, deleteRows, updateRows } from "./rows";
import { getColumn, getRow, getSheet, getVersion, listColumns } from "./sheet";
import { listPlanSheets, listSheets } from "./sheets";
import { revokeToken } from "./tokens";
import { getMe, listUsers } from "./users";

const route = (method: string, path: string, scope: Scope | null, run: Handler): Route<ApiRoute> => ({
  method,
  path,
  handle: { scope, run },
});

/** Every call that needs a bearer token, below `/2.0`. */
export const apiRoutes: Route<ApiRoute>[] = [
  route("DELETE", "/token", null, revokeToken),
  route("GET", "/users/me", null, getMe),
  route("GET", "/users/sheets", "ADMIN_USERS", listPlanSheets),
  route("GET", "/users", "READ_USERS", listUsers),
  route("GET", "/groups", "READ_USERS", listGroups),
  route("GET", "/groups/{groupId}", "READ_USERS", getGroup),
  route("GET", "/contacts", "READ_CONTACTS", listContacts),
  route("GET", "/sheets", "READ_SHEETS", listSheets),
  route("GET", "/sheets/{sheetId}", "READ_SHEETS", getSheet),
  route("GET", "/sheets/{sheetId}/version", "READ_SHEETS", getVersion),
  route("GET", "/sheets/{sheetId}/columns", "READ_SHEETS", listColumns),
  route("GET", "/sheets/{sheetId}/columns/{columnId}", "READ_SHEETS", getColumn),
  route("GET", "/sheets/{sheetId}/rows/{rowId}", "READ_SHEETS", getRow),
  route("POST", "/sheets/{sheetId}/rows", "WRITE_SHEETS", addRows),
  route("PUT", "/sheets/{sheetId}/rows", "WRITE_SHEETS", updateRows),
  route("DELETE", "/sheets/{sheetId}/rows", "WRITE_SHEETS", deleteRows),
];
