import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { narrow } from "./narrow";
import { project, type Source } from "./project";
import {
  adminSource,
  all,
  COST,
  columnId,
  columns,
  facts,
  LOST,
  OSCAR,
  OWNER,
  onlyColumns,
  ownSource,
  permit,
  request,
  row,
  SECOND,
  STATUS,
  sheet,
  TASK,
} from "./sample.test-helper";
import type { SourceCell, SourceColumn } from "./sheet";
import type { AllowDecision, AnyRule, IdScope, Limit, Mask, RowFilter } from "./types";

const only = (...ids: (typeof TASK)[]): IdScope => ({ mode: "only", ids });
const second = { connectionId: SECOND, assume: OSCAR };
const hidden: Mask = { kind: "constant", text: "hidden" };
const open = all({ columnId: STATUS, operator: "EQUAL", value: "Open" });
const never = all({ columnId: TASK, operator: "EQUAL", value: "no such task" });

function allowed(rules: AnyRule[], own: "yes" | "no" = "no", limit?: Limit): AllowDecision {
  const decision = decide(request(), rules, { ...facts, own });
  const narrowed = limit ? narrow(decision, limit) : decision;
  if (narrowed.effect === "deny") throw new Error(narrowed.reason);
  return narrowed;
}

function shown(decision: AllowDecision, ...sources: Source[]) {
  const projection = project(decision, sources);
  if (projection.kind !== "visible") throw new Error(JSON.stringify(projection));
  return projection;
}

describe("project, columns", () => {
  it("stand in the sheet's order whichever answer they are from, and whatever order that had", () => {
    const rules = [
      permit("a", { columns: only(COST) }),
      permit("b", { columns: only(TASK), delegation: second }),
    ];
    const ids = columns().map(({ id }) => id);
    const part = (id: typeof TASK) => ({ sheet: onlyColumns(sheet(), [id]), allColumnIds: ids });
    const found = shown(allowed(rules), { ...adminSource(), ...part(COST) }, { ...second, ...part(TASK) });
    expect(found.sheet.columns.map(({ id }) => id)).toEqual([TASK, COST]);
    const turned = shown(allowed([], "yes"), ownSource(sheet({ columns: columns().reverse() })));
    expect(turned.sheet.columns.map(({ id }) => id)).toEqual(ids);
    const tied = columns().map((column) => ({ ...column, index: 0 }));
    const inIds = shown(allowed([], "yes"), ownSource(sheet({ columns: tied })));
    expect(inIds.sheet.columns.map(({ id }) => id)).toEqual([...ids].sort());
  });

  it("I11 of several choices only those are options that a visible cell holds", () => {
    const tags: SourceColumn = { id: STATUS, index: 2, title: "Tags", type: "MULTI_PICKLIST" };
    const cell = (...values: string[]): SourceCell => ({ objectValue: { type: "MULTI_PICKLIST", values } });
    const rows = [
      row("1", 1, null, { [TASK]: { value: "a" }, [STATUS]: cell("Red", "Blue") }),
      row("2", 2, null, { [TASK]: { value: "b" }, [STATUS]: cell("Secret") }),
      row("3", 3, null, { [TASK]: { value: "a" } }),
    ];
    const options = ["Blue", "Green", "Red", "Secret"];
    const source = adminSource(sheet({ columns: [...columns().slice(0, 2), { ...tags, options }], rows }));
    const rule = permit("a", { rows: all({ columnId: TASK, operator: "EQUAL", value: "a" }) });
    expect(shown(allowed([rule]), source).sheet.columns[2]?.options).toEqual(["Blue", "Red"]);
  });

  it("counts cells over rows of every kind: where all show all options do, where all are masked none", () => {
    const more = columns().map((one) => (one.options ? { ...one, options: [...one.options, "Later"] } : one));
    const statusOf = (...rules: AnyRule[]) =>
      shown(allowed(rules), adminSource(sheet({ columns: more }))).sheet.columns.find(
        ({ id }) => id === STATUS,
      );
    const some = permit("b", { columns: only(COST), rows: open });
    const plain = statusOf(permit("a", { columns: only(STATUS) }), some);
    expect(plain?.options).toEqual(["Open", "Done", "Secret", "Later"]);
    const masks = [{ columnId: STATUS, mask: hidden }];
    const masked = statusOf(permit("a", { columns: only(STATUS), masks }), some);
    expect(masked).toMatchObject({ type: "TEXT_NUMBER", masked: true });
    expect(masked).not.toHaveProperty("options");
  });

  it("with no row to tell by a column is masked as its permit says", () => {
    const masks = [{ columnId: STATUS, mask: hidden }];
    const found = shown(
      allowed([permit("a", { columns: only(TASK, STATUS), rows: never, masks })]),
      adminSource(),
    );
    expect(found.sheet.columns.map(({ id, masked }) => [id, masked])).toEqual([
      [TASK, undefined],
      [STATUS, true],
    ]);
  });
});

describe("project, rows", () => {
  it("keep Smartsheet's own numbers where none is missing", () => {
    const rows = sheet().rows.map((one) => ({ ...one, rowNumber: one.rowNumber * 10 }));
    const found = shown(allowed([], "yes"), ownSource(sheet({ rows })));
    expect(found.sheet.rows.map(({ rowNumber }) => rowNumber)).toEqual([10, 20, 30, 40, 50]);
  });

  it("F08 I12 a row that stands twice shifts nobody else's into its place", () => {
    const plain = row("1", 1, null, { [TASK]: { value: "a" } });
    const loud = row("2", 2, null, { [TASK]: { value: "b", formula: "leak" } as SourceCell });
    const found = shown(allowed([permit("a")]), adminSource(sheet({ rows: [plain, plain, loud] })));
    expect(found.sheet.rows.map(({ cells }) => cells[TASK])).toEqual([{ value: "a" }, { value: "b" }]);
  });
});

describe("project, masks that meet", () => {
  it("I04 of a mask by id and one by title on one column the stricter holds, whichever that is", () => {
    const maskedBy = (byId: Mask, byTitle: Mask) => {
      const masks = [
        { columnId: COST, mask: byId },
        { title: "Cost", mask: byTitle },
      ];
      return shown(allowed([permit("a", { masks })]), adminSource()).sheet.rows[1]?.cells[COST]?.value;
    };
    const weak: Mask = { kind: "last4" };
    expect(maskedBy(hidden, weak)).toBe("hidden");
    expect(maskedBy(weak, hidden)).toBe("hidden");
  });
});

describe("project, a link's limit", () => {
  const limit = (over: object): Limit => ({ columns: { mode: "all" }, rows: null, ...over }) as Limit;

  it("F10 I21 one whose columns can't be read shows nothing", () => {
    const broken = { kind: "nothing", reason: "unreadable_forbid", because: [] };
    for (const scope of [{ mode: "only", ids: [7] }, { mode: "only" }, { mode: "some" }, {}]) {
      const within = limit({ columns: scope });
      expect(project({ ...allowed([], "yes"), within }, [ownSource()])).toEqual(broken);
    }
  });

  it("I21 a condition on a title that two columns bear has to hold in both", () => {
    const twin = { id: LOST, index: 5, title: "status", type: "PICKLIST" } as const;
    const rows: RowFilter = {
      match: "all",
      conditions: [{ title: "status", operator: "EQUAL", operands: ["Open"] }],
    };
    const cells = (a: string, b: string) => ({ [STATUS]: { value: a }, [LOST]: { value: b } });
    const of = sheet({
      columns: [...columns(), twin],
      rows: [row("1", 1, null, cells("Open", "Done")), row("2", 2, null, cells("Open", "Open"))],
    });
    const found = shown(allowed([], "yes", limit({ rows })), ownSource(of));
    expect(found.sheet.rows.map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("project, answers", () => {
  it("I07 for own access only the person's own answer will do", () => {
    const refused = { kind: "nothing", reason: "error", because: [] };
    const own = allowed([], "yes");
    expect(project(own, [{ ...ownSource(), assume: OSCAR }])).toEqual(refused);
    expect(project(own, [{ ...ownSource(), connectionId: SECOND }])).toEqual(refused);
  });

  it("names as used only permits that cover a listed column, sorted whichever answer they belong to", () => {
    const rules = [
      permit("b", { columns: only(TASK) }),
      permit("a", { columns: only(OWNER), delegation: second }),
      permit("c", { columns: only(columnId("42")) }),
    ];
    const found = shown(allowed(rules), adminSource(), { ...second, sheet: sheet(), allColumnIds: null });
    expect(found.used).toEqual(["a", "b"]);
  });

  it("tells when the sheet was changed where that is known", () => {
    const modifiedAt = "2026-05-04T10:00:00Z";
    expect(shown(allowed([], "yes"), ownSource(sheet({ modifiedAt }))).sheet.modifiedAt).toBe(modifiedAt);
    expect(shown(allowed([], "yes"), ownSource()).sheet).not.toHaveProperty("modifiedAt");
  });
});
