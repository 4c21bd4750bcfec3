import { route } from "../route";
import { listPlanSheets } from "../sheets/list";
import { deactivateUser, reactivateUser } from "./active";
import { addUser } from "./add-user";
import {
  addAlternateEmails,
  deleteAlternateEmail,
  getAlternateEmail,
  listAlternateEmails,
  makePrimary,
} from "./alternate-emails";
import { getContact, listContacts } from "./contacts";
import { addFavorites, deleteFavorite, deleteFavorites, getFavorite, listFavorites } from "./favorites";
import { getGroup, listGroups } from "./groups";
import { addMembers, createGroup, deleteGroup, removeMember, updateGroup } from "./manage-groups";
import { downgradeUser, listUserPlans, removeUserFromPlan, upgradeUser } from "./plans";
import { setProfileImage } from "./profile-image";
import { removeUser } from "./remove-user";
import { revokeToken } from "./tokens";
import { updateUser } from "./update-user";
import { getMe, getUser, listUsers } from "./users";

const alternates = "/users/{userId}/alternateemails";
const plan = "/users/{userId}/plans/{planId}";
const favorite = "/favorites/{favoriteType}/{favoriteId}";

export const userRoutes = [
  route("DELETE", "/token", null, revokeToken, { sdk: "tokens.revokeAccessToken" }),

  route("GET", "/users/me", null, getMe, { sdk: "users.getCurrentUser" }),
  route("GET", "/users/sheets", "ADMIN_USERS", listPlanSheets, { sdk: "sheets.listOrganizationSheets" }),
  route("GET", "/users", "READ_USERS", listUsers, { sdk: "users.listAllUsers" }),
  route("POST", "/users", "ADMIN_USERS", addUser, { sdk: "users.addUser" }),
  route("GET", "/users/{userId}", "READ_USERS", getUser, { sdk: "users.getUser" }),
  route("PUT", "/users/{userId}", "ADMIN_USERS", updateUser, { sdk: "users.updateUser" }),
  route("DELETE", "/users/{userId}", "ADMIN_USERS", removeUser, { sdk: "users.removeUser" }),
  route("POST", "/users/{userId}/deactivate", "ADMIN_USERS", deactivateUser, { sdk: "users.deactivateUser" }),
  route("POST", "/users/{userId}/reactivate", "ADMIN_USERS", reactivateUser, { sdk: "users.reactivateUser" }),
  route("POST", "/users/{userId}/profileimage", "WRITE_SHEETS", setProfileImage, {
    sdk: "users.addProfileImage",
  }),

  route("GET", alternates, "READ_USERS", listAlternateEmails, { sdk: "users.listAlternateEmails" }),
  route("POST", alternates, "ADMIN_USERS", addAlternateEmails, { sdk: "users.addAlternateEmail" }),
  route("GET", `${alternates}/{alternateEmailId}`, "READ_USERS", getAlternateEmail, {
    sdk: "users.getAlternateEmail",
  }),
  route("DELETE", `${alternates}/{alternateEmailId}`, "ADMIN_USERS", deleteAlternateEmail, {
    sdk: "users.deleteAlternateEmail",
  }),
  route("POST", `${alternates}/{alternateEmailId}/makeprimary`, "ADMIN_USERS", makePrimary, {
    sdk: "users.makeAlternateEmailPrimary",
  }),

  route("GET", "/users/{userId}/plans", "READ_USERS", listUserPlans, {
    sdk: "users.listUserPlans",
    inSpec: false,
  }),
  route("POST", `${plan}/upgrade`, "ADMIN_USERS", upgradeUser, { sdk: "users.upgradeUser", inSpec: false }),
  route("POST", `${plan}/downgrade`, "ADMIN_USERS", downgradeUser, {
    sdk: "users.downgradeUser",
    inSpec: false,
  }),
  route("DELETE", plan, "ADMIN_USERS", removeUserFromPlan, {
    sdk: "users.removeUserFromPlan",
    inSpec: false,
  }),

  route("GET", "/groups", "READ_USERS", listGroups, { sdk: "groups.listGroups" }),
  route("POST", "/groups", "ADMIN_USERS", createGroup, { sdk: "groups.createGroup" }),
  route("GET", "/groups/{groupId}", "READ_USERS", getGroup, { sdk: "groups.getGroup" }),
  route("PUT", "/groups/{groupId}", "ADMIN_USERS", updateGroup, { sdk: "groups.updateGroup" }),
  route("DELETE", "/groups/{groupId}", "ADMIN_USERS", deleteGroup, { sdk: "groups.deleteGroup" }),
  route("POST", "/groups/{groupId}/members", "ADMIN_USERS", addMembers, { sdk: "groups.addGroupMembers" }),
  route("DELETE", "/groups/{groupId}/members/{userId}", "ADMIN_USERS", removeMember, {
    sdk: "groups.removeGroupMember",
  }),

  route("GET", "/contacts", "READ_CONTACTS", listContacts, { sdk: "contacts.listContacts" }),
  route("GET", "/contacts/{contactId}", "READ_CONTACTS", getContact, { sdk: "contacts.getContact" }),

  route("GET", "/favorites", "READ_SHEETS", listFavorites, { sdk: "favorites.listFavorites" }),
  route("POST", "/favorites", "ADMIN_WORKSPACES", addFavorites, { sdk: "favorites.addItemsToFavorites" }),
  route("DELETE", "/favorites/{favoriteType}", "ADMIN_WORKSPACES", deleteFavorites, {
    sdk: "favorites.removeSheetsFromFavorites",
  }),
  route("GET", favorite, "READ_SHEETS", getFavorite),
  route("DELETE", favorite, "ADMIN_WORKSPACES", deleteFavorite, {
    sdk: "favorites.removeSheetFromFavorites",
  }),
];
