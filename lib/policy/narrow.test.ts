import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { narrow } from "./narrow";
import { COST, facts, OWNER, permit, request, STATUS, TASK } from "./sample.test-helper";
import type { IdScope, Limit, RowFilter } from "./types";

const rows = (columnId: typeof TASK): RowFilter => ({
  match: "all",
  conditions: [{ columnId, operator: "IS_BLANK", operands: [] }],
});
const limit = (columns: IdScope, filter: RowFilter | null = null): Limit => ({ columns, rows: filter });

describe("narrow", () => {
  it("I21 a deny stays the same deny", () => {
    const denied = decide(request(), [], facts);
    expect(narrow(denied, limit({ mode: "all" }))).toBe(denied);
  });

  it("I21 lays the limit over the maker's decision and changes nothing else", () => {
    const decision = decide(request(), [permit("a")], facts);
    const within = limit({ mode: "only", ids: [TASK] }, rows(TASK));
    expect(narrow(decision, within)).toEqual({ ...decision, within });
  });

  it("I21 narrowing twice keeps both limits, in either order", () => {
    const decision = decide(request(), [], { ...facts, own: "yes" });
    const few = limit({ mode: "only", ids: [TASK, OWNER] }, rows(TASK));
    const frozen = limit({ mode: "except", ids: [COST], known: [TASK, COST, STATUS] }, rows(COST));
    const both = { columns: { mode: "only", ids: [TASK] } };
    expect(narrow(narrow(decision, few), frozen)).toMatchObject({
      within: { ...both, rows: { match: "all", conditions: [rows(TASK), rows(COST)] } },
    });
    expect(narrow(narrow(decision, frozen), few)).toMatchObject({ within: both });
    const [some, more] = [
      limit({ mode: "only", ids: [TASK, COST, OWNER] }),
      limit({ mode: "only", ids: [COST, TASK] }),
    ];
    expect(JSON.stringify(narrow(narrow(decision, some), more))).toBe(
      JSON.stringify(narrow(narrow(decision, more), some)),
    );
    expect(narrow(narrow(decision, few), limit({ mode: "all" }))).toMatchObject({ within: few });
    expect(narrow(narrow(decision, limit({ mode: "all" })), few)).toMatchObject({ within: few });
  });
});
