import { describe, expect, it } from "vitest";
import { explain } from "./explain";
import {
  all,
  BUDGET,
  facts,
  folderId,
  forbid,
  groupId,
  LOST,
  linkId,
  localGroupId,
  OSCAR,
  permit,
  reportId,
  request,
  ruleId,
  SALES,
  SECOND,
  TASK,
  unreadable,
  userId,
  vera,
} from "./sample.test-helper";
import type { AnyRule, Facts } from "./types";

const other = { type: "user", email: "x@acme.com", userId: userId("1") } as const;
const viewerName = all({ columnId: TASK, operator: "EQUAL", value: { viewer: "name" } });

describe("explain", () => {
  it("I02 says of each rule whether it matched and why not, by rule id and without doubles", () => {
    const rules: AnyRule[] = [
      permit("k matched"),
      permit("a other sheet", { resource: { type: "sheet", id: BUDGET } }),
      permit("b other person", { principal: other }),
      permit("b other group", { principal: { type: "group", id: groupId("1") } }),
      permit("c later", { startsAt: "2027-01-01T00:00:00Z" }),
      permit("d ended", { endsAt: "2026-01-01T00:00:00Z" }),
      permit("e times", { startsAt: "soon" }),
      permit("f columns", { columns: { mode: "only", ids: [LOST, 7 as unknown as typeof LOST] } }),
      permit("g nameless", { rows: viewerName }),
      forbid("h whole"),
      forbid("i rows", { rows: all({ columnId: TASK, operator: "EQUAL" }) }),
      unreadable("j lost", { effect: "unknown", sheetId: null }),
      unreadable("j other", { sheetId: BUDGET }),
    ];
    const nameless = request({ person: { ...vera, name: "" } });
    const lines = explain(nameless, [...rules, ...rules].reverse(), facts);
    expect(lines.map(({ rule, effect, outcome, because }) => [rule, effect, outcome, because])).toEqual([
      ["a other sheet", "permit", "missed", "other_sheet"],
      ["b other group", "permit", "missed", "other_person"],
      ["b other person", "permit", "missed", "other_person"],
      ["c later", "permit", "missed", "not_started"],
      ["d ended", "permit", "missed", "ended"],
      ["e times", "permit", "missed", "times_unreadable"],
      ["f columns", "permit", "unreadable", "invalid_columns"],
      ["g nameless", "permit", "unreadable", "viewer_unknown"],
      ["h whole", "forbid", "matched", null],
      ["i rows", "forbid", "unreadable", "invalid_conditions"],
      ["j lost", "unknown", "unreadable", "stored_rule"],
      ["j other", "forbid", "missed", "other_sheet"],
      ["k matched", "permit", "matched", null],
    ]);
  });

  it("tells a permit that lacks the action, the switch, the groups or a plain address from one that doesn't match", () => {
    const because = (rule: AnyRule, over: Parameters<typeof request>[0] = {}, known = facts) =>
      explain(request(over), [rule], known)[0]?.because;
    const off = { ...facts, switches: { appPaused: false, delegationPaused: true } };
    const group = permit("a", { principal: { type: "group", id: SALES } });
    const domain = permit("a", { principal: { type: "domain", domain: "acme.com" } });
    expect(because(permit("a"), { action: "export" })).toBe("action_not_carried");
    expect(because(permit("a"), {}, off)).toBe("delegation_paused");
    expect(because(group, { person: { ...vera, groups: null } })).toBe("groups_unknown");
    expect(because(domain, { person: { ...vera, email: "a@b@acme.com" } })).toBe("address_unclear");
  });
});

describe("explain, every code", () => {
  const folder = { type: "folder", id: folderId("7") } as const;
  const paused = { sheets: [], assumed: [], rules: [], connections: ["con_second"] };
  const hours = { days: [1 as const], from: "08:00", to: "12:00" };
  const mask = { columnId: TASK, mask: { kind: "last4" as const } };
  const line = (rule: AnyRule, over: Parameters<typeof request>[0] = {}, known: Partial<Facts> = {}) => {
    const [found] = explain(request(over), [rule], {
      ...facts,
      clock: { weekday: 1, time: "14:00" },
      ...known,
    });
    return [found?.outcome, found?.because];
  };

  const cases: [string, AnyRule, Parameters<typeof request>[0], Partial<Facts>, string, string][] = [
    [
      "another report",
      permit("a", { resource: { type: "report", id: reportId("7") } }),
      {},
      {},
      "missed",
      "other_resource",
    ],
    ["another folder", permit("a", { resource: folder }), { within: [] }, {}, "missed", "other_resource"],
    [
      "a permit over a folder, path unknown",
      permit("a", { resource: folder }),
      {},
      {},
      "missed",
      "tree_unknown",
    ],
    [
      "a forbid on links, not by link",
      forbid("z", { principal: { type: "link", id: null } }),
      {},
      {},
      "missed",
      "other_link",
    ],
    [
      "a forbid on another link",
      forbid("z", { principal: { type: "link", id: linkId("l2") } }),
      { link: linkId("l1") },
      {},
      "missed",
      "other_link",
    ],
    [
      "local groups unknown",
      permit("a", { principal: { type: "localGroup", id: localGroupId("g") } }),
      {},
      {},
      "missed",
      "groups_unknown",
    ],
    ["out of hours", permit("a", { hours }), {}, {}, "missed", "outside_hours"],
    ["a forbid out of hours", forbid("z", { hours }), {}, {}, "missed", "outside_hours"],
    ["hours without a clock", permit("a", { hours }), {}, { clock: null }, "missed", "clock_unknown"],
    [
      "hours that can't be read",
      permit("a", { hours: { ...hours, to: "07:00" } }),
      {},
      {},
      "unreadable",
      "invalid_hours",
    ],
    [
      "a paused connection",
      permit("a", { delegation: { connectionId: SECOND, assume: OSCAR } }),
      {},
      { paused },
      "missed",
      "paused",
    ],
    [
      "a paused rule that can't be read is unreadable first",
      permit("a", { columns: { mode: "only", titles: [""] } }),
      {},
      { paused: { ...paused, rules: [ruleId("a")] } },
      "unreadable",
      "invalid_columns",
    ],
    [
      "a mask outside",
      permit("a", { columns: { mode: "only", ids: [LOST] }, masks: [mask] }),
      {},
      {},
      "unreadable",
      "invalid_masks",
    ],
    ["a masking forbid", { ...forbid("z"), masks: [mask] } as AnyRule, {}, {}, "unreadable", "invalid_masks"],
    [
      "a forbid with parents",
      { ...forbid("z"), parents: true } as AnyRule,
      {},
      {},
      "unreadable",
      "invalid_parents",
    ],
    [
      "a permit for a link",
      permit("a", { principal: { type: "link", id: null } }),
      {},
      {},
      "unreadable",
      "invalid_principal",
    ],
    [
      "a group without an id",
      forbid("z", { principal: { type: "group" } as never }),
      {},
      {},
      "unreadable",
      "invalid_principal",
    ],
    [
      "a link without an id",
      forbid("z", { principal: { type: "link" } as never }),
      {},
      {},
      "unreadable",
      "invalid_principal",
    ],
    [
      "a sheet without an id",
      forbid("z", { resource: { type: "sheet" } as never }),
      {},
      {},
      "unreadable",
      "stored_rule",
    ],
    [
      "an unreadable rule over another folder",
      unreadable("z", { sheetId: null, about: folder }),
      { within: [] },
      {},
      "missed",
      "other_resource",
    ],
    [
      "an unreadable rule over who knows which folder",
      unreadable("z", { sheetId: null, about: folder }),
      {},
      {},
      "unreadable",
      "stored_rule",
    ],
  ];
  for (const [name, rule, over, known, outcome, because] of cases)
    it(`${name}: ${outcome}, ${because}`, () => expect(line(rule, over, known)).toEqual([outcome, because]));

  it("a forbid in doubt is matched", () => {
    expect(line(forbid("z", { resource: folder }))).toEqual(["matched", null]);
    expect(line(forbid("z", { principal: { type: "localGroup", id: localGroupId("g") } }))).toEqual([
      "matched",
      null,
    ]);
    expect(line(forbid("z", { hours }), {}, { clock: null })).toEqual(["matched", null]);
  });

  it("an older version of a permit is superseded, of a forbid it counts", () => {
    const rules = [
      permit("a"),
      permit("a", { version: 3 }),
      forbid("z", { version: 1 }),
      forbid("z", { version: 2 }),
    ];
    const lines = explain(request(), rules, facts).map(({ rule, version, outcome, because }) => [
      rule,
      version,
      outcome,
      because,
    ]);
    expect(lines).toEqual([
      ["a", 3, "matched", null],
      ["a", 1, "missed", "superseded"],
      ["z", 1, "matched", null],
      ["z", 2, "matched", null],
    ]);
    expect(explain(request(), [unreadable("z")], facts)[0]?.version).toBeNull();
  });
});
