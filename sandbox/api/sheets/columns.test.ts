import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../testing";
import { type Bench, list, MIA, OLGA, startBench, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const errorOf = ({ status, body }: Answer) => [status, body.errorCode];
const add = (body: unknown, as = OLGA) => bench.on("POST", "Tasks", "/columns", body, as);
const change = (title: string, body: unknown, sheet = "Tasks") =>
  bench.on("PUT", sheet, `/columns/${bench.column(sheet, title)}`, body);
const remove = (title: string, sheet = "Tasks") =>
  bench.on("DELETE", sheet, `/columns/${bench.column(sheet, title)}`);
const titles = () => bench.store.sheetByKey("tasks")?.columns.map(({ title }) => title);
const values = (title: string) => {
  const sheet = bench.store.sheetByKey("tasks");
  const id = sheet?.columnTitled(title)?.id;
  return sheet?.rows.map((row) => (id === undefined ? null : row.cells.get(id)?.value));
};

describe("adding columns", () => {
  it("puts them beside each other, in order", async () => {
    const two = [
      { title: "One", type: "TEXT_NUMBER", index: 1 },
      { title: "Two", type: "PICKLIST", options: ["a", "b"], index: 1, width: 42, validation: true },
    ];
    const { body } = await add(two);
    expect(list(body.result)).toEqual([
      expect.objectContaining({ title: "One", index: 1, width: 150, validation: false }),
      expect.objectContaining({ title: "Two", index: 2, width: 42, validation: true, options: ["a", "b"] }),
    ]);
    expect(titles()?.slice(0, 4)).toEqual(["Task", "One", "Two", "Cost"]);
    expect(values("Cost")?.[0]).toBe(1200.5);
    const one = await add({ title: "Three", type: "MULTI_CONTACT_LIST", index: 99 });
    expect(one.body.result).toMatchObject({ title: "Three", type: "MULTI_CONTACT_LIST", version: 1 });
    expect(titles()?.at(-1)).toBe("Three");
  });

  it("fills system columns and formulas", async () => {
    await add({ title: "By", type: "CONTACT_LIST", systemColumnType: "CREATED_BY", index: 1 });
    expect(values("By")?.[0]).toBe(OLGA);
    await add({ title: "Sum", type: "TEXT_NUMBER", formula: "=Cost@row * 2", index: 1 });
    const answer = await bench.on("GET", "Tasks", "");
    expect(bench.cell(answer, 1, "Sum").formula).toBe("=Cost@row * 2");
    await bench.on("POST", "Tasks", "/rows", { cells: [] });
    expect(bench.cell(await bench.on("GET", "Tasks", ""), 7, "Sum").formula).toBe("=Cost@row * 2");
    const cell = { columnId: bench.column("Tasks", "Sum"), value: 1 };
    const refused = await bench.on("PUT", "Tasks", "/rows", [{ id: bench.row("Tasks", 1), cells: [cell] }]);
    expect(errorOf(refused)).toEqual([400, 1302]);
  });

  const good = { title: "New", type: "TEXT_NUMBER", index: 1 };
  it.each<[string, unknown, number]>([
    ["no title", { ...good, title: undefined }, 1012],
    ["no type", { ...good, type: undefined }, 1012],
    ["no index", { ...good, index: undefined }, 1012],
    ["a bad index", { ...good, index: -1 }, 1031],
    ["a title of 51", { ...good, title: "x".repeat(51) }, 1041],
    ["an unknown type", { ...good, type: "NUMBER" }, 1008],
    ["a taken title", { ...good, title: "Cost" }, 1056],
    ["equal titles", [good, good], 1133],
    ["different places", [good, { ...good, title: "Other", index: 2 }], 1135],
    ["another primary one", { ...good, primary: true }, 1055],
    ["options of text", { ...good, options: ["a"] }, 1060],
    ["options and a symbol", { ...good, type: "PICKLIST", symbol: "RYG", options: ["a"] }, 1059],
    ["a symbol of text", { ...good, symbol: "RYG" }, 1058],
    ["contacts of text", { ...good, contactOptions: [{ email: MIA }] }, 1209],
    ["a project's type", { ...good, type: "DURATION" }, 1142],
    ["a system's type", { ...good, type: "DATETIME" }, 1089],
    ["a system column of another type", { ...good, systemColumnType: "CREATED_BY" }, 1079],
    ["a second auto number", { ...good, systemColumnType: "AUTO_NUMBER" }, 1077],
    ["a number format of text", { ...good, autoNumberFormat: { prefix: "A" } }, 1083],
    ["a fill of ones", { ...good, systemColumnType: "AUTO_NUMBER", autoNumberFormat: { fill: "11" } }, 1084],
    [
      "a format of 41",
      { ...good, systemColumnType: "AUTO_NUMBER", autoNumberFormat: { prefix: "x".repeat(41) } },
      1088,
    ],
    ["validation of text", { ...good, validation: true }, 1210],
    ["a formula without its sign", { ...good, formula: "1" }, 1162],
    ["a width of none", { ...good, width: 0 }, 1031],
  ])("refuses %s", async (_, body, code) => {
    const before = titles();
    expect(errorOf(await add(body))).toEqual([400, code]);
    expect(titles()).toEqual(before);
  });

  it("is for sheet admins", async () => {
    expect(errorOf(await add(good, MIA))).toEqual([403, 1004]);
  });

  it("raises the version, or does not", async () => {
    const versionWith = async (versionOnColumns: string) => {
      const other = await startBench({ switches: { versionOnColumns } });
      await other.on("POST", "Tasks", "/columns", good);
      const { body } = await other.on("GET", "Tasks", "/version");
      await other.close();
      return body.version;
    };
    expect([await versionWith("raised"), await versionWith("same")]).toEqual([11, 10]);
  });
});

describe("changing columns", () => {
  it("renames, moves, hides and looks", async () => {
    const { body } = await change("State", {
      title: "Status",
      index: 1,
      width: 99,
      description: "How far",
      hidden: true,
      format: ",,1",
    });
    expect(body.result).toMatchObject({
      title: "Status",
      index: 1,
      width: 99,
      description: "How far",
      hidden: true,
    });
    expect(titles()?.slice(0, 3)).toEqual(["Task", "Status", "Cost"]);
    expect(values("Status")?.[0]).toBe("Doing");
    const read = await bench.on("GET", "Tasks", `/columns/${bench.column("Tasks", "Status")}?include=format`);
    expect(read.body).toMatchObject({ format: ",,1", options: ["Todo", "Doing", "Done"] });
    await change("Status", { format: null, hidden: false });
    const plain = await bench.on(
      "GET",
      "Tasks",
      `/columns/${bench.column("Tasks", "Status")}?include=format`,
    );
    expect(plain.body).not.toHaveProperty("format");
    expect(plain.body).not.toHaveProperty("hidden");
  });

  it("leaves the primary column primary wherever it goes", async () => {
    await change("Task", { index: 3 });
    const { body } = await bench.on("GET", "Tasks", "/columns");
    expect(list(body.data).filter(({ primary }) => primary)).toEqual([
      expect.objectContaining({ title: "Task", index: 3 }),
    ]);
  });

  it("converts cells to a new type, and ends validation", async () => {
    await change("Cost", { type: "PICKLIST", options: ["1", "2"], validation: true });
    await change("Cost", { type: "CHECKBOX" });
    const { body } = await bench.on("GET", "Tasks", `/columns/${bench.column("Tasks", "Cost")}`);
    expect(body).toMatchObject({ type: "CHECKBOX", validation: false });
    expect(body).not.toHaveProperty("options");
    expect(values("Cost")?.[0]).toBe(1200.5);
    await change("Owner", { type: "TEXT_NUMBER" });
    await change("Owner", { type: "CONTACT_LIST" });
    const answer = await bench.on("GET", "Tasks", "?include=objectValue");
    expect(bench.cell(answer, 1, "Owner").objectValue).toMatchObject({ objectType: "CONTACT", email: MIA });
    await change("Done", { type: "TEXT_NUMBER" });
    expect(values("Done")?.[1]).toBe("true");
    await change("Done", { type: "CHECKBOX" });
    expect(values("Done")?.[1]).toBe(true);
  });

  it.each<[string, string, unknown, number]>([
    ["a taken title", "Cost", { title: "Task" }, 1056],
    ["a type of the primary column", "Task", { type: "DATE" }, 1057],
    ["options without a type", "Cost", { options: ["a"] }, 1090],
    ["a type that a condition watches", "Due", { type: "TEXT_NUMBER" }, 1087],
    ["a bad index", "Cost", { index: "first" }, 1031],
    ["no object", "Cost", [1], 1008],
  ])("refuses %s", async (_, title, body, code) => {
    expect(errorOf(await change(title, body))).toEqual([400, code]);
  });

  it("leaves a project's columns their type", async () => {
    expect(errorOf(await change("Time", { type: "TEXT_NUMBER" }, "Plan"))).toEqual([400, 1085]);
    expect(errorOf(await remove("Time", "Plan"))).toEqual([400, 1098]);
    expect((await change("Time", { type: "DURATION", title: "Length" }, "Plan")).status).toBe(200);
  });

  it("never hides the last visible column", async () => {
    await change("Price", { hidden: true }, "Prices");
    expect(errorOf(await change("Thing", { hidden: true }, "Prices"))).toEqual([400, 1260]);
  });
});

describe("deleting columns", () => {
  it("takes cells along, and gives the id to nobody else", async () => {
    const id = bench.column("Tasks", "Cost");
    expect((await remove("Cost")).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect(JSON.stringify((await bench.on("GET", "Tasks", "")).body)).not.toContain("1200.5");
    const again = await add({ title: "Cost", type: "TEXT_NUMBER", index: 1 });
    expect((again.body.result as Wire).id).not.toBe(id);
    expect(values("Cost")?.[0]).toBeUndefined();
  });

  it("spares the primary column and those a condition watches", async () => {
    expect(errorOf(await remove("Task"))).toEqual([400, 1065]);
    expect(errorOf(await remove("State"))).toEqual([400, 1087]);
    expect((await bench.on("DELETE", "Tasks", "/columns/5")).status).toBe(404);
  });
});

it("columns are listed by page and level", async () => {
  const { body } = await bench.on("GET", "Tasks", "/columns?level=2&pageSize=5&page=2");
  expect(body).toMatchObject({ pageNumber: 2, pageSize: 5, totalPages: 3, totalCount: 14 });
  expect(list(body.data).map(({ type }) => type)).toContain("MULTI_CONTACT_LIST");
  const plain = await bench.on("GET", "Tasks", "/columns?includeAll=true");
  expect(list(plain.body.data).map(({ type }) => type)).not.toContain("MULTI_CONTACT_LIST");
});
