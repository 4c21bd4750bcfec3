import { describe, expect, it } from "vitest";
import { all, COST, forbid, MAIN, OSCAR, OWNER, permit, sheet, TASK } from "@/lib/policy/sample.test-helper";
import { blastRadius } from "./blast-radius";
import { added, asset, forVik, onBudget, onSheet, ROWS, source, vik, world } from "./radius.test-helper";

describe("answers that are missing", () => {
  const asOscar = permit("r1", { ...forVik, delegation: { connectionId: MAIN, assume: OSCAR } });

  it("leave a sheet unjudged where none is at hand, and that is no “unchanged”", () => {
    const radius = added(asOscar);
    expect(radius).toMatchObject({ persons: [], unreadable: ["Projects"], isUnchanged: false });
    const moved = blastRadius([permit("r1", forVik)], [{ ...asOscar, version: 2 }], world());
    expect(moved).toMatchObject({ persons: [], unreadable: ["Projects"], rows: { gained: 0, lost: 0 } });
  });

  it("add nothing where others are at hand", () => {
    const radius = added({ ...asOscar, id: permit("r2").id }, [
      permit("r1", { columns: { mode: "only", ids: [TASK] } }),
    ]);
    expect(radius.unreadable).toEqual(["Projects"]);
    expect(radius.cells).toEqual({ gained: 0, lost: 0 });
  });

  it("are no matter where the change doesn't touch them", () => {
    expect(added(permit("r2", onBudget), [asOscar]).unreadable).toEqual([]);
  });

  it("are as good as missing when they are of different moments", () => {
    const sources = [source(sheet()), source(sheet({ version: 43 }), { assume: OSCAR })];
    const radius = added({ ...asOscar, id: permit("r2").id }, [permit("r1")], {
      assets: [asset(sheet(), { sources })],
    });
    expect(radius).toMatchObject({ persons: [], unreadable: ["Projects"] });
  });

  it("are no judgement where two claim to be of the same person", () => {
    const sources = [source(sheet()), source(sheet())];
    const radius = added(permit("r1"), [], { assets: [asset(sheet(), { sources })] });
    expect(radius).toMatchObject({ persons: [], unreadable: ["Projects"], isUnchanged: false });
  });
});

describe("own access", () => {
  const own = (who: string) => (who === vik.userId ? ("yes" as const) : ("no" as const));
  const mine = source(sheet(), { connectionId: null, assume: null });
  const assets = [asset(sheet(), { sources: [source(sheet()), mine] })];
  const task = forbid("f1", { columns: { mode: "only", ids: [TASK, OWNER] } });

  it("is left out unless asked for", () => {
    expect(added(task, [], { assets }).isUnchanged).toBe(true);
    expect(added(permit("r1", forVik), [], { assets }).people.gained).toBe(1);
  });

  it("loses what a forbid takes, and gains nothing from a permit", () => {
    const radius = added(task, [], { assets, own });
    expect(radius.persons.map(({ name }) => name)).toEqual(["Vik Viewer"]);
    expect(onSheet(radius)?.columns.lost).toEqual(["Task", "Owner"]);
    expect(onSheet(radius)?.expiresAt).toEqual({ before: null, after: null });
    expect(added(permit("r1", forVik), [], { assets, own }).isUnchanged).toBe(true);
  });

  it("can't be judged without the person's own answer", () => {
    const radius = added(task, [], { own });
    expect(radius).toMatchObject({ persons: [], unreadable: ["Projects"] });
  });
});

describe("first rows", () => {
  it("show what this person would see after, at most 8 by 8, and only with leave", () => {
    const rule = permit("r1", {
      ...forVik,
      columns: { mode: "only", ids: [TASK, COST] },
      rows: all({ columnId: COST, operator: "GREATER_THAN", value: 50 }),
      masks: [{ columnId: COST, mask: { kind: "constant", text: "hidden" } }],
    });
    const radius = added(rule, [], { withSamples: true });
    expect(onSheet(radius)?.sample).toEqual({
      columns: [
        { id: TASK, title: "Task" },
        { id: COST, title: "Cost" },
      ],
      rows: [
        { id: ROWS[1], cells: { [TASK]: "Build", [COST]: "hidden" } },
        { id: ROWS[4], cells: { [TASK]: "Ship", [COST]: "hidden" } },
      ],
    });
    expect(JSON.stringify(added(rule))).not.toContain("Build");
  });

  it("are none when nothing is left", () => {
    const radius = added(forbid("f1"), [permit("r1")], { withSamples: true });
    expect(onSheet(radius)?.sample).toBeNull();
  });
});
