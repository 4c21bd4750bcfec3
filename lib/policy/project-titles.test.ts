import { describe, expect, it } from "vitest";
import { columnsToAsk, neededColumns } from "./columns";
import { decide } from "./decide";
import { type Projection, project } from "./project";
import {
  adminSource,
  all,
  COST,
  columns,
  DUE,
  facts,
  forbid,
  MAIN,
  OLIVIA,
  OWNER,
  onlyColumns,
  permit,
  request,
  row,
  STATUS,
  sheet,
  TASK,
} from "./sample.test-helper";
import type { SourceSheet } from "./sheet";
import type { AllowDecision, AnyRule, ColumnScope, Condition } from "./types";

const titles = (...named: string[]): ColumnScope => ({ mode: "only", titles: named });
const known = columns().map(({ id, title }) => ({ id, title }));
const ids = known.map(({ id }) => id);
/** "Cost" twice: as it was, and over the owners. */
const twins = (): SourceSheet =>
  sheet({ columns: columns().map((one) => (one.id === OWNER ? { ...one, title: "cost" } : one)) });

function allowed(rules: AnyRule[]): AllowDecision {
  const decision = decide(request(), rules, facts);
  if (decision.effect === "deny") throw new Error(decision.reason);
  return decision;
}

function seen(projection: Projection) {
  if (projection.kind !== "visible") return projection;
  return {
    columns: projection.sheet.columns.map(({ id }) => id),
    tasks: projection.sheet.rows.map(({ cells }) => cells[TASK]?.value),
  };
}

const see = (rules: AnyRule[], of: SourceSheet = sheet()) => seen(project(allowed(rules), [adminSource(of)]));

describe("project, columns by title", () => {
  it("a permit covers every column of its titles, and passes over one that is lost", () => {
    expect(see([permit("a", { columns: titles("TASK", "cost ", "Gone") })])).toMatchObject({
      columns: [TASK, COST],
    });
    expect(see([permit("a", { columns: titles("cost") })], twins())).toMatchObject({
      columns: [OWNER, COST],
    });
    expect(see([permit("a", { columns: titles("Gone") })])).toMatchObject({
      kind: "nothing",
      reason: "no_permit",
    });
  });

  it("a forbid takes every column of its titles", () => {
    expect(see([permit("a"), forbid("z", { columns: titles("Cost") })], twins())).toMatchObject({
      columns: [TASK, STATUS, DUE],
    });
    const others = forbid("z", { columns: { mode: "except", titles: ["task", "Gone"] } });
    expect(see([permit("a"), others])).toMatchObject({ columns: [TASK] });
  });

  it("F10 a forbid on a lost title denies the sheet, one on all but a lost title does not", () => {
    const denied = { kind: "nothing", reason: "unreadable_forbid", because: ["z"] };
    expect(see([permit("a"), forbid("z", { columns: titles("Cost", "Gone") })])).toEqual(denied);
    expect(see([permit("a"), forbid("z", { columns: { mode: "except", titles: ["Gone"] } })])).toMatchObject({
      kind: "nothing",
      reason: "forbidden",
    });
  });

  it("F10 a title that may stand on a column that was not read is not known: a forbid on it denies", () => {
    const part = onlyColumns(sheet(), [TASK]);
    const rules = [
      permit("a", { columns: { mode: "only", ids: [TASK] } }),
      forbid("z", { columns: titles("Cost") }),
    ];
    const source = (allColumns: typeof known | null) => adminSource(part, { allColumnIds: ids, allColumns });
    expect(seen(project(allowed(rules), [source(null)]))).toMatchObject({ reason: "unreadable_forbid" });
    expect(seen(project(allowed(rules), [source(known)]))).toMatchObject({ columns: [TASK] });
    const without = known.filter(({ id }) => id !== COST);
    const found = project(allowed(rules), [adminSource(part, { allColumns: without })]);
    expect(seen(found)).toMatchObject({ reason: "unreadable_forbid" });
  });
});

describe("project, conditions by title", () => {
  const cost = (operator: Condition["operator"], value?: Condition["value"]) =>
    all({ title: "COST", operator, value });

  it("look at the column of that title", () => {
    expect(see([permit("a", { rows: cost("EQUAL", 10) })])).toMatchObject({ tasks: ["Plan"] });
  });

  it("F10 a lost title spoils the rows: a permit gives nothing, a forbid denies", () => {
    const gone = all({ title: "Gone", operator: "IS_BLANK" });
    expect(see([permit("a", { rows: gone })])).toMatchObject({ kind: "nothing", reason: "no_permit" });
    expect(see([permit("a"), forbid("z", { rows: gone, columns: titles("Task") })])).toMatchObject({
      kind: "nothing",
      reason: "unreadable_forbid",
    });
  });

  it("of two columns both are meant: a permit needs it of each, a forbid of either, turned round under none", () => {
    const rows = [
      row("1", 1, null, { [TASK]: { value: "both" }, [COST]: { value: 1 }, [OWNER]: { value: 1 } }),
      row("2", 2, null, { [TASK]: { value: "one" }, [COST]: { value: 1 } }),
      row("3", 3, null, { [TASK]: { value: "neither" } }),
    ];
    const of = {
      ...twins(),
      columns: twins().columns.map((one) => ({ ...one, type: "TEXT_NUMBER" as const })),
      rows,
    };
    const some = cost("IS_NOT_BLANK");
    const none = { match: "none" as const, conditions: some.conditions };
    expect(see([permit("a", { rows: some })], of)).toMatchObject({ tasks: ["both"] });
    expect(see([permit("a", { rows: none })], of)).toMatchObject({ tasks: ["neither"] });
    expect(see([permit("a"), forbid("z", { rows: some })], of)).toMatchObject({ tasks: ["neither"] });
    expect(see([permit("a"), forbid("z", { rows: none })], of)).toMatchObject({ tasks: ["both"] });
  });

  it("F10 a second column of the title that was not read spoils them", () => {
    const named = twins().columns.map(({ id, title }) => ({ id, title }));
    const part = adminSource(onlyColumns(twins(), [TASK, COST]), { allColumnIds: ids, allColumns: named });
    const rule = permit("a", { columns: { mode: "only", ids: [TASK] }, rows: cost("IS_NOT_BLANK") });
    expect(seen(project(allowed([rule]), [part]))).toMatchObject({ kind: "nothing", reason: "no_permit" });
  });
});

describe("columnsToAsk", () => {
  const group = { connectionId: MAIN, assume: OLIVIA };
  const ask = (rules: AnyRule[], list: typeof known | null = known) =>
    columnsToAsk(allowed(rules), group, list);
  const byTitle = permit("a", { columns: titles("Task", "Cost") });
  const byId = permit("a", { columns: { mode: "only", ids: [TASK] } });
  const named = all({ title: "Owner", operator: "IS_NOT_BLANK" });

  it("I11 asks for all while a title stands anywhere and no list of columns is at hand", () => {
    const rules: AnyRule[][] = [
      [byTitle],
      [permit("a", { columns: { mode: "only", ids: [TASK] }, rows: named })],
      [byId, forbid("z", { columns: titles("Cost") })],
      [byId, forbid("z", { columns: { mode: "except", titles: ["Task"] } })],
      [byId, forbid("z", { columns: { mode: "only", ids: [COST] }, rows: named })],
    ];
    for (const one of rules) {
      expect(ask(one, null)).toBeNull();
      expect(neededColumns(allowed(one), group)).toBeNull();
    }
    expect(ask([byId], null)).toEqual([TASK]);
  });

  it("I11 finds the ids of titles in the list, and asks for no more", () => {
    expect(ask([byTitle])).toEqual([TASK, COST].sort());
    expect(ask([permit("a", { columns: titles("Task"), rows: named })])).toEqual([OWNER, TASK].sort());
    expect(ask([byTitle, forbid("z", { columns: titles("COST") })])).toEqual([TASK]);
    expect(ask([permit("a"), forbid("z", { columns: { mode: "except", titles: ["Task", "Due"] } })])).toEqual(
      [DUE, TASK].sort(),
    );
    expect(ask([byTitle, forbid("z", { columns: titles("Cost"), rows: named })])).toEqual(
      [COST, OWNER, TASK].sort(),
    );
    expect(ask([permit("a", { columns: titles("Gone") })])).toEqual([]);
    expect(ask([permit("a")])).toBeNull();
  });

  it("both columns of one title are asked for", () => {
    const list = twins().columns.map(({ id, title }) => ({ id, title }));
    expect(ask([permit("a", { columns: titles("cost") })], list)).toEqual([COST, OWNER].sort());
  });

  it("a mask by title needs all titles too", () => {
    const rule = permit("a", { masks: [{ title: "Cost", mask: { kind: "last4" } }] });
    const decision = {
      ...allowed([rule]),
      within: { columns: { mode: "only" as const, ids: [COST] }, rows: null },
    };
    expect(columnsToAsk(decision, group, null)).toBeNull();
    expect(columnsToAsk(decision, group, known)).toEqual([COST]);
  });
});
