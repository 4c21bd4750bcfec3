import { route } from "../route";
import { listPlanSheets } from "../sheets/list";
import { listContacts } from "./contacts";
import { getGroup, listGroups } from "./groups";
import { revokeToken } from "./tokens";
import { getMe, listUsers } from "./users";

export const userRoutes = [
  route("DELETE", "/token", null, revokeToken, { sdk: "tokens.revokeAccessToken" }),
  route("GET", "/users/me", null, getMe, { sdk: "users.getCurrentUser" }),
  route("GET", "/users/sheets", "ADMIN_USERS", listPlanSheets, { sdk: "sheets.listOrganizationSheets" }),
  route("GET", "/users", "READ_USERS", listUsers, { sdk: "users.listAllUsers" }),
  route("GET", "/groups", "READ_USERS", listGroups, { sdk: "groups.listGroups" }),
  route("GET", "/groups/{groupId}", "READ_USERS", getGroup, { sdk: "groups.getGroup" }),
  route("GET", "/contacts", "READ_CONTACTS", listContacts, { sdk: "contacts.listContacts" }),
];
