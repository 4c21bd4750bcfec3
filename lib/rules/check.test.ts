import { describe, expect, it } from "vitest";
import { checkRule } from "./check";
import { type RuleInput, ruleInput } from "./schema";

const NOW = "2026-11-24T09:00:00Z";
const permit = (over: object = {}): RuleInput =>
  ruleInput.parse({
    effect: "permit",
    principal: { type: "user", email: "vik@acme.test" },
    resource: { type: "sheet", id: "123" },
    delegation: { assume: "olga@acme.test" },
    columns: { mode: "only", ids: ["5", "6"] },
    endsAt: "2026-12-31T23:59:59Z",
    reason: "Review",
    ...over,
  });
const forbid = (over: object = {}): RuleInput =>
  ruleInput.parse({
    effect: "forbid",
    principal: { type: "everyone" },
    resource: { type: "sheet", id: "123" },
    columns: { mode: "all" },
    endsAt: null,
    reason: "Private",
    ...over,
  });
const fieldsOf = (input: RuleInput, longestDays = 366) =>
  checkRule(input, { now: NOW, longestDays }).map(({ field }) => field);

describe("a rule's own contradictions", () => {
  it("finds nothing wrong with a plain permit and a plain forbid", () => {
    expect(fieldsOf(permit())).toEqual([]);
    expect(fieldsOf(forbid())).toEqual([]);
  });

  it.each<[string, RuleInput, string[]]>([
    ["a permit for a share link", permit({ principal: { type: "link", id: null } }), ["principal"]],
    ["a forbid for a share link", forbid({ principal: { type: "link", id: "L-1a2b" } }), []],
    ["column ids over a workspace", permit({ resource: { type: "workspace", id: "9" } }), ["columns"]],
    [
      "titles over a workspace",
      permit({ resource: { type: "workspace", id: "9" }, columns: { mode: "only", titles: ["Name"] } }),
      [],
    ],
    [
      "all but some titles in a permit",
      permit({ columns: { mode: "except", titles: ["Pay"] } }),
      ["columns"],
    ],
    ["all but some titles in a forbid", forbid({ columns: { mode: "except", titles: ["Pay"] } }), []],
    [
      "a mask of a column outside",
      permit({ masks: [{ columnId: "7", mask: { kind: "last4" } }] }),
      ["masks.0"],
    ],
    ["a mask of a column inside", permit({ masks: [{ columnId: "6", mask: { kind: "last4" } }] }), []],
    [
      "the second of two masks by another name than the columns",
      permit({
        masks: [
          { columnId: "5", mask: { kind: "year" } },
          { title: "Pay", mask: { kind: "initials" } },
        ],
      }),
      ["masks.1"],
    ],
    [
      "a condition by id over a folder",
      forbid({
        resource: { type: "folder", id: "9" },
        lookup: { assume: "olga@acme.test" },
        rows: { match: "all", conditions: [{ columnId: "5", operator: "IS_BLANK" }] },
      }),
      ["rows"],
    ],
    ["a forbid over a folder nobody looks up", forbid({ resource: { type: "folder", id: "9" } }), ["lookup"]],
    ["a lookup of a single sheet", forbid({ lookup: { assume: "olga@acme.test" } }), ["lookup"]],
    ["an end in the past", permit({ endsAt: "2026-11-24T08:59:59Z" }), ["endsAt"]],
    ["an end before the start", permit({ startsAt: "2027-01-01T00:00:00Z" }), ["endsAt"]],
    [
      "a condition without a value",
      permit({ rows: group({ columnId: "5", operator: "EQUAL" }) }),
      ["rows.conditions.0"],
    ],
    [
      "10,000 conditions in groups of 200",
      permit({
        rows: {
          match: "any",
          conditions: Array.from({ length: 50 }, () => ({
            match: "all",
            conditions: Array.from({ length: 200 }, () => ({ columnId: "5", operator: "IS_BLANK" })),
          })),
        },
      }),
      ["rows"],
    ],
  ])("%s", (_, input, fields) => expect(fieldsOf(input)).toEqual(fields));

  it("holds a permit to the longest life the installation allows, from its start on", () => {
    expect(fieldsOf(permit({ endsAt: "2026-12-27T00:00:00Z" }), 30)).toEqual(["endsAt"]);
    expect(
      fieldsOf(permit({ endsAt: "2026-12-25T00:00:00Z", startsAt: "2026-12-01T00:00:00Z" }), 30),
    ).toEqual([]);
    expect(fieldsOf(forbid({ endsAt: "2036-12-25T00:00:00Z" }), 30)).toEqual([]);
  });

  it("says of each problem what to do, in whole sentences", () => {
    const all = checkRule(
      permit({
        principal: { type: "link", id: null },
        columns: { mode: "except", titles: ["Pay"] },
        endsAt: "2020-01-01T00:00:00Z",
      }),
      { now: NOW, longestDays: 366 },
    );
    expect(all.map(({ field }) => field)).toEqual(["principal", "columns", "endsAt"]);
    for (const { message } of all) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});

describe("the shape of a rule", () => {
  it.each<[string, object]>([
    ["columns by id and by title at once", { columns: { mode: "only", ids: ["5"], titles: ["Name"] } }],
    ["columns by neither", { columns: { mode: "only" } }],
    ["a condition on two columns", { rows: group({ columnId: "5", title: "Name", operator: "IS_BLANK" }) }],
    ["hours over midnight", { hours: { days: [1], from: "22:00", to: "06:00" } }],
    ["hours on no day", { hours: { days: [], from: "08:00", to: "09:00" } }],
    ["an eighth day", { hours: { days: [8], from: "08:00", to: "09:00" } }],
    ["two addresses in one", { principal: { type: "user", email: "a@acme.test,b@acme.test" } }],
    ["a bucket of one", { masks: [{ columnId: "5", mask: { kind: "bucket", size: 1 } }] }],
    ["masks on a forbid", { effect: "forbid", delegation: undefined, masks: [] }],
    ["an unknown key", { owner: "olga@acme.test" }],
    ["an id that is no digit", { resource: { type: "folder", id: "1e3" } }],
    ["a wildcard for the assumed user", { delegation: { assume: "*@acme.test" } }],
  ])("refuses %s", (_, over) => {
    const input = { ...JSON.parse(JSON.stringify(permit())), ...over };
    expect(ruleInput.safeParse(input).success).toBe(false);
  });

  it("takes text that looks like a pattern as text", () => {
    const rows = group({ columnId: "5", operator: "CONTAINS", value: "(a+)+$|.*" });
    expect(permit({ rows }).rows).toEqual(rows);
  });
});

function group(condition: object) {
  return { match: "all", conditions: [condition] };
}
