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
    ["/account", null, null],
    ["/sheetsandmore", null, null],
  ])("%s (show %s) is %s", (path, show, section) => {
    expect(sectionOf(path, show)).toBe(section);
  });
});
