import { describe, expect, it } from "vitest";
import { groupsOf, neededColumns } from "./columns";
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
