import { describe, expect, it } from "vitest";
import { all, COST, DUE, forbid, permit, STATUS } from "@/lib/policy/sample.test-helper";
import { blastRadius } from "./blast-radius";
import { added, forVik, onSheet, world } from "./radius.test-helper";

describe("masks", () => {
  const masked = (kind: "last4" | "year", version = 1) =>
    permit("r1", { ...forVik, version, masks: [{ columnId: COST, mask: { kind } }] });
  const plain = permit("r1", { ...forVik, version: 2 });

  it("count as visible, and lifting one is told", () => {
    expect(added(masked("last4")).sensitive.gained).toEqual([{ sheet: "Projects", title: "Cost" }]);
    const lifted = blastRadius([masked("last4")], [plain], world());
    expect(lifted.cells).toEqual({ gained: 0, lost: 0 });
    expect(onSheet(lifted)?.columns).toMatchObject({ gained: [], unmasked: ["Cost"], newlyMasked: [] });
    expect(lifted.masks).toEqual({ unmasked: [{ sheet: "Projects", title: "Cost" }], newlyMasked: [] });
    const laid = blastRadius([plain], [{ ...masked("last4"), version: 3 }], world());
    expect(onSheet(laid)?.columns).toMatchObject({ unmasked: [], newlyMasked: ["Cost"] });
  });

  it("that grow weaker show more, and stricter ones less", () => {
    const strict = {
      ...masked("last4"),
      masks: [{ columnId: COST, mask: { kind: "bucket" as const, size: 1000 } }],
    };
    expect(onSheet(blastRadius([strict], [masked("last4", 2)], world()))?.columns.unmasked).toEqual(["Cost"]);
    expect(onSheet(blastRadius([masked("last4", 2)], [strict], world()))?.columns.newlyMasked).toEqual([
      "Cost",
    ]);
  });

  it("are not lifted by a forbid on the rows that bear them", () => {
    const rows = all({ columnId: STATUS, operator: "EQUAL", value: "Done" });
    const rest = all({ columnId: STATUS, operator: "NOT_EQUAL", value: "Done" });
    const before = [{ ...masked("last4"), rows }, permit("r2", { ...forVik, rows: rest })];
    const radius = blastRadius(before, [...before, forbid("f1", { rows })], world());
    expect(radius.masks).toEqual({ unmasked: [], newlyMasked: [] });
    expect(radius.rows).toEqual({ gained: 0, lost: 1 });
  });

  it("of a blank column are told of as well: what is written there later shows", () => {
    const on = (version: number, isMasked: boolean) =>
      permit("r1", {
        ...forVik,
        version,
        rows: all({ columnId: STATUS, operator: "EQUAL", value: "Done" }),
        ...(isMasked ? { masks: [{ columnId: DUE, mask: { kind: "year" as const } }] } : {}),
      });
    expect(onSheet(blastRadius([on(1, true)], [on(2, false)], world()))?.columns.unmasked).toEqual(["Due"]);
  });
});
