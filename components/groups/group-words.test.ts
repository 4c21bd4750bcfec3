import { describe, expect, it } from "vitest";
import { attributeLines, countWords, groupProblemWords, rulesByGroup } from "./group-words";

describe("groups in words", () => {
  it("says what to do about each way in which groups are not read, and never a code", () => {
    for (const code of [
      "token_invalid",
      "not_found",
      "rate_limited",
      "timeout",
      "unavailable",
      "brand_new",
    ]) {
      expect(groupProblemWords(code)).toMatch(/\. \S.*\.$/);
      expect(groupProblemWords(code)).not.toContain("_");
    }
    expect(groupProblemWords("token_invalid")).toContain("Connections");
  });

  it("counts with the right word", () => {
    expect(countWords(1, "member", "members")).toBe("1 member");
    expect(countWords(1200, "member", "members")).toBe("1,200 members");
  });

  it("counts the rules in force for a group kept here, not those of Smartsheet's of the same id", () => {
    const rule = (type: string, id: string, state = "active") => ({ state, principal: { type, id } });
    expect(
      rulesByGroup([
        rule("localGroup", "G-1"),
        rule("localGroup", "G-1", "upcoming"),
        rule("localGroup", "G-1", "ended"),
        rule("group", "G-1"),
        { state: "active", principal: { type: "everyone" } },
      ]),
    ).toEqual({ "G-1": 2 });
  });

  it("counts people and values of an attribute apart", () => {
    expect(
      attributeLines([
        { email: "vik@acme.test", name: "region", value: "West" },
        { email: "vik@acme.test", name: "region", value: "East" },
        { email: "olga@acme.test", name: "region", value: "East" },
        { email: "olga@acme.test", name: "cost centre", value: "12" },
      ]),
    ).toEqual([
      { name: "cost centre", people: 1, values: ["12"] },
      { name: "region", people: 2, values: ["East", "West"] },
    ]);
  });
});
