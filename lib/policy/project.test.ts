import { describe, expect, it } from "vitest";
import { decide } from "./decide";
import type { ColumnId } from "./ids";
import { type Projection, project, type Source } from "./project";
import {
  adminSource,
  all,
  COST,
  columns,
  DUE,
  facts,
  forbid,
  LOST,
  MAIN,
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
import type { SourceCell } from "./sheet";
import type { AllowDecision, AnyRule, Condition, IdScope, Limit, OwnAccess } from "./types";

const [PLAN, BUILD, PAINT, BLANK, SHIP] = sheet().rows.map(({ id }) => id);
const only = (...ids: ColumnId[]): IdScope => ({ mode: "only", ids });
const mine: Condition = { columnId: OWNER, operator: "EQUAL", value: { viewer: "email" } };
const open: Condition = { columnId: STATUS, operator: "EQUAL", value: "Open" };
const nobody: Condition = { columnId: TASK, operator: "EQUAL", value: "no such task" };

function allowed(rules: AnyRule[], own: OwnAccess = "no", within?: Limit): AllowDecision {
  const decision = decide(request(), rules, { ...facts, own });
  if (decision.effect === "deny") throw new Error(`The test's rules deny: ${decision.reason}.`);
  return within ? { ...decision, within } : decision;
}

function seen(projection: Projection) {
  if (projection.kind !== "visible") throw new Error(`Not visible: ${JSON.stringify(projection)}`);
  const { columns: shown, rows } = projection.sheet;
  return {
    columns: shown.map(({ id }) => id),
    rows: rows.map(({ id }) => id),
    numbers: rows.map(({ rowNumber }) => rowNumber),
    parents: rows.map(({ parentId }) => parentId),
    cells: rows.map(({ cells }) => Object.keys(cells)),
    restricted: projection.restricted,
    used: projection.used,
    text: JSON.stringify(projection.sheet),
  };
}

describe("project, own access", () => {
  it("I12 shows the whole sheet, in its order and with its own numbers", () => {
    const found = seen(project(allowed([], "yes"), [ownSource()]));
    expect(found.columns).toEqual([TASK, OWNER, STATUS, COST, DUE]);
    expect(found.rows).toEqual([PLAN, BUILD, PAINT, BLANK, SHIP]);
    expect(found.numbers).toEqual([1, 2, 3, 4, 5]);
    expect(found.parents).toEqual([null, PLAN, BUILD, null, null]);
    expect(found.restricted).toEqual({ rows: false, columns: false });
    expect(found.used).toEqual([]);
  });

  it("I11 less a forbidden column, which is absent and not blanked", () => {
    const found = seen(project(allowed([forbid("z", { columns: only(OWNER) })], "yes"), [ownSource()]));
    expect(found.columns).toEqual([TASK, STATUS, COST, DUE]);
    expect(found.text).not.toContain(OWNER);
    expect(found.text).not.toContain("Sam Secret");
    expect(found.restricted).toEqual({ rows: false, columns: true });
    expect(found.used).toEqual(["z"]);
  });

  it("I11 less forbidden rows: new numbers, and children hang on the nearest visible ancestor", () => {
    const build: Condition = { columnId: TASK, operator: "EQUAL", value: "build" };
    const found = seen(project(allowed([forbid("z", { rows: all(build) })], "yes"), [ownSource()]));
    expect(found.rows).toEqual([PLAN, PAINT, BLANK, SHIP]);
    expect(found.numbers).toEqual([1, 2, 3, 4]);
    expect(found.parents).toEqual([null, PLAN, null, null]);
    expect(found.restricted.rows).toBe(true);
  });

  it("I11 less some cells of some rows, the column staying", () => {
    const cut = forbid("z", {
      columns: only(COST),
      rows: all({ columnId: COST, operator: "GREATER_THAN", value: 50 }),
    });
    const found = seen(project(allowed([cut], "yes"), [ownSource()]));
    expect(found.columns).toContain(COST);
    expect(found.cells[0]).toContain(COST);
    expect(found.text).not.toContain("2500");
    expect(found.text).not.toContain("99}");
    expect(found.restricted).toEqual({ rows: false, columns: false });
  });

  it("takes exactly one answer, the person's own", () => {
    const decision = allowed([], "yes");
    const refused = { kind: "nothing", reason: "error", because: [] };
    expect(project(decision, [])).toEqual(refused);
    expect(project(decision, [adminSource()])).toEqual(refused);
    expect(project(decision, [ownSource(), ownSource()])).toEqual(refused);
  });
});

describe("project, delegated", () => {
  it("a permit shows its rows and its columns", () => {
    const rule = permit("a", { columns: only(COST, TASK), rows: all(mine) });
    const found = seen(project(allowed([rule]), [adminSource()]));
    expect(found.columns).toEqual([TASK, COST]);
    expect(found.rows).toEqual([PAINT, SHIP]);
    expect(found.numbers).toEqual([1, 2]);
    expect(found.parents).toEqual([null, null]);
    expect(found.text).not.toContain(OWNER);
    expect(found.used).toEqual(["a"]);
  });

  it("T05 rectangles don't multiply: a cell needs one permit that covers its row and its column", () => {
    const rules = [
      permit("a", { columns: only(TASK) }),
      permit("b", { columns: only(COST), rows: all({ columnId: TASK, operator: "EQUAL", value: "Ship" }) }),
    ];
    const found = seen(project(allowed(rules), [adminSource()]));
    expect(found.cells).toEqual([[TASK], [TASK], [TASK], [], [TASK, COST]]);
    expect(found.text).not.toContain("2500");
  });

  it("a covered row without content is there, a row that isn't covered is not", () => {
    const blank: Condition = { columnId: TASK, operator: "IS_BLANK" };
    const found = seen(
      project(allowed([permit("a", { columns: only(COST), rows: all(blank) })]), [adminSource()]),
    );
    expect(found.rows).toEqual([BLANK]);
    expect(found.cells).toEqual([[]]);
  });

  it("a permit whose rows match none gives its columns and no row", () => {
    const found = seen(
      project(allowed([permit("a", { columns: only(TASK, STATUS), rows: all(nobody) })]), [adminSource()]),
    );
    expect(found.columns).toEqual([TASK, STATUS]);
    expect(found.rows).toEqual([]);
  });

  it("I01 a row all of whose columns are forbidden is not there", () => {
    const rules = [
      permit("a", { columns: only(TASK) }),
      forbid("z", { columns: only(TASK, COST), rows: all(mine) }),
    ];
    expect(seen(project(allowed(rules), [adminSource()])).rows).toEqual([PLAN, BUILD, BLANK]);
  });

  it("I01 nothing is left when forbids take every granted column", () => {
    const rules = [permit("a", { columns: only(TASK) }), forbid("z", { columns: only(TASK) })];
    expect(project(allowed(rules), [adminSource()])).toEqual({
      kind: "nothing",
      reason: "forbidden",
      because: ["z"],
    });
  });

  it("F10 a permit for a lost column gives the others; with none left there is nothing", () => {
    expect(
      seen(project(allowed([permit("a", { columns: only(LOST, TASK) })]), [adminSource()])).columns,
    ).toEqual([TASK]);
    const found = project(allowed([permit("a", { columns: only(LOST) })]), [adminSource()]);
    expect(found).toEqual({ kind: "nothing", reason: "no_permit", because: [] });
  });

  it("F10 a permit whose rows look at a lost column gives nothing, the others stay", () => {
    const broken = permit("a", {
      rows: { match: "any", conditions: [mine, { columnId: LOST, operator: "IS_BLANK" }] },
    });
    expect(project(allowed([broken]), [adminSource()])).toMatchObject({
      kind: "nothing",
      reason: "no_permit",
    });
    const found = seen(project(allowed([broken, permit("b", { columns: only(TASK) })]), [adminSource()]));
    expect(found.columns).toEqual([TASK]);
    expect(found.used).toEqual(["b"]);
  });

  it("F10 a forbid that names or looks at a lost column denies the sheet, in both lanes", () => {
    const onColumn = forbid("y", { columns: only(COST, LOST) });
    const onRows = forbid("z", { columns: only(COST), rows: all({ columnId: LOST, operator: "IS_BLANK" }) });
    const denied = (because: string) => ({
      kind: "nothing",
      reason: "unreadable_forbid",
      because: [because],
    });
    expect(project(allowed([permit("a"), onColumn]), [adminSource()])).toEqual(denied("y"));
    expect(project(allowed([onColumn], "yes"), [ownSource()])).toEqual(denied("y"));
    expect(project(allowed([permit("a"), onRows]), [adminSource()])).toEqual(denied("z"));
    expect(project(allowed([onRows], "yes"), [ownSource()])).toEqual(denied("z"));
  });

  it("F10 a column not asked for is not lost, unless the sheet's list lacks it", () => {
    const part = onlyColumns(sheet(), [TASK]);
    const rules = [permit("a", { columns: only(TASK) }), forbid("z", { columns: only(COST) })];
    const ids = columns().map(({ id }) => id);
    expect(seen(project(allowed(rules), [adminSource(part, { allColumnIds: ids })]))).toMatchObject({
      columns: [TASK],
      restricted: { rows: false, columns: true },
    });
    const without = ids.filter((id) => id !== COST);
    expect(project(allowed(rules), [adminSource(part, { allColumnIds: without })]).kind).toBe("nothing");
    expect(project(allowed(rules), [adminSource(part)]).kind).toBe("nothing");
  });

  it("F10 rows that look at a column nobody asked for can't be evaluated", () => {
    const part = adminSource(onlyColumns(sheet(), [TASK]), { allColumnIds: columns().map(({ id }) => id) });
    const permitted = permit("a", { columns: only(TASK), rows: all(mine) });
    expect(project(allowed([permitted]), [part])).toMatchObject({ kind: "nothing", reason: "no_permit" });
    const cut = forbid("z", { columns: only(COST), rows: all(mine) });
    const found = project(allowed([permit("a", { columns: only(TASK) }), cut]), [part]);
    expect(found).toMatchObject({ kind: "nothing", reason: "unreadable_forbid", because: ["z"] });
  });

  it("F10 I12 a new column stays hidden from `except`, a permit for all shows it, a forbid on all but some takes it", () => {
    const known = [TASK, OWNER, STATUS];
    const frozen = permit("a", { columns: { mode: "except", ids: [OWNER], known } });
    expect(seen(project(allowed([frozen]), [adminSource()])).columns).toEqual([TASK, STATUS]);
    expect(seen(project(allowed([permit("a")]), [adminSource()])).columns).toContain(DUE);
    const keep = forbid("z", { columns: { mode: "except", ids: [TASK, LOST], known } });
    expect(seen(project(allowed([permit("a"), keep]), [adminSource()])).columns).toEqual([TASK]);
  });

  it("the primary flag goes with its column, and places are counted from 0 again", () => {
    const shown = project(allowed([permit("a", { columns: only(DUE, STATUS) })]), [adminSource()]);
    if (shown.kind !== "visible") throw new Error(shown.kind);
    expect(shown.sheet.columns.map(({ index, primary }) => [index, primary])).toEqual([
      [0, undefined],
      [1, undefined],
    ]);
    const whole = project(allowed([permit("a")]), [adminSource()]);
    expect(whole.kind === "visible" && whole.sheet.columns[0]?.primary).toBe(true);
  });

  it("I11 options that only hidden rows use are not told", () => {
    const optionsOf = (rules: AnyRule[]) => {
      const shown = project(allowed(rules), [adminSource()]);
      return shown.kind === "visible" ? shown.sheet.columns.find(({ id }) => id === STATUS)?.options : null;
    };
    expect(optionsOf([permit("a")])).toEqual(["Open", "Done", "Secret"]);
    expect(optionsOf([permit("a", { rows: all(open) })])).toEqual(["Open"]);
    const cut = forbid("z", {
      columns: only(STATUS),
      rows: all({ columnId: STATUS, operator: "EQUAL", value: "secret" }),
    });
    expect(optionsOf([permit("a"), cut])).toEqual(["Open", "Done"]);
    expect(optionsOf([permit("a", { rows: all(nobody) })])).toEqual([]);
  });

  it("I12 nothing but the listed fields of cells, columns and rows gets through", () => {
    const loud = {
      value: "Plan",
      displayValue: "Plan",
      format: ",,1",
      link: "https://example.com/",
      objectValue: { type: "CONTACT", email: "a@acme.com", name: "A", imageId: "leak" },
      formula: "=leak",
      linkInFromCell: { sheetName: "leak" },
    } as SourceCell;
    const source = sheet({
      columns: columns().map((column) => ({
        ...column,
        formula: "leak",
        description: "leak",
        systemColumnType: "leak",
      })),
      rows: [
        {
          ...row("1", 1, null, {
            [TASK]: loud,
            [STATUS]: { objectValue: { type: "IMAGE", leak: 1 } } as unknown as SourceCell,
          }),
          createdBy: "leak",
        } as never,
      ],
      ...({ ownerId: "leak", permalink: "leak" } as object),
    });
    const shown = project(allowed([permit("a")]), [adminSource(source)]);
    if (shown.kind !== "visible") throw new Error(shown.kind);
    expect(JSON.stringify(shown.sheet)).not.toContain("leak");
    expect(shown.sheet.rows[0]?.cells[TASK]).toEqual({
      value: "Plan",
      displayValue: "Plan",
      format: ",,1",
      link: "https://example.com/",
      objectValue: { type: "CONTACT", email: "a@acme.com", name: "A" },
    });
  });
});

describe("project, several answers", () => {
  const second = { connectionId: SECOND, assume: OSCAR };
  const rules = [
    permit("a", { columns: only(TASK) }),
    permit("b", { columns: only(COST), rows: all(mine), delegation: second }),
  ];
  const ids = columns().map(({ id }) => id);
  const first = adminSource(onlyColumns(sheet(), [TASK]), { allColumnIds: ids });
  const other: Source = {
    ...second,
    sheet: onlyColumns(sheet({ fetchedAt: "2026-05-04T11:58:00Z" }), [COST, OWNER]),
    allColumnIds: ids,
  };

  it("T05 are joined by row and column id, each permit from its own answer, in any order", () => {
    const found = project(allowed(rules), [first, other]);
    expect(seen(found)).toMatchObject({
      columns: [TASK, COST],
      rows: [PLAN, BUILD, PAINT, BLANK, SHIP],
      used: ["a", "b"],
    });
    expect(seen(found).cells).toEqual([[TASK], [TASK], [TASK], [], [TASK, COST]]);
    expect(seen(found).text).not.toContain(OWNER);
    expect(found.kind === "visible" && found.sheet.fetchedAt).toBe("2026-05-04T11:58:00Z");
    expect(project(allowed(rules), [other, first])).toEqual(found);
  });

  it("one that failed adds nothing; with none left there is nothing", () => {
    expect(seen(project(allowed(rules), [other]))).toMatchObject({
      columns: [COST],
      rows: [PAINT, SHIP],
      used: ["b"],
    });
    expect(project(allowed(rules), [])).toEqual({ kind: "nothing", reason: "no_permit", because: [] });
  });

  it("of different versions are not joined", () => {
    const later = { ...other, sheet: { ...other.sheet, version: 43 } };
    expect(project(allowed(rules), [first, later])).toEqual({ kind: "versions_differ" });
  });

  it("I07 an answer no permit belongs to is not looked at, and one for another sheet refused", () => {
    const stray = { connectionId: MAIN, assume: OSCAR, sheet: sheet({ version: 1 }), allColumnIds: null };
    expect(project(allowed(rules), [stray, first, other])).toEqual(project(allowed(rules), [first, other]));
    const foreign = { ...other, sheet: { ...other.sheet, id: "9007199254740993" as typeof other.sheet.id } };
    expect(project(allowed(rules), [first, foreign])).toMatchObject({ kind: "nothing", reason: "error" });
    expect(project(allowed(rules), [first, first])).toMatchObject({ kind: "nothing", reason: "error" });
  });
});

describe("project, within a link's limit", () => {
  const limit = (over: Partial<Limit>): Limit => ({ columns: { mode: "all" }, rows: null, ...over });
  const isOpen = {
    match: "all" as const,
    conditions: [{ columnId: STATUS, operator: "EQUAL" as const, operands: ["Open"] }],
  };

  it("I21 a cell must be inside the maker's right and the limit", () => {
    const rule = permit("a", { columns: only(TASK, COST, STATUS), rows: all(mine) });
    const decision = allowed([rule], "no", limit({ columns: only(TASK, DUE), rows: isOpen }));
    expect(seen(project(decision, [adminSource()]))).toMatchObject({
      columns: [TASK],
      rows: [PAINT],
      numbers: [1],
    });
    const own = allowed([], "yes", limit({ columns: only(TASK, DUE), rows: isOpen }));
    expect(seen(project(own, [ownSource()]))).toMatchObject({ columns: [TASK, DUE], rows: [PAINT] });
  });

  it("F10 I21 a limit that can't be evaluated shows nothing", () => {
    const lost = {
      match: "all" as const,
      conditions: [{ ...isOpen.conditions[0], columnId: LOST } as (typeof isOpen.conditions)[0]],
    };
    expect(project(allowed([], "yes", limit({ rows: lost })), [ownSource()])).toMatchObject({
      kind: "nothing",
      reason: "unreadable_forbid",
    });
    expect(project(allowed([], "yes", limit({ columns: only(LOST) })), [ownSource()])).toMatchObject({
      kind: "nothing",
    });
  });
});
