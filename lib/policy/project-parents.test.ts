import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { project, type Source } from "./project";
import {
  adminSource,
  all,
  COST,
  facts,
  forbid,
  OSCAR,
  onlyColumns,
  permit,
  request,
  row,
  SECOND,
  sheet,
  TASK,
} from "./sample.test-helper";
import type { SourceSheet } from "./sheet";
import type { AnyRule } from "./types";

const paint = all({ columnId: TASK, operator: "EQUAL", value: "Paint" });

function shown(rules: AnyRule[], sources: Source[] = [adminSource()]) {
  const decision = decide(request(), rules, facts);
  if (decision.effect === "deny") throw new Error(decision.reason);
  const projection = project(decision, sources);
  if (projection.kind !== "visible") throw new Error(JSON.stringify(projection));
  return projection.sheet.rows.map(({ id, parentId, cells }) => [
    cells[TASK]?.value ?? id,
    parentId,
    cells[COST]?.value,
  ]);
}

const [PLAN, BUILD, , , SHIP] = sheet().rows.map(({ id }) => id);

describe("project, parents", () => {
  it("covers the rows above a row the conditions match, and no others", () => {
    expect(shown([permit("a", { rows: paint, parents: true })])).toEqual([
      ["Plan", null, 10],
      ["Build", PLAN, 2500],
      ["Paint", BUILD, undefined],
    ]);
    expect(shown([permit("a", { rows: paint })])).toEqual([["Paint", null, undefined]]);
  });

  it("covers them with that rule's columns and masks alone", () => {
    const rules = [
      permit("a", { rows: paint, parents: true, columns: { mode: "only", ids: [TASK] } }),
      permit("b", { rows: paint, columns: { mode: "only", ids: [COST] } }),
    ];
    expect(shown(rules).map(([, , cost]) => cost)).toEqual([undefined, undefined, undefined]);
    const masked = permit("a", {
      rows: paint,
      parents: true,
      masks: [{ columnId: COST, mask: { kind: "constant", text: "x" } }],
    });
    expect(shown([masked]).map(([, , cost]) => cost)).toEqual(["x", "x", undefined]);
  });

  it("I01 a forbid takes them all the same; children hang on what is left", () => {
    const cut = forbid("z", { rows: all({ columnId: TASK, operator: "EQUAL", value: "Build" }) });
    expect(shown([permit("a", { rows: paint, parents: true }), cut])).toEqual([
      ["Plan", null, 10],
      ["Paint", PLAN, undefined],
    ]);
  });

  it("each answer finds its own", () => {
    const elsewhere = { connectionId: SECOND, assume: OSCAR };
    const rules = [
      permit("a", { rows: paint, parents: true, columns: { mode: "only", ids: [TASK] } }),
      permit("b", {
        rows: all({ columnId: TASK, operator: "EQUAL", value: "Ship" }),
        parents: true,
        columns: { mode: "only", ids: [COST] },
        delegation: elsewhere,
      }),
    ];
    const other = { ...elsewhere, sheet: onlyColumns(sheet(), [TASK, COST]), allColumnIds: null };
    expect(shown(rules, [adminSource(), other])).toEqual([
      ["Plan", null, undefined],
      ["Build", PLAN, undefined],
      ["Paint", BUILD, undefined],
      [SHIP, null, 99],
    ]);
  });

  it("rows in a ring, which Smartsheet never sends, end the walk", () => {
    const ring: SourceSheet = sheet({
      rows: [
        row("1", 1, "2", { [TASK]: { value: "one" } }),
        row("2", 2, "1", { [TASK]: { value: "Paint" } }),
        row("3", 3, "9", { [TASK]: { value: "Paint" } }),
      ],
    });
    expect(
      shown([permit("a", { rows: paint, parents: true })], [adminSource(ring)]).map(([task]) => task),
    ).toEqual(["one", "Paint", "Paint"]);
  });

  it("is nothing beside no conditions, and not to be had for a forbid", () => {
    const whole = decide(request(), [permit("a", { parents: true })], facts);
    expect(whole).toMatchObject({ effect: "allow", grants: [{ rows: null }] });
    expect(JSON.stringify(whole)).not.toContain("parents");
    const off = decide(request(), [permit("a", { rows: paint, parents: false })], facts);
    expect(JSON.stringify(off)).not.toContain("parents");
    const odd = decide(request(), [permit("a", { rows: paint, parents: "yes" as never })], facts);
    expect(odd).toMatchObject({ effect: "deny", reason: "no_permit" });
    const taken = { ...forbid("z", { rows: paint }), parents: true } as AnyRule;
    expect(decide(request(), [permit("a"), taken], facts)).toMatchObject({
      reason: "unreadable_forbid",
      because: ["z"],
    });
  });
});
