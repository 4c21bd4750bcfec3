import { describe, expect, it } from "vitest";
import { localeOf } from "./locale";

describe("localeOf", () => {
  it("takes the first language, without its weight", () => {
    expect(localeOf("de-CH;q=0.9, en;q=0.8")).toBe("de-CH");
  });

  it("writes the tag as it should be", () => {
    expect(localeOf("EN-us")).toBe("en-US");
  });

  it.each([null, "", "*", "not a tag", "x;;;", "../../etc"])("falls back for %j", (header) => {
    expect(localeOf(header)).toBe("en-GB");
  });
});
