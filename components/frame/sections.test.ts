import { describe, expect, it } from "vitest";
import { sectionOf } from "./sections";

describe("the section of an address", () => {
  it.each([
    ["/sheets", null, "sheets"],
    ["/sheets", "favourites", "favourites"],
    ["/sheets/123", "favourites", "sheets"],
    ["/links", null, "links"],
    ["/admin/links", null, "all-links"],
    ["/admin/rules/new", null, "rules"],
    ["/admin/groups", null, "groups"],
    ["/admin/pauses", null, "pauses"],
    ["/admin/who", null, "access"],
    ["/admin/explain", null, "access"],
    ["/admin/view-as/1003/3288115553007714", null, "access"],
    ["/admin/decisions/request-1", null, "audit"],
    ["/account", null, null],
    ["/sheetsandmore", null, null],
  ])("%s (show %s) is %s", (path, show, section) => {
    expect(sectionOf(path, show)).toBe(section);
  });
});
