import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { maskCell, maskText } from "./mask-text";
import { canonicalMasks } from "./masks";
import { narrow } from "./narrow";
import { project } from "./project";
import { COST, facts, ownSource, permit, request, TASK } from "./sample.test-helper";
import type { SourceCell } from "./sheet";
import type { AllowDecision, ColumnMask, IdScope, Limit, Mask } from "./types";

const last4: Mask = { kind: "last4" };
const all: IdScope = { mode: "all" };
const contact = (email: string, name: string): SourceCell => ({
  objectValue: { type: "CONTACT", email, name },
});

describe("the text of a mask", () => {
  const HANGUL = "\u1112\u1161\u11ab";
  const lines: [Mask["kind"], SourceCell, string][] = [
    ["last4", { value: "  12345  " }, "••••2345"],
    // Six letters to a computer, two to a reader.
    ["last4", { value: HANGUL.repeat(2) }, "••••"],
    ["last4", { value: HANGUL.repeat(4) }, "••••"],
    ["last4", { value: HANGUL.repeat(5) }, `••••${HANGUL.repeat(4)}`],
    ["initials", contact("sam.secret@acme.com", "  "), "S.S."],
    ["initials", contact("x@acme.com", "Jean-Luc Picard"), "J.P."],
    ["initials", { value: "F. (A) [b]" }, "•••"],
    ["initials", { value: "B2B (5d) sales" }, "B.S."],
    ["initials", { value: "  vera \t viewer " }, "V.V."],
  ];
  for (const [kind, cell, wanted] of lines)
    it(`${kind} of ${JSON.stringify(cell)}: ${wanted}`, () => {
      expect(maskText({ kind } as Mask, cell, cell.objectValue ? "CONTACT_LIST" : "TEXT_NUMBER")).toBe(
        wanted,
      );
    });

  it("stands in a cell with no field but those it needs", () => {
    const shown = { value: "•••", displayValue: "•••" };
    expect(maskCell({ value: 7 }, "TEXT_NUMBER", [{ kind: "year" }])).toStrictEqual(shown);
  });
});

describe("masks in one spelling", () => {
  it("are sorted whatever their order", () => {
    const given: ColumnMask[] = [
      { title: "Task", mask: last4 },
      { title: "Cost", mask: last4 },
      { columnId: COST, mask: last4 },
      { columnId: TASK, mask: last4 },
    ];
    const byId = [TASK, COST].map((columnId) => ({ columnId, mask: last4 }));
    const sorted = [...byId, { title: "cost", mask: last4 }, { title: "task", mask: last4 }];
    expect(canonicalMasks(all, given)).toEqual(sorted);
    expect(canonicalMasks(all, [...given].reverse())).toEqual(sorted);
  });

  it("may be as small and as large as this", () => {
    const read = (mask: Mask) => canonicalMasks(all, [{ columnId: COST, mask }])?.[0]?.mask;
    for (const size of [2, 1e12]) expect(read({ kind: "bucket", size })).toEqual({ kind: "bucket", size });
    expect(read({ kind: "bucket", size: 1e12 + 1 })).toBeUndefined();
    const text = "x".repeat(200);
    expect(read({ kind: "constant", text })).toEqual({ kind: "constant", text });
  });
});

describe("masks of two limits", () => {
  const decision = decide(request(), [permit("a")], facts);
  const within = (...limits: Limit[]) => {
    const narrowed = limits.reduce(narrow, decision);
    return narrowed.effect === "allow" ? narrowed.within : undefined;
  };
  const limit = (masks: ColumnMask[] | undefined, columns: IdScope = all): Limit => ({
    columns,
    rows: null,
    ...(masks ? { masks } : {}),
  });

  it("I21 are all kept, sorted, and none where there are none", () => {
    expect(within(limit(undefined), limit(undefined))).toStrictEqual({ columns: all, rows: null });
    const [task, cost] = [TASK, COST].map((columnId) => ({ columnId, mask: last4 }));
    if (!task || !cost) throw new Error("There are two.");
    for (const pair of [
      [limit([task]), limit([cost])],
      [limit([cost]), limit([task])],
      [limit([cost, task])],
    ])
      expect(within(limit(undefined), ...pair)).toStrictEqual(limit([task, cost]));
    expect(within(limit([cost]), limit(undefined))).toStrictEqual(limit([cost]));
    expect(within(limit(undefined), limit([cost]))).toStrictEqual(limit([cost]));
  });

  it("I21 F10 one by title beside columns by id stays, and shows nothing", () => {
    const odd = limit([{ title: "Cost", mask: last4 }], { mode: "only", ids: [COST] });
    const own = decide(request(), [], { ...facts, own: "yes" });
    for (const limits of [[odd], [odd, limit(undefined)], [limit(undefined), odd]]) {
      const narrowed = limits.reduce(narrow, own) as AllowDecision;
      expect(project(narrowed, [ownSource()])).toMatchObject({
        kind: "nothing",
        reason: "unreadable_forbid",
      });
    }
  });
});
