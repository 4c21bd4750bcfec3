import { describe, expect, it } from "vitest";
import { asksByTitle, groupsOf, neededColumns } from "./columns";
import { decide } from "./decide";
import { narrow } from "./narrow";
import {
  all,
  COST,
  DUE,
  facts,
  forbid,
  MAIN,
  OLIVIA,
  OSCAR,
  OWNER,
  permit,
  request,
  SECOND,
  STATUS,
  TASK,
} from "./sample.test-helper";
import type { AllowDecision, AnyRule, IdScope, Limit } from "./types";

const group = { connectionId: MAIN, assume: OLIVIA };
const other = { connectionId: SECOND, assume: OSCAR };
const only = (...ids: (typeof TASK)[]): IdScope => ({ mode: "only", ids });
const ownRows = all({ columnId: OWNER, operator: "IS_NOT_BLANK" });

function needed(rules: AnyRule[], limit?: Limit, of = group) {
  const decision = decide(request(), rules, facts);
  return neededColumns((limit ? narrow(decision, limit) : decision) as AllowDecision, of);
}

describe("neededColumns", () => {
  it("I11 asks for what may show and what the rows look at, and no more", () => {
    expect(needed([permit("a", { columns: only(TASK) })])).toEqual([TASK]);
    expect(needed([permit("a", { columns: only(TASK), rows: ownRows })])).toEqual([OWNER, TASK].sort());
    const cut = forbid("z", { columns: only(COST), rows: all({ columnId: DUE, operator: "PAST" }) });
    expect(needed([permit("a", { columns: only(TASK) }), cut])).toEqual([DUE, TASK].sort());
    const known = [TASK, OWNER, STATUS];
    expect(needed([permit("a", { columns: { mode: "except", ids: [OWNER], known } })])).toEqual(
      [STATUS, TASK].sort(),
    );
  });

  it("asks for all under a permit for all, unless a limit or a forbid on all but some closes the set", () => {
    expect(needed([permit("a"), permit("b", { columns: only(TASK) })])).toBeNull();
    expect(needed([permit("a")], { columns: only(TASK), rows: null })).toEqual([TASK]);
    expect(
      needed([permit("a"), forbid("z", { columns: { mode: "except", ids: [TASK], known: [] } })]),
    ).toEqual([TASK]);
    expect(needed([permit("a"), forbid("z", { columns: only(TASK) })])).toBeNull();
  });

  it("I11 I21 of a permit's columns asks for those inside a limit, and a forbid on all but some adds none", () => {
    const limit: Limit = { columns: only(TASK, OWNER), rows: null };
    expect(needed([permit("a", { columns: only(TASK, COST) })], limit)).toEqual([TASK]);
    const cut = forbid("z", { columns: { mode: "except", ids: [TASK, COST], known: [] } });
    expect(needed([permit("a", { columns: only(COST, OWNER) }), cut])).toEqual([COST]);
  });

  it("I11 a forbidden column is not asked for, unless rows look at it; nothing to show means don't ask", () => {
    const cut = forbid("z", { columns: only(OWNER) });
    expect(needed([permit("a", { columns: only(TASK, OWNER) }), cut])).toEqual([TASK]);
    expect(needed([permit("a", { columns: only(TASK, OWNER), rows: ownRows }), cut])).toEqual(
      [OWNER, TASK].sort(),
    );
    expect(needed([permit("a", { columns: only(OWNER), rows: ownRows }), cut])).toEqual([]);
    expect(needed([permit("a", { columns: only(OWNER) })], { columns: only(TASK), rows: null })).toEqual([]);
  });

  it("I07 one group never asks for another's columns", () => {
    const rules = [
      permit("a", { columns: only(TASK) }),
      permit("b", { columns: only(COST), rows: ownRows, delegation: other }),
    ];
    expect(needed(rules)).toEqual([TASK]);
    expect(needed(rules, undefined, other)).toEqual([COST, OWNER].sort());
    expect(needed(rules, undefined, { connectionId: MAIN, assume: OSCAR })).toEqual([]);
  });

  it("own access asks for all", () => {
    expect(neededColumns(decide(request(), [], { ...facts, own: "yes" }) as AllowDecision, group)).toBeNull();
  });
});

describe("asksByTitle", () => {
  const asks = (rules: AnyRule[], limit?: Limit, of = group) => {
    const decision = decide(request(), rules, facts);
    return asksByTitle((limit ? narrow(decision, limit) : decision) as AllowDecision, of);
  };
  const titled = all({ title: "Owner", operator: "IS_NOT_BLANK" });
  const mask = { kind: "last4" } as const;

  it("F10 is true where a title stands anywhere in what the group's columns depend on", () => {
    expect(asks([permit("a", { columns: only(TASK), rows: ownRows })])).toBe(false);
    expect(asks([permit("a", { columns: { mode: "only", titles: ["Task"] } })])).toBe(true);
    expect(asks([permit("a", { rows: titled })])).toBe(true);
    expect(asks([permit("a", { masks: [{ title: "Task", mask }] })])).toBe(true);
    expect(asks([permit("a", { masks: [{ columnId: TASK, mask }] })])).toBe(false);
    expect(asks([permit("a"), forbid("z", { columns: { mode: "only", titles: ["Cost"] } })])).toBe(true);
    expect(asks([permit("a"), forbid("z", { columns: only(COST), rows: titled })])).toBe(true);
    const limited = (masks: Limit["masks"]) =>
      asks([permit("a")], { columns: { mode: "all" }, rows: null, masks });
    expect(limited([{ columnId: TASK, mask }])).toBe(false);
    expect(limited([{ title: "Task", mask }])).toBe(true);
  });

  it("is false for another group's titles and for own access", () => {
    const rules = [permit("a"), permit("b", { rows: titled, delegation: other })];
    expect(asks(rules)).toBe(false);
    expect(asks(rules, undefined, other)).toBe(true);
    const cut = forbid("z", { columns: { mode: "only", titles: ["Cost"] } });
    const own = decide(request(), [cut], { ...facts, own: "yes" }) as AllowDecision;
    expect(asksByTitle(own, group)).toBe(false);
  });
});

describe("groupsOf", () => {
  it("names each connection and assumed user once, sorted; none for own access", () => {
    const rules = [
      permit("a", { delegation: other }),
      permit("b"),
      permit("c"),
      permit("d", { delegation: { ...group, assume: OSCAR } }),
    ];
    expect(groupsOf(decide(request(), rules, facts) as AllowDecision)).toEqual([
      group,
      { ...group, assume: OSCAR },
      other,
    ]);
    expect(groupsOf(decide(request(), rules, { ...facts, own: "yes" }) as AllowDecision)).toEqual([]);
  });
});
