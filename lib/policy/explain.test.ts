import { describe, expect, it } from "vitest";
import { explain } from "./explain";
import {
  all,
  BUDGET,
  facts,
  forbid,
  groupId,
  LOST,
  permit,
  request,
  SALES,
  TASK,
  unreadable,
  userId,
  vera,
} from "./sample.test-helper";
import type { AnyRule } from "./types";

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
