import { describe, expect, it } from "vitest";
import { canonicalMasks, compareMasks } from "./masks";
import { COST, OWNER, TASK } from "./sample.test-helper";
import type { ColumnMask, ColumnScope, Mask } from "./types";

const last4: Mask = { kind: "last4" };
const year: Mask = { kind: "year" };
const all: ColumnScope = { mode: "all" };
const ids: ColumnScope = { mode: "only", ids: [TASK, COST] };
const frozen: ColumnScope = { mode: "except", ids: [OWNER], known: [TASK, OWNER] };
const titles: ColumnScope = { mode: "only", titles: ["cost", "task"] };

describe("compareMasks", () => {
  it("orders all masks from the least strict on, in one way only", () => {
    const ordered: Mask[] = [
      last4,
      { kind: "initials" },
      year,
      { kind: "bucket", size: 9 },
      { kind: "bucket", size: 10 },
      { kind: "bucket", size: 5000 },
      { kind: "constant", text: "A" },
      { kind: "constant", text: "B" },
      { kind: "constant", text: "a" },
    ];
    for (const [i, a] of ordered.entries())
      for (const [j, b] of ordered.entries()) expect(Math.sign(compareMasks(a, b))).toBe(Math.sign(i - j));
  });
});

describe("canonicalMasks", () => {
  it("takes none as none", () => {
    for (const none of [undefined, null, []]) expect(canonicalMasks(all, none)).toEqual([]);
  });

  it("folds titles, sorts, drops what is no part of a mask, and of two on one column keeps the stricter", () => {
    const given: ColumnMask[] = [
      { title: " COST", mask: { ...last4, note: "x" } as Mask },
      { title: "Task", mask: year },
      { title: "cost", mask: year },
      { title: "Cost", mask: { kind: "initials" } },
    ];
    const wanted = [
      { title: "cost", mask: year },
      { title: "task", mask: year },
    ];
    expect(canonicalMasks(titles, given)).toEqual(wanted);
    expect(canonicalMasks(titles, [...given].reverse())).toEqual(wanted);
    expect(canonicalMasks(all, [{ columnId: TASK, mask: last4 }])).toEqual([{ columnId: TASK, mask: last4 }]);
  });

  const inside: [string, ColumnScope, ColumnMask][] = [
    ["an id under all", all, { columnId: OWNER, mask: last4 }],
    ["a title under all", all, { title: "Owner", mask: last4 }],
    ["an id among ids", ids, { columnId: COST, mask: last4 }],
    ["an id among the known", frozen, { columnId: TASK, mask: last4 }],
    ["a title among titles", titles, { title: "COST ", mask: last4 }],
  ];
  for (const [name, scope, mask] of inside)
    it(`takes ${name}`, () => expect(canonicalMasks(scope, [mask])).toHaveLength(1));

  const outside: [string, ColumnScope, ColumnMask][] = [
    ["an id not among ids", ids, { columnId: OWNER, mask: last4 }],
    ["an excepted id", frozen, { columnId: OWNER, mask: last4 }],
    ["an id that came later", frozen, { columnId: COST, mask: last4 }],
    ["a title not among titles", titles, { title: "Owner", mask: last4 }],
    ["a title under ids", ids, { title: "Cost", mask: last4 }],
    ["an id under titles", titles, { columnId: COST, mask: last4 }],
    ["both id and title", all, { columnId: COST, title: "Cost", mask: last4 }],
    ["neither", all, { mask: last4 }],
    ["a blank title", all, { title: " ", mask: last4 }],
    ["no column id", all, { columnId: "__proto__" as typeof COST, mask: last4 }],
    ["a mask we don't know", all, { columnId: COST, mask: { kind: "blur" } as never }],
    ["no mask", all, { columnId: COST } as ColumnMask],
    ["nothing at all", all, null as never],
    ...[0, 1, -10, 2.5, Number.NaN, 1e13, "10" as never].map((size): [string, ColumnScope, ColumnMask] => [
      `a bucket of ${size}`,
      all,
      { columnId: COST, mask: { kind: "bucket", size } },
    ]),
    ...["", "  ", "x".repeat(201), 7 as never].map((text): [string, ColumnScope, ColumnMask] => [
      `a constant of ${JSON.stringify(text).slice(0, 9)}`,
      all,
      { columnId: COST, mask: { kind: "constant", text } },
    ]),
  ];
  for (const [name, scope, mask] of outside)
    it(`F10 can't read ${name}`, () => {
      expect(canonicalMasks(scope, [{ columnId: TASK, mask: year }, mask])).toBeNull();
      expect(canonicalMasks(scope, [mask])).toBeNull();
    });

  it("can't read what is no list", () => expect(canonicalMasks(all, {} as never)).toBeNull());
});
