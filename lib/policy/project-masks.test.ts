import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import { narrow } from "./narrow";
import { project } from "./project";
import {
  adminSource,
  all,
  COST,
  columnId,
  columns,
  DUE,
  facts,
  forbid,
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
import type { VisibleSheet } from "./sheet";
import type { AllowDecision, AnyRule, ColumnMask, IdScope, Limit, Mask } from "./types";

const constant = (text: string): Mask => ({ kind: "constant", text });
const on = (id: typeof TASK, mask: Mask): ColumnMask => ({ columnId: id, mask });
const only = (...ids: (typeof TASK)[]): IdScope => ({ mode: "only", ids });
const open = all({ columnId: STATUS, operator: "EQUAL", value: "Open" });
const rest = { match: "none" as const, conditions: open.conditions };

function allowed(rules: AnyRule[], limit?: Limit, own: "yes" | "no" = "no"): AllowDecision {
  const decision = decide(request(), rules, { ...facts, own });
  const narrowed = limit ? narrow(decision, limit) : decision;
  if (narrowed.effect === "deny") throw new Error(narrowed.reason);
  return narrowed;
}

function shown(
  decision: AllowDecision,
  source = decision.via === "own" ? ownSource() : adminSource(),
): VisibleSheet {
  const projection = project(decision, [source]);
  if (projection.kind !== "visible") throw new Error(JSON.stringify(projection));
  return projection.sheet;
}

const column = (of: VisibleSheet, id: typeof TASK) => of.columns.find((one) => one.id === id);
const values = (of: VisibleSheet, id: typeof TASK) => of.rows.map(({ cells }) => cells[id]?.value);

describe("project, masks", () => {
  it("I11 a masked column is text, and nothing of its values is left: type, options, symbol, format", () => {
    const source = sheet({
      columns: columns().map((one) => ({ ...one, symbol: "STAR", format: ",,1,,,,,,,,,13,,,,,4" })),
    });
    const rule = permit("a", { masks: [on(STATUS, constant("Open")), on(DUE, { kind: "year" })] });
    const found = shown(allowed([rule]), adminSource(source));
    const text = { type: "TEXT_NUMBER", masked: true, format: ",,1,,,,,,,,,,,,,," };
    expect(column(found, STATUS)).toEqual({ id: STATUS, index: 2, title: "Status", ...text });
    expect(column(found, DUE)).toEqual({ id: DUE, index: 4, title: "Due", ...text });
    expect(column(found, COST)).not.toHaveProperty("masked");
    expect(column(found, COST)).toMatchObject({ symbol: "STAR", format: ",,1,,,,,,,,,13,,,,,4" });
    expect(values(found, STATUS)).toEqual(["Open", "Open", "Open", undefined, undefined]);
    expect(values(found, DUE)).toEqual([undefined, undefined, "2026", undefined, undefined]);
    const bytes = JSON.stringify(found);
    for (const secret of ['"value":"Secret"', "Done", '2026-05-04"']) expect(bytes).not.toContain(secret);
  });

  it("I11 a column some of whose cells are masked keeps its type, says so, and tells only the options that show plainly", () => {
    const rules = [
      permit("a", { rows: rest, masks: [on(STATUS, constant("Secret"))] }),
      permit("b", { rows: open, columns: only(STATUS) }),
    ];
    const found = shown(allowed(rules));
    expect(values(found, STATUS)).toEqual(["Secret", "Secret", "Open", undefined, undefined]);
    expect(column(found, STATUS)).toMatchObject({ type: "PICKLIST", masked: true, options: ["Open"] });
  });

  it("without a row to tell by, a column is masked as its permits would mask it", () => {
    const nobody = all({ columnId: TASK, operator: "EQUAL", value: "nothing of the kind" });
    const masked = permit("a", { rows: nobody, masks: [on(STATUS, constant("x"))] });
    expect(column(shown(allowed([masked])), STATUS)).toMatchObject({ type: "TEXT_NUMBER", masked: true });
    expect(column(shown(allowed([masked])), STATUS)).not.toHaveProperty("options");
    const plain = permit("b", { rows: nobody, columns: only(STATUS) });
    expect(column(shown(allowed([masked, plain])), STATUS)).toMatchObject({ type: "PICKLIST", options: [] });
    const empty = adminSource(sheet({ rows: [] }));
    expect(column(shown(allowed([masked]), empty), STATUS)).not.toHaveProperty("options");
  });

  it("I04 one permit that shows a cell plainly is enough, whichever comes first", () => {
    const masked = permit("a", { masks: [on(COST, constant("x"))] });
    const plain = permit("b", {
      columns: only(COST),
      rows: all({ columnId: COST, operator: "LESS_THAN", value: 50 }),
    });
    for (const rules of [
      [masked, plain],
      [plain, masked],
    ])
      expect(values(shown(allowed(rules)), COST)).toEqual([10, "x", undefined, undefined, "x"]);
  });

  it("I04 of several masks the least strict, also where their answers are several; within one rule the strictest", () => {
    const elsewhere = { connectionId: SECOND, assume: OSCAR };
    const strict = permit("a", { columns: only(COST), masks: [on(COST, constant("x"))] });
    const mild = permit("b", {
      columns: only(COST),
      masks: [on(COST, { kind: "last4" })],
      delegation: elsewhere,
    });
    const decision = allowed([strict, mild]);
    const sources = [adminSource(), { ...elsewhere, sheet: sheet(), allColumnIds: null }];
    for (const given of [sources, [...sources].reverse()]) {
      const projection = project(decision, given);
      expect(projection.kind === "visible" && values(projection.sheet, COST)).toEqual([
        ...["••••", "••••", undefined, undefined, "••••"],
      ]);
    }
    const both = permit("a", {
      masks: [on(COST, { kind: "last4" }), { title: "cost", mask: constant("x") }],
    });
    expect(values(shown(allowed([both])), COST)[0]).toBe("x");
  });

  it("own access is never masked, a forbid takes a masked cell all the same", () => {
    const masked = permit("a", { masks: [on(COST, constant("x"))] });
    expect(values(shown(allowed([masked], undefined, "yes")), COST)[0]).toBe(10);
    const cut = forbid("z", {
      columns: only(COST),
      rows: all({ columnId: COST, operator: "EQUAL", value: 10 }),
    });
    expect(values(shown(allowed([masked, cut])), COST)).toEqual([undefined, "x", undefined, undefined, "x"]);
  });

  it("I13 rows look at what a mask hides", () => {
    const rule = permit("a", {
      columns: only(TASK, COST),
      rows: all({ columnId: COST, operator: "GREATER_THAN", value: 50 }),
      masks: [on(COST, constant("x"))],
    });
    expect(values(shown(allowed([rule])), TASK)).toEqual(["Build", "Ship"]);
  });

  it("F10 a mask on a lost column takes its permit, save where nothing the rule covers could be that column", () => {
    const gone = (masks: ColumnMask[], over = {}) =>
      project(allowed([permit("a", { masks, ...over })]), [adminSource()]);
    expect(gone([on(LOST, constant("x"))])).toMatchObject({ kind: "nothing", reason: "no_permit" });
    expect(gone([{ title: "Gone", mask: constant("x") }])).toMatchObject({ kind: "nothing" });
    expect(gone([on(LOST, constant("x"))], { columns: only(TASK, LOST) }).kind).toBe("visible");
    const titles = { columns: { mode: "only", titles: ["Task", "Gone"] } };
    expect(gone([{ title: "Gone", mask: constant("x") }], titles).kind).toBe("visible");
  });

  it("F10 a mask by title under all columns is not passed over because not all titles are known", () => {
    const rule = permit("a", { masks: [{ title: "Cost", mask: constant("x") }] });
    const within: Limit = { columns: only(COST), rows: null };
    const part = onlyColumns(sheet(), [COST]);
    const ids = columns().map(({ id }) => id);
    const decision = allowed([rule], within);
    expect(project(decision, [adminSource(part, { allColumnIds: ids })]).kind).toBe("nothing");
    const known = columns().map(({ id, title }) => ({ id, title }));
    expect(
      values(shown(decision, adminSource(part, { allColumnIds: ids, allColumns: known })), COST)[0],
    ).toBe("x");
  });

  it("two columns of one title are both masked", () => {
    const twin = columns().map((one) => (one.id === OWNER ? { ...one, title: " COST " } : one));
    const rule = permit("a", { masks: [{ title: "Cost", mask: constant("x") }] });
    const found = shown(allowed([rule]), adminSource(sheet({ columns: twin })));
    expect(values(found, COST)[0]).toBe("x");
    expect(values(found, OWNER)).toEqual([undefined, "x", "x", undefined, "x"]);
  });
});

describe("project, masks of a link", () => {
  const limit = (masks: ColumnMask[], scope: IdScope = { mode: "all" }): Limit => ({
    columns: scope,
    rows: null,
    masks,
  });

  it("I21 lie on top of what the maker sees, in both lanes", () => {
    const four = limit([on(COST, { kind: "last4" }), on(TASK, { kind: "constant", text: "task" })]);
    const own = shown(allowed([], four, "yes"));
    expect(values(own, COST)).toEqual(["••••", "••••", undefined, undefined, "••••"]);
    expect(values(own, TASK)).toEqual(["task", "task", "task", undefined, "task"]);
    expect(column(own, COST)).toMatchObject({ masked: true });
    const maker = permit("a", { masks: [on(COST, constant("confidential"))] });
    expect(values(shown(allowed([maker], four)), COST)[0]).toBe("••••tial");
  });

  it("F10 I21 one that can't be read, or whose column is gone, shows nothing", () => {
    const broken = { kind: "nothing", reason: "unreadable_forbid", because: [] };
    const see = (masks: ColumnMask[], scope?: IdScope) =>
      project(allowed([], limit(masks, scope), "yes"), [ownSource()]);
    expect(see([on(LOST, { kind: "last4" })])).toEqual(broken);
    expect(see([on(COST, { kind: "last4" })], only(TASK))).toEqual(broken);
    expect(see([{ title: "Cost", mask: { kind: "last4" } }], only(COST))).toEqual(broken);
    expect(see([on(LOST, { kind: "last4" })], only(TASK, LOST)).kind).toBe("visible");
    const byTitle = { columns: { mode: "only", titles: ["Task"] } as unknown as IdScope, rows: null };
    expect(project(allowed([], byTitle, "yes"), [ownSource()])).toEqual(broken);
  });

  it("I21 of two limits' masks on one column nothing is left; masks outside both are dropped", () => {
    const a = limit([on(COST, { kind: "last4" }), on(TASK, { kind: "last4" })]);
    const b = limit([on(COST, { kind: "bucket", size: 10 })], only(COST, DUE));
    const twice = narrow(narrow(decide(request(), [permit("a")], facts), a), b);
    expect(twice).toMatchObject({ within: { masks: [on(COST, constant("•••"))] } });
    expect(narrow(narrow(decide(request(), [permit("a")], facts), b), a)).toEqual(twice);
    const same = narrow(narrow(decide(request(), [permit("a")], facts), a), a);
    expect(same).toMatchObject({ within: { masks: [...(a.masks ?? [])].reverse() } });
  });
});

describe("project, untouched rows", () => {
  it("tells all options, also those nobody chose, only where every cell shows plainly", () => {
    const more = columns().map((one) => (one.options ? { ...one, options: [...one.options, "Later"] } : one));
    const optionsOf = (rule: AnyRule) =>
      column(shown(allowed([rule]), adminSource(sheet({ columns: more }))), STATUS)?.options;
    expect(optionsOf(permit("a"))).toEqual(["Open", "Done", "Secret", "Later"]);
    expect(optionsOf(permit("a", { rows: rest }))).toEqual(["Done", "Secret"]);
  });

  it("hands on the very cells of an answer that is shown whole", () => {
    const source = adminSource();
    const found = shown(allowed([permit("a")]), source);
    for (const [place, { cells }] of found.rows.entries())
      expect(cells).toBe(source.sheet.rows[place]?.cells);
  });

  it("I12 looks at each row for itself, and copies where anything must stay behind", () => {
    const plain = row("1", 1, null, { [TASK]: { value: "a" } });
    const stray = row("2", 2, null, { [TASK]: { value: "b" }, [LOST]: { value: "leak" } });
    const blank = row("3", 3, null, { [TASK]: { value: "" }, [COST]: { value: 1 } });
    const bare = row("4", 4, null, Object.assign(Object.create(null), { [TASK]: { value: "d" } }));
    const loud = row("5", 5, null, {
      [OWNER]: {
        objectValue: { type: "MULTI_CONTACT", values: [{ email: "a@acme.com", imageId: "leak" }] },
      } as never,
    });
    const choices = { type: "MULTI_PICKLIST", values: ["Red", { leak: 1 }] };
    const odd = row("6", 6, null, { [STATUS]: { objectValue: choices } as never });
    const rows = [plain, stray, blank, bare, loud, odd];
    const source = adminSource(sheet({ rows }));
    for (let time = 0; time < 2; time++) {
      const found = shown(allowed([permit("a")]), source);
      expect(found.rows.map(({ cells }, place) => cells === rows[place]?.cells)).toEqual([
        ...[true, false, false, false, false, false],
      ]);
      expect(JSON.stringify(found)).not.toContain("leak");
      expect(Object.getPrototypeOf(found.rows[3]?.cells)).toBe(Object.prototype);
      expect(found.rows[2]?.cells).toEqual({ [COST]: { value: 1 } });
      const some = shown(allowed([permit("a", { columns: only(TASK, OWNER) })]), source);
      expect(JSON.stringify(some)).not.toContain("leak");
      expect(some.rows.map(({ cells }) => Object.keys(cells).length)).toEqual([1, 1, 0, 1, 1, 0]);
    }
  });

  it("a row that stands twice counts once", () => {
    const double = sheet();
    const rows = [...double.rows, ...double.rows.slice(0, 2)];
    const found = shown(allowed([permit("a")]), adminSource({ ...double, rows }));
    expect(found.rows.map(({ id }) => id)).toEqual(double.rows.map(({ id }) => id));
  });

  it("an id like an inherited name is no column", () => {
    const rule = permit("a", { columns: only(TASK, columnId("constructor"), columnId("__proto__")) });
    expect(shown(allowed([rule])).columns.map(({ id }) => id)).toEqual([TASK]);
  });
});
