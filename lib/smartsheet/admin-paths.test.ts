import { describe, expect, it } from "vitest";
import { isAdminCallAllowed } from "./admin-paths";

const ALLOWED = [
  "users/me",
  "users",
  "sheets",
  "sheets/9007199254740993",
  "sheets/12/version",
  "sheets/12/columns",
  "sheets/12/path",
  "reports/12/path",
  "folders/12/path",
  "folders/12/children",
  "workspaces",
  "workspaces/12/children",
  "groups",
  "groups/12",
];

describe("I09 what an administrator's token may be used for", () => {
  it.each(ALLOWED)("GET %s, and nothing but GET", (path) => {
    expect(isAdminCallAllowed("GET", path)).toBe(true);
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "HEAD", "get"])
      expect(isAdminCallAllowed(method, path), method).toBe(false);
  });

  it.each([
    "",
    "users/12",
    "sheets/0",
    "sheets/012",
    "sheets/12345678901234567890",
    "sheets/12/",
    "sheets/12/rows",
    "sheets/12/publish",
    "sheets/12/shares",
    "sheets/12/path/",
    "sheets/../users",
    "sheets/１２",
    "workspaces/12",
    "workspaces/12/shares",
    "workspaces/x/children",
    "folders/12",
    "groups/12/members",
    "reports/12",
    "sights/12/path",
    "/sheets/12",
    "sheets/12\n",
  ])("not %j", (path) => expect(isAdminCallAllowed("GET", path)).toBe(false));
});
