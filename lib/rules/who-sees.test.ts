import { describe, expect, it } from "vitest";
import { indexRules } from "@/lib/policy/index-rules";
import { randomCases } from "@/lib/policy/random-cases.test-helper";
import {
  all,
  BUDGET,
  COST,
  DUE,
  forbid,
  MAIN,
  OLIVIA,
  OSCAR,
  OWNER,
  PROJECTS,
  permit,
  STATUS,
  sheet,
  TASK,
} from "@/lib/policy/sample.test-helper";
import type { AnyRule } from "@/lib/policy/types";
import { asset, budget, dana, facts, forVik, ROWS, source, vik, wanda } from "./radius.test-helper";
import { plainSight } from "./radius-oracle.test-helper";
import type { RadiusAsset } from "./radius-types";
import { randomChange } from "./radius-worlds.test-helper";
import { whatSees, whoSees, whoSeesColumn, whoSeesRow } from "./who-sees";

const projects = asset(sheet());
const people = [wanda, vik, dana];
const names = (entries: readonly { name: string }[]) => entries.map(({ name }) => name);
const see = (rules: AnyRule[], of: RadiusAsset = projects) =>
  whoSees(people, of, indexRules(rules), { facts });
const done = all({ columnId: STATUS, operator: "EQUAL", value: "Done" });

describe("who sees a sheet", () => {
  it("lists everybody who sees a row, by name, with the rules and whose access is used", () => {
    const masks = [{ columnId: COST, mask: { kind: "year" as const } }];
    const columns = { mode: "only" as const, ids: [TASK, COST] };
    const entries = see([permit("r1", { columns, masks, actions: ["read", "print"] })]);
    expect(names(entries)).toEqual(["Dana Data", "Vik Viewer", "Wanda Watcher"]);
    expect(entries[1]).toEqual({
      userId: vik.userId,
      name: "Vik Viewer",
      email: vik.email,
      asset: "sheet",
      sheetId: PROJECTS,
      sheetName: "Projects",
      via: "delegated",
      rules: ["r1"],
      assumedUsers: [OLIVIA],
      columns: [
        { id: TASK, title: "Task", isMasked: false },
        { id: COST, title: "Cost", isMasked: true },
      ],
      rows: 5,
      rowIds: ROWS,
      cells: new Map([
        [ROWS[0], [TASK, COST]],
        [ROWS[1], [TASK, COST]],
        [ROWS[2], [TASK]],
        [ROWS[3], []],
        [ROWS[4], [TASK, COST]],
      ]),
      actions: ["read", "print"],
      expiresAt: "2026-12-31T23:59:59+01:00",
    });
  });

  it("leaves out who is forbidden, and who sees titles alone", () => {
    const none = all({ columnId: TASK, operator: "EQUAL", value: "nothing" });
    expect(names(see([permit("r1"), forbid("f1", forVik)]))).toEqual(["Dana Data", "Wanda Watcher"]);
    expect(see([permit("r1", { rows: none })])).toEqual([]);
    expect(see([])).toEqual([]);
  });

  it("leaves out rules and assumed users that add nothing", () => {
    const delegation = { connectionId: MAIN, assume: OSCAR };
    const entries = see([permit("r1", forVik), permit("r2", { ...forVik, delegation })]);
    expect(entries).toMatchObject([{ rules: ["r1"], assumedUsers: [OLIVIA] }]);
    const both = asset(sheet(), { sources: [source(sheet()), source(sheet(), { assume: OSCAR })] });
    expect(see([permit("r1", forVik), permit("r2", { ...forVik, delegation })], both)).toMatchObject([
      { rules: ["r1", "r2"], assumedUsers: [OLIVIA, OSCAR] },
    ]);
  });

  it("tells own access where it is known", () => {
    const mine = source(sheet(), { connectionId: null, assume: null });
    const of = asset(sheet(), { sources: [source(sheet()), mine] });
    const own = (who: string) => (who === dana.userId ? ("yes" as const) : ("no" as const));
    const rules = [permit("r1", forVik), forbid("f1", { columns: { mode: "only", ids: [COST] } })];
    const entries = whoSees(people, of, indexRules(rules), { facts, own });
    expect(entries).toMatchObject([
      { name: "Dana Data", via: "own", rules: ["f1"], assumedUsers: [], expiresAt: null },
      { name: "Vik Viewer", via: "delegated", rules: ["f1", "r1"], assumedUsers: [OLIVIA] },
    ]);
    expect(entries[0]?.columns.map(({ title }) => title)).toEqual(["Task", "Owner", "Status", "Due"]);
  });
});

describe("what a person sees", () => {
  it("lists sheets by name", () => {
    const index = indexRules([
      permit("r1", forVik),
      permit("r2", { ...forVik, resource: { type: "sheet", id: BUDGET } }),
    ]);
    const sheets = (person: typeof vik) =>
      whatSees(person, [projects, asset(budget)], index, { facts }).map(({ sheetName }) => sheetName);
    expect(sheets(vik)).toEqual(["Budget", "Projects"]);
    expect(sheets(wanda)).toEqual([]);
  });
});

describe("a column, a row and a cell", () => {
  const rules = [
    permit("r1", { ...forVik, columns: { mode: "only", ids: [TASK, DUE] } }),
    permit("r2", { ...forVik, columns: { mode: "only", ids: [COST] }, rows: done }),
    permit("r3", { principal: { type: "user", email: "", userId: wanda.userId }, rows: done }),
  ];

  it("is seen in the rows in which it shows something, and no others", () => {
    const entries = whoSeesColumn(see(rules), COST);
    expect(names(entries)).toEqual(["Vik Viewer", "Wanda Watcher"]);
    expect(entries[0]).toMatchObject({ columns: [{ id: COST }], rows: 1, rowIds: [ROWS[0]] });
    expect(whoSeesColumn(see(rules), OWNER)).toMatchObject([{ name: "Wanda Watcher", rows: 0, rowIds: [] }]);
    expect(whoSeesColumn(see(rules), "1")).toEqual([]);
  });

  it("of a row only those columns count that show something in it", () => {
    const first = whoSeesRow(see(rules), ROWS[0] ?? "");
    expect(first.map(({ columns }) => columns.map(({ title }) => title))).toEqual([
      ["Task", "Cost"],
      ["Task", "Status", "Cost"],
    ]);
    const second = whoSeesRow(see(rules), ROWS[1] ?? "");
    expect(second).toMatchObject([{ name: "Vik Viewer", columns: [{ title: "Task" }], rows: 1 }]);
    expect(whoSeesRow(see(rules), "1")).toEqual([]);
  });

  it("together they tell who sees a cell", () => {
    const cell = (row: number, column: string) =>
      names(whoSeesRow(whoSeesColumn(see(rules), column), ROWS[row] ?? ""));
    expect(cell(0, COST)).toEqual(["Vik Viewer", "Wanda Watcher"]);
    expect(cell(1, COST)).toEqual([]);
    expect(cell(1, TASK)).toEqual(["Vik Viewer"]);
  });
});

const WORLDS = randomCases(300);

it("I02 agrees with deciding and projecting for each person, over random worlds", () => {
  let seen = 0;
  for (let seed = 1; seed <= WORLDS; seed++) {
    const { before, world: random } = randomChange(seed);
    const index = indexRules(before);
    for (const of of random.assets) {
      const entries = whoSees(random.people, of, index, random);
      const wanted = random.people.flatMap((who) => {
        const sight = plainSight(before, who, of, random);
        if (sight === null || sight.rows.length === 0) return [];
        const cells = sight.rows.flatMap(({ id, cells: shown }) =>
          Object.keys(shown).map((c) => `${id}/${c}`),
        );
        return [{ who: who.userId, rows: sight.rows.map(({ id }) => id), cells: cells.sort() }];
      });
      const found = entries.map(({ userId, rowIds, cells }) => ({
        who: userId,
        rows: rowIds,
        cells: [...cells].flatMap(([row, ids]) => ids.map((id) => `${row}/${id}`)).sort(),
      }));
      const byId = (list: { who: string }[]) => [...list].sort((a, b) => (a.who < b.who ? -1 : 1));
      expect(byId(found), `world ${seed}`).toEqual(byId(wanted));
      seen += found.length;
      for (const who of random.people) {
        const mine = whatSees(who, [of], index, random);
        expect(mine).toEqual(entries.filter(({ userId }) => userId === who.userId));
      }
    }
  }
  expect(seen).toBeGreaterThan(WORLDS / 2);
});
