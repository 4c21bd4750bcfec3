import { describe, expect, it } from "vitest";
import { COST, OWNER, TASK } from "./sample.test-helper";
import { canonicalScope, forbids, forbidsEveryColumn, permits } from "./scopes";
import type { ColumnScope } from "./types";

const column = (id: typeof TASK, title: string) => ({ id, title });
const all: ColumnScope = { mode: "all" };

describe("canonicalScope", () => {
  it("I01 is the same to the byte however ids and titles are ordered, doubled or spelled", () => {
    const same: [ColumnScope, ColumnScope][] = [
      [
        { mode: "only", ids: [COST, TASK, COST] },
        { mode: "only", ids: [TASK, COST] },
      ],
      [
        { mode: "except", ids: [COST, OWNER], known: [TASK, OWNER, COST] },
        { mode: "except", ids: [OWNER, COST, OWNER], known: [COST, TASK, OWNER] },
      ],
      [
        { mode: "only", titles: ["Task", " COST"] },
        { mode: "only", titles: ["cost", "TASK ", "Cost"] },
      ],
    ];
    for (const [a, b] of same)
      expect(JSON.stringify(canonicalScope(a, "permit"))).toBe(JSON.stringify(canonicalScope(b, "permit")));
    expect(canonicalScope({ mode: "all", ids: undefined } as never, "permit")).toEqual(all);
  });

  it("I01 can't read what no rule may say", () => {
    const never: unknown[] = [
      null,
      undefined,
      {},
      { mode: "some", ids: [TASK] },
      { mode: "only" },
      { mode: "only", ids: TASK },
      { mode: "only", ids: [7] },
      { mode: "except", ids: [TASK] },
      { mode: "except", known: [TASK] },
      { mode: "only", titles: null },
      { mode: "only", titles: [""] },
      { mode: "only", ids: [TASK], titles: ["Task"] },
      { mode: "all", titles: ["Task"] },
      { mode: "except", titles: [7] },
    ];
    for (const scope of never) {
      expect(canonicalScope(scope as ColumnScope, "permit"), JSON.stringify(scope)).toBeNull();
      expect(canonicalScope(scope as ColumnScope, "forbid"), JSON.stringify(scope)).toBeNull();
    }
  });

  it("a forbid on nothing and a permit for all but some titles can't be read, the other way round they can", () => {
    for (const nothing of [{ mode: "only", ids: [] } as const, { mode: "only", titles: [] } as const]) {
      expect(canonicalScope(nothing as unknown as ColumnScope, "forbid")).toBeNull();
      expect(canonicalScope(nothing as unknown as ColumnScope, "permit")).toEqual(nothing);
    }
    const except: ColumnScope = { mode: "except", titles: ["Task"] };
    expect(canonicalScope(except, "permit")).toBeNull();
    expect(canonicalScope(except, "forbid")).toEqual({ mode: "except", titles: ["task"] });
  });
});

describe("permits and forbids", () => {
  it("go by title whatever the id, and by id whatever the title", () => {
    const titled: ColumnScope = { mode: "only", titles: ["cost"] };
    for (const covers of [permits(titled), forbids(titled)]) {
      expect(covers(column(TASK, " COST "))).toBe(true);
      expect(covers(column(COST, "Costs"))).toBe(false);
    }
    const byId: ColumnScope = { mode: "only", ids: [COST] };
    for (const covers of [permits(byId), forbids(byId)]) {
      expect(covers(column(COST, "Anything"))).toBe(true);
      expect(covers(column(TASK, "Cost"))).toBe(false);
    }
  });

  it("F10 all but some: a forbid covers what came later, a permit what was known, by title nothing", () => {
    const except: ColumnScope = { mode: "except", ids: [OWNER], known: [TASK, OWNER] };
    expect([TASK, OWNER, COST].map((id) => permits(except)(column(id, "x")))).toEqual([true, false, false]);
    expect([TASK, OWNER, COST].map((id) => forbids(except)(column(id, "x")))).toEqual([true, false, true]);
    const titled: ColumnScope = { mode: "except", titles: ["owner"] };
    expect(["Task", "Owner"].map((title) => permits(titled)(column(TASK, title)))).toEqual([false, false]);
    expect(["Task", "Owner"].map((title) => forbids(titled)(column(TASK, title)))).toEqual([true, false]);
  });

  it("knows the forbids that leave no column", () => {
    expect(forbidsEveryColumn(all)).toBe(true);
    expect(forbidsEveryColumn({ mode: "except", ids: [], known: [] })).toBe(true);
    expect(forbidsEveryColumn({ mode: "except", titles: [] })).toBe(true);
    expect(forbidsEveryColumn({ mode: "except", ids: [TASK], known: [] })).toBe(false);
    expect(forbidsEveryColumn({ mode: "except", titles: ["task"] })).toBe(false);
    for (const ids of [[TASK], []]) expect(forbidsEveryColumn({ mode: "only", ids })).toBe(false);
    for (const titles of [["task"], []]) expect(forbidsEveryColumn({ mode: "only", titles })).toBe(false);
  });
});
