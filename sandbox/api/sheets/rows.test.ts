import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../testing";
import { type Bench, list, MIA, OLGA, SAM, startBench, VIK, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const add = (body: unknown, query = "", as = OLGA, sheet = "Tasks") =>
  bench.on("POST", sheet, `/rows${query}`, body, as);
const update = (body: unknown, query = "", as = OLGA, sheet = "Tasks") =>
  bench.on("PUT", sheet, `/rows${query}`, body, as);
const columnId = (title: string) => bench.column("Tasks", title);
const rowId = (number: number) => bench.row("Tasks", number);
/** One row of new cells, by column title. */
const cells = (values: Record<string, unknown>) => ({
  cells: Object.entries(values).map(([title, value]) => ({ columnId: columnId(title), value })),
});
const errorOf = ({ status, body }: Answer) => [status, body.errorCode];
const result = ({ body }: Answer) => list(body.result);
const texts = () =>
  bench.store.sheetByKey("tasks")?.rows.map((row) => row.cells.get(columnId("Task"))?.value);
/** Task and parent's task of each row. */
async function tree() {
  const { body } = await bench.on("GET", "Tasks", "");
  const names = new Map(
    list(body.rows).map((row) => [
      row.id,
      bench.cell({ body } as Answer, Number(row.rowNumber), "Task").value,
    ]),
  );
  return list(body.rows).map((row) => [names.get(row.id), names.get(row.parentId)]);
}

describe("adding rows", () => {
  it("answers a list with a list and a single row with a single row", async () => {
    const many = await add([cells({ Task: "A" }), cells({ Task: "B" })]);
    expect(many.body).toMatchObject({ message: "SUCCESS", resultCode: 0, version: 11 });
    expect(result(many).map((row) => row.rowNumber)).toEqual([7, 8]);
    const one = await add(cells({ Task: "C" }));
    expect(one.body.result).toMatchObject({ rowNumber: 9, sheetId: Number(bench.sheetId("Tasks")) });
  });

  it("keeps the order of the request at every place", async () => {
    await add([
      { toTop: true, ...cells({ Task: "A" }) },
      { toTop: true, ...cells({ Task: "B" }) },
    ]);
    const place = { siblingId: rowId(6), above: true };
    await add([
      { ...place, ...cells({ Task: "C" }) },
      { ...place, ...cells({ Task: "D" }) },
    ]);
    await add({ siblingId: rowId(3), ...cells({ Task: "E" }) });
    expect(texts()).toEqual(["A", "B", "Build", "Walls", "Roof", "E", "C", "D", "Move in", "Site", "Locked"]);
  });

  it("puts children first or last below their parent", async () => {
    const parentId = rowId(1);
    await add({ parentId, ...cells({ Task: "First" }) });
    await add({ parentId, toBottom: true, ...cells({ Task: "Last" }) });
    expect((await tree()).slice(0, 5)).toEqual([
      ["Build", undefined],
      ["First", "Build"],
      ["Walls", "Build"],
      ["Roof", "Build"],
      ["Last", "Build"],
    ]);
  });

  it("counts on, and never gives a number twice", async () => {
    const numbers = async () => bench.cell(await bench.on("GET", "Tasks", ""), 7, "No").value;
    const first = await add(cells({ Task: "A" }));
    expect(await numbers()).toBe("T-007");
    await bench.on("DELETE", "Tasks", `/rows?ids=${(first.body.result as Wire).id}`);
    await add(cells({ Task: "B" }));
    expect(await numbers()).toBe("T-008");
  });

  it("takes at most 500", async () => {
    expect(errorOf(await add(Array.from({ length: 501 }, () => cells({ Task: "x" }))))).toEqual([400, 1061]);
    expect((await add(Array.from({ length: 500 }, () => cells({ Task: "x" })))).status).toBe(200);
  });

  it("is for editors", async () => {
    expect(errorOf(await add(cells({ Task: "x" }), "", VIK))).toEqual([403, 1004]);
    expect((await add(cells({ Task: "x" }), "", MIA)).status).toBe(200);
  });
});

describe("places of rows", () => {
  it.each([
    ["two different ones", [{ toTop: true }, { toBottom: true }], 1123],
    ["one and none", [{ toTop: true }, {}], 1123],
    ["two that exclude each other", [{ toTop: true, siblingId: 3 }], 1062],
    ["parent and sibling", [{ parentId: 1, siblingId: 3 }], 1062],
    ["above nothing", [{ above: true }], 1062],
    ["an indent of two", [{ indent: 2 }], 1031],
    ["an unknown parent", [{ parentId: 99 }], 1063],
    ["an unknown sibling", [{ siblingId: 99 }], 1064],
    ["indented at birth", [{ indent: 1 }], 1062],
  ])("are refused: %s", async (_, rows, code) => {
    const before = texts();
    expect(errorOf(await add(rows.map((row) => ({ ...row, ...cells({ Task: "x" }) }))))).toEqual([400, code]);
    expect(texts()).toEqual(before);
  });

  it("move with descendants, but not below themselves", async () => {
    await update([{ id: rowId(1), toBottom: true }]);
    expect(texts()).toEqual(["Move in", "Site", "Locked", "Build", "Walls", "Roof"]);
    const refused = await update([{ id: rowId(4), parentId: rowId(5) }]);
    expect(errorOf(refused)).toEqual([400, 1062]);
    expect(refused.body.detail).toEqual({ index: 0, rowId: rowId(4) });
  });

  it("indent below the row before, outdent with the rows after as children", async () => {
    await update([{ id: rowId(5), indent: 1 }]);
    expect((await tree())[4]).toEqual(["Site", "Move in"]);
    await update([{ id: rowId(2), outdent: 1 }]);
    expect((await tree()).slice(0, 3)).toEqual([
      ["Build", undefined],
      ["Walls", undefined],
      ["Roof", "Walls"],
    ]);
    expect(errorOf(await update([{ id: rowId(1), outdent: 1 }]))).toEqual([400, 1062]);
    expect(errorOf(await update([{ id: rowId(1), indent: 1 }]))).toEqual([400, 1062]);
  });

  it("need a parent with something in it", async () => {
    const blank = (await add({ cells: [] })).body.result as Wire;
    expect(errorOf(await add({ parentId: blank.id, ...cells({ Task: "x" }) }))).toEqual([400, 1185]);
  });
});

describe("values", () => {
  const written = async (title: string, cell: Wire, query = "") => {
    const answer = await update([{ id: rowId(1), cells: [{ columnId: columnId(title), ...cell }] }], query);
    if (answer.status !== 200) return answer.body.errorCode;
    const [row] = list(
      (await bench.on("GET", "Tasks", "?level=2&include=objectValue,format&rowNumbers=1")).body.rows,
    );
    const {
      columnId: _id,
      conditionalFormat: _look,
      ...kept
    } = list(row?.cells).find((one) => one.columnId === columnId(title)) ?? {};
    return kept;
  };

  it.each([
    ["Due", "2026-02-30"],
    ["Due", "soon"],
    ["Due", 7],
    ["Done", "perhaps"],
    ["State", "Maybe"],
    ["State", 1],
    ["Light", "Purple"],
    ["Owner", "nobody"],
    ["Tags", "Red"],
    ["Team", "vik@acme.test"],
  ])("of %s must fit, and %s does not", async (title, value) => {
    expect(await written(title, { value })).toBe(1042);
    expect(await written(title, { value, strict: false })).toMatchObject({ value });
  });

  it("are understood when they need not fit", async () => {
    const lenient = (title: string, value: unknown) => written(title, { value, strict: false });
    expect(await lenient("Due", "11/25/26")).toMatchObject({ value: "2026-11-25" });
    expect(await lenient("Due", "Nov 25, 2026")).toMatchObject({ value: "2026-11-25" });
    expect(await lenient("Done", "TRUE")).toMatchObject({ value: true });
    expect(await lenient("Task", "$5,000")).toMatchObject({ value: 5000, displayValue: "$5,000" });
    expect(await lenient("Task", "50%")).toMatchObject({ value: 0.5, displayValue: "50%" });
    expect(await written("Task", { value: "50%" })).toMatchObject({ value: "50%" });
  });

  it("that a column validates can be overridden by sheet admins only", async () => {
    const soon = { columnId: columnId("Checked"), value: "soon", strict: false };
    const cell = (more: Wire) => [{ id: rowId(1), cells: [{ ...soon, ...more }] }];
    expect(errorOf(await update(cell({})))).toEqual([400, 1042]);
    expect(errorOf(await update(cell({ overrideValidation: true }), "", MIA))).toEqual([403, 1212]);
    expect(errorOf(await update(cell({}), "?overrideValidation=true", MIA))).toEqual([403, 1212]);
    expect(errorOf(await update(cell({ overrideValidation: true, strict: true })))).toEqual([400, 1042]);
    expect((await update(cell({}), "?overrideValidation=true", SAM)).status).toBe(200);
  });

  it("may be typed objects", async () => {
    const typed = (title: string, objectValue: unknown) => written(title, { objectValue });
    expect(await typed("Tags", { objectType: "MULTI_PICKLIST", values: ["Red", "Green"] })).toMatchObject({
      value: "Red, Green",
      objectValue: { values: ["Red", "Green"] },
    });
    expect(await typed("Tags", { objectType: "MULTI_PICKLIST", values: ["Pink"] })).toBe(1042);
    const contacts = [
      { objectType: "CONTACT", email: VIK },
      { objectType: "CONTACT", name: "Somebody" },
    ];
    for (const member of ["values", "value"])
      expect(await typed("Team", { objectType: "MULTI_CONTACT", [member]: contacts })).toMatchObject({
        value: "Vik Viewer, Somebody",
      });
    expect(await typed("Owner", { objectType: "CONTACT", email: VIK, name: "V." })).toMatchObject({
      value: VIK,
      displayValue: "V.",
    });
    expect(await typed("Team", { objectType: "MULTI_CONTACT", values: Array(21).fill(contacts[1]) })).toBe(
      1240,
    );
    expect(await typed("Due", { objectType: "DATE", value: "2026-12-24" })).toMatchObject({
      value: "2026-12-24",
    });
    expect(await typed("Task", { objectType: "MULTI_PICKLIST", values: [] })).toBe(1131);
    expect(await typed("Tags", { values: ["Red"] })).toBe(1012);
  });

  it("name contacts as told", async () => {
    expect(await written("Owner", { value: VIK })).toMatchObject({ displayValue: "Vik Viewer" });
    expect(await written("Owner", { value: VIK, displayValue: "The viewer" })).toMatchObject({
      displayValue: "The viewer",
    });
    expect(await written("Owner", { value: VIK, displayValue: "" })).toMatchObject({ displayValue: VIK });
  });

  it("of dates may be numbers", async () => {
    const at = Date.parse("2026-12-01T15:00:00Z");
    expect(await written("Due", { value: at }, "?numericDates=true")).toMatchObject({ value: "2026-12-01" });
  });

  it("beyond 2^53 are refused, or kept as text", async () => {
    const send = async (cell: string) => {
      const headers = { authorization: `Bearer ${bench.token(OLGA)}` };
      const body = `[{"id":${rowId(1)},"cells":[{"columnId":${columnId("Task")},${cell}}]}]`;
      const response = await fetch(`${bench.apiUrl}/sheets/${bench.sheetId("Tasks")}/rows`, {
        method: "PUT",
        headers,
        body,
      });
      return (await response.json()) as Wire;
    };
    expect((await send('"value":9007199254740993')).errorCode).toBe(1148);
    expect((await send('"value":1e300')).errorCode).toBe(1148);
    await send('"value":9007199254740993,"strict":false');
    expect(texts()?.[0]).toBe("9007199254740993");
  });

  it("too long are cut, or refused", async () => {
    const long = "x".repeat(4_001);
    await update([{ id: rowId(1), ...cells({ Task: long }) }]);
    expect(texts()?.[0]).toHaveLength(4_000);
    const other = await startBench({ switches: { longText: "refused" } });
    const refused = await other.on("POST", "Tasks", "/rows", cells({ Task: long }));
    await other.close();
    expect(errorOf(refused)).toEqual([400, 1041]);
  });

  it("in capitals are known again where symbols speak in capitals", async () => {
    const other = await startBench({ switches: { symbolWords: "capitals" } });
    const answer = await other.on("POST", "Tasks", "/rows", cells({ Light: "GREEN" }));
    const kept = other.store.sheetByKey("tasks")?.rows.at(-1)?.cells.get(columnId("Light"))?.value;
    await other.close();
    expect([answer.status, kept]).toEqual([200, "Green"]);
  });

  it("are cleared by an empty text", async () => {
    expect(await written("Task", { value: "" })).toEqual({});
    expect(await written("Done", { value: "" })).toMatchObject({ value: false });
    expect(await written("Owner", { value: null })).toEqual({});
  });
});

describe("formulas, links and pictures", () => {
  const cell = async (row: number, title: string) =>
    bench.cell(await bench.on("GET", "Tasks", ""), row, title);
  const put = (row: number, title: string, wire: Wire) =>
    update([{ id: rowId(row), cells: [{ columnId: columnId(title), ...wire }] }]);

  it("of a formula work out nothing but a literal", async () => {
    await put(1, "Cost", { formula: "=SUM(Cost2:Cost3) * 2" });
    expect(await cell(1, "Cost")).toEqual({ columnId: columnId("Cost"), formula: "=SUM(Cost2:Cost3) * 2" });
    await put(1, "Cost", { formula: "=7" });
    expect(await cell(1, "Cost")).toMatchObject({ value: 7, formula: "=7" });
    await put(1, "Cost", { formula: "=SUM(Cost" });
    expect(await cell(1, "Cost")).toMatchObject({ value: "#UNPARSEABLE" });
    await put(1, "Cost", { value: 1 });
    expect(await cell(1, "Cost")).not.toHaveProperty("formula");
  });

  it("of a hyperlink say where it leads, until it is set to null", async () => {
    await put(1, "Task", { hyperlink: { url: "https://acme.example/" } });
    expect(await cell(1, "Task")).toMatchObject({
      value: "https://acme.example/",
      hyperlink: { url: "https://acme.example/" },
    });
    await put(1, "Task", { hyperlink: { sheetId: Number(bench.sheetId("Prices")) } });
    expect(await cell(1, "Task")).toMatchObject({ value: "Prices" });
    await put(1, "Task", { value: "" });
    expect(await cell(1, "Task")).toHaveProperty("hyperlink");
    await put(1, "Task", { value: "", hyperlink: null });
    expect(await cell(1, "Task")).toEqual({ columnId: columnId("Task") });
  });

  it("to a cell elsewhere follow it, and raise the version when it changes", async () => {
    const source = {
      sheetId: Number(bench.sheetId("Prices")),
      rowId: bench.row("Prices", 1),
      columnId: bench.column("Prices", "Price"),
    };
    const answer = await put(1, "Price", { value: null, linkInFromCell: source });
    expect(answer.body).toMatchObject({ resultCode: 0 });
    expect(await cell(1, "Price")).toMatchObject({ value: 2, linkInFromCell: { ...source, status: "OK" } });
    const before = (await bench.on("GET", "Tasks", "/version")).body.version;
    const price = { id: source.rowId, cells: [{ columnId: source.columnId, value: 3 }] };
    await update([price], "", OLGA, "Prices");
    expect(await cell(1, "Price")).toMatchObject({ value: 3 });
    expect((await bench.on("GET", "Tasks", "/version")).body.version).toBe(Number(before) + 1);
    const since = await bench.on("GET", "Tasks", "?rowsModifiedSince=2026-11-24T00:00:00Z");
    expect(list(since.body.rows).map((row) => row.rowNumber)).toEqual([1]);
    await put(1, "Price", { format: ",,1" });
    expect(await cell(1, "Price")).toHaveProperty("linkInFromCell");
    await put(1, "Price", { value: 7 });
    expect(await cell(1, "Price")).not.toHaveProperty("linkInFromCell");
    await put(1, "Price", { value: null, linkInFromCell: source });
    await put(1, "Price", { value: "" });
    expect(await cell(1, "Price")).toHaveProperty("linkInFromCell");
    await put(1, "Price", { value: "", linkInFromCell: null });
    expect(await cell(1, "Price")).toEqual({ columnId: columnId("Price") });
  });

  it("to a cell that is gone are broken, and keep their value", async () => {
    await bench.on("DELETE", "Prices", `/rows?ids=${bench.row("Prices", 2)}`);
    expect(await cell(3, "Price")).toMatchObject({ value: 4.5, linkInFromCell: { status: "BROKEN" } });
  });

  it("to a picture change its words only", async () => {
    const sheet = bench.store.sheetByKey("tasks");
    const row = sheet?.rows[0];
    const image = { id: "abc", name: "puppy.jpg", width: 332, height: 300 };
    row?.cells.set(columnId("Task"), { value: "puppy.jpg", image });
    expect(await cell(1, "Task")).toEqual({
      columnId: columnId("Task"),
      value: "puppy.jpg",
      displayValue: "puppy.jpg",
      formula: '=SYS_CELLIMAGE("puppy.jpg","abc",300,332,"puppy.jpg")',
      image: { id: "abc", width: 332, height: 300, altText: "puppy.jpg" },
    });
    await put(1, "Task", { image: { altText: "A dog" } });
    expect(await cell(1, "Task")).toMatchObject({ value: "puppy.jpg", image: { altText: "A dog" } });
    expect(errorOf(await put(1, "Task", { image: { altText: "x".repeat(101) } }))).toEqual([400, 1165]);
    expect(errorOf(await put(2, "Task", { image: { altText: "A dog" } }))).toEqual([400, 1161]);
    await put(1, "Task", { image: null });
    expect(await cell(1, "Task")).toEqual({ columnId: columnId("Task") });
  });

  it.each<[string, Wire, number, number]>([
    ["a formula and a value", { formula: "=1", value: 1 }, 400, 1163],
    ["a formula without its sign", { formula: "1" }, 400, 1162],
    ["an address and a sheet", { value: "x", hyperlink: { url: "http://x.example", sheetId: 2 } }, 400, 1112],
    ["a sheet and a report", { hyperlink: { sheetId: 2, reportId: 3 } }, 400, 1111],
    ["a hyperlink to nothing", { hyperlink: {} }, 400, 1117],
    ["a hyperlink to an unknown sheet", { hyperlink: { sheetId: 2 } }, 404, 1114],
    ["a hyperlink called 5", { value: 5, hyperlink: { url: "http://x.example" } }, 400, 1113],
    [
      "a hyperlink and a cell link",
      { hyperlink: { url: "x" }, linkInFromCell: { sheetId: 2, rowId: 3, columnId: 4 } },
      400,
      1109,
    ],
    [
      "a cell link with a value",
      { value: 1, linkInFromCell: { sheetId: 2, rowId: 3, columnId: 4 } },
      400,
      1110,
    ],
    ["a cell link to nowhere", { linkInFromCell: { sheetId: 2, rowId: 3, columnId: 4 } }, 404, 1006],
    ["a value twice", { value: 1, objectValue: 1 }, 400, 1130],
    ["a list as a value", { value: [1] }, 400, 1038],
    ["a bad format", { value: 1, format: "bold" }, 400, 1031],
    ["nothing at all", {}, 400, 1012],
  ])("are refused: %s", async (_, wire, status, code) => {
    const answer = await put(2, "Task", wire);
    expect(errorOf(answer)).toEqual([status, code]);
    expect(answer.body.detail).toEqual({ index: 0, rowId: rowId(2) });
  });

  it("to cells do not mix with other changes, and not with new rows", async () => {
    const link = {
      sheetId: Number(bench.sheetId("Prices")),
      rowId: bench.row("Prices", 1),
      columnId: bench.column("Prices", "Price"),
    };
    const linked = { columnId: columnId("Price"), linkInFromCell: link };
    const plain = { columnId: columnId("Task"), value: "x" };
    expect(errorOf(await update([{ id: rowId(1), cells: [linked, plain] }]))).toEqual([400, 1115]);
    expect(errorOf(await update([{ id: rowId(1), locked: true, cells: [linked] }]))).toEqual([400, 1115]);
    expect(errorOf(await add([{ cells: [linked] }]))).toEqual([400, 1032]);
    const own = { ...link, sheetId: Number(bench.sheetId("Tasks")) };
    expect(errorOf(await update([{ id: rowId(1), cells: [{ ...linked, linkInFromCell: own }] }]))).toEqual([
      400, 1116,
    ]);
  });
});

describe("rows that cannot be written", () => {
  it("name what is wrong and where", async () => {
    const at = (title: string, value: unknown = "x") => [
      { id: rowId(1), cells: [{ columnId: columnId(title), value }] },
    ];
    expect(errorOf(await update(at("No")))).toEqual([400, 1046]);
    expect(errorOf(await update(at("Secret"), "", MIA))).toEqual([403, 1039]);
    expect((await update(at("Secret"), "", SAM)).status).toBe(200);
    expect(errorOf(await update([{ id: rowId(6), ...cells({ Task: "x" }) }], "", MIA))).toEqual([403, 1050]);
    expect((await update([{ id: rowId(6), ...cells({ Task: "x" }) }], "", SAM)).status).toBe(200);
    expect(errorOf(await update([{ id: rowId(1), cells: [{ columnId: 5, value: 1 }] }]))).toEqual([
      400, 1036,
    ]);
    const twice = { columnId: columnId("Task"), value: "x" };
    expect(errorOf(await update([{ id: rowId(1), cells: [twice, twice] }]))).toEqual([400, 1037]);
    const second = await update([{ id: rowId(1) }, { id: 5, cells: [] }]);
    expect(second).toMatchObject({ status: 404, body: { errorCode: 1006, detail: { index: 1, rowId: 5 } } });
    expect(errorOf(await update([{ cells: [] }]))).toEqual([400, 1012]);
    expect(errorOf(await update([{ id: rowId(1) }, { id: rowId(1) }]))).toEqual([400, 1137]);
    expect(errorOf(await update([{ id: rowId(1), locked: true }], "", MIA))).toEqual([403, 1004]);
  });

  it.each(["text", "[1]", "null", '{"cells":7}', '[{"cells":["x"]}]'])("are no rows: %s", async (body) => {
    const headers = { authorization: `Bearer ${bench.token(OLGA)}` };
    const url = `${bench.apiUrl}/sheets/${bench.sheetId("Tasks")}/rows`;
    const answer = await fetch(url, { method: "POST", headers, body });
    expect([answer.status, ((await answer.json()) as Wire).errorCode]).toEqual([400, 1008]);
  });

  it("leave the rest alone, or spoil all of it", async () => {
    const rows = [
      { id: rowId(1), ...cells({ Task: "New" }) },
      { id: rowId(2), ...cells({ Due: "soon" }) },
      { id: 5, ...cells({ Task: "x" }) },
    ];
    expect(errorOf(await update(rows))).toEqual([400, 1042]);
    expect(texts()?.[0]).toBe("Build");
    const partial = await update(rows, "?allowPartialSuccess=true");
    expect(partial).toMatchObject({ status: 200, body: { message: "PARTIAL_SUCCESS", resultCode: 3 } });
    expect(result(partial).map((row) => row.id)).toEqual([rowId(1)]);
    expect(list(partial.body.failedItems)).toEqual([
      {
        index: 1,
        rowId: rowId(2),
        error: expect.objectContaining({ errorCode: 1042, refId: expect.any(String) }),
      },
      { index: 2, rowId: 5, error: expect.objectContaining({ errorCode: 1006 }) },
    ]);
    expect(texts()?.[0]).toBe("New");
  });
});

describe("what a row is", () => {
  it("changes with its cells: history, writer, version", async () => {
    await update([{ id: rowId(1), expanded: false, format: ",,1", ...cells({ State: "Done" }) }], "", MIA);
    const { body } = await bench.on("GET", "Tasks", "?include=writerInfo,format&rowNumbers=1");
    expect(list(body.rows)[0]).toMatchObject({
      expanded: false,
      format: ",,1",
      modifiedAt: "2026-11-24T12:00:00Z",
      modifiedBy: { email: MIA },
    });
    expect(bench.cell({ body } as Answer, 1, "Changed").value).toBe("2026-11-24T12:00:00Z");
    const path = `/rows/${rowId(1)}/columns/${columnId("State")}/history`;
    const states = list((await bench.on("GET", "Tasks", path)).body.data);
    expect(states.map(({ value, modifiedBy }) => [value, (modifiedBy as Wire).email])).toEqual([
      ["Done", MIA],
      ["Doing", OLGA],
      ["Todo", MIA],
    ]);
    const page = await bench.on("GET", "Tasks", `${path}?pageSize=1&page=2&include=columnType`);
    expect(page.body).toMatchObject({ totalCount: 3, data: [{ value: "Doing", columnType: "PICKLIST" }] });
  });

  it("stays the same when nothing about it changes", async () => {
    const same = await update([{ id: rowId(1), ...cells({ Task: "Build" }) }]);
    expect(same.body.version).toBe(10);
  });
});

describe("projects", () => {
  const plan = async () => bench.on("GET", "Plan", "?include=objectValue");

  it("hold predecessors as objects, with lags and floats", async () => {
    const answer = await plan();
    expect(bench.cell(answer, 3, "After").objectValue).toEqual({
      objectType: "PREDECESSOR_LIST",
      predecessors: [
        { rowId: bench.row("Plan", 1), rowNumber: 1, type: "FS", inCriticalPath: false },
        {
          rowId: bench.row("Plan", 2),
          rowNumber: 2,
          type: "SS",
          lag: { objectType: "DURATION", days: 1, negative: true },
          inCriticalPath: false,
        },
      ],
    });
    const lag = { objectType: "DURATION", weeks: 1.5, days: 2.5, milliseconds: 6 };
    const predecessors = [{ rowId: bench.row("Plan", 2), type: "FS", lag }];
    const objectValue = { objectType: "PREDECESSOR_LIST", predecessors };
    const columnId = bench.column("Plan", "After");
    await bench.on("PUT", "Plan", "/rows", [
      { id: bench.row("Plan", 3), cells: [{ columnId, objectValue }] },
    ]);
    expect(bench.cell(await plan(), 3, "After").value).toBe("2FS +1.5w 2.5d 6ms");
    await bench.on("PUT", "Plan", "/rows", [
      { id: bench.row("Plan", 3), cells: [{ columnId, value: null }] },
    ]);
    expect(bench.cell(await plan(), 3, "After")).toEqual({ columnId });
  });

  it("keep predecessors pointing at their rows", async () => {
    await bench.on("POST", "Plan", "/rows", { toTop: true, cells: [] });
    expect(bench.cell(await plan(), 3, "After").value).toBe("2FS +2d 4h");
    expect(bench.cell(await plan(), 4, "After").value).toBe("2, 3SS -1d");
    await bench.on("DELETE", "Plan", `/rows?ids=${bench.row("Plan", 2)}`);
    expect(bench.cell(await plan(), 2, "After").value).toBe("#REFFS +2d 4h");
    const lost = bench.cell(await plan(), 2, "After").objectValue as Wire;
    expect(list(lost.predecessors)[0]).toMatchObject({ invalid: true });
    expect(list(lost.predecessors)[0]).not.toHaveProperty("rowId");
  });

  it("leave ends to the application", async () => {
    const cell = (title: string, value: unknown) => [
      { id: bench.row("Plan", 1), cells: [{ columnId: bench.column("Plan", title), value }] },
    ];
    expect(errorOf(await bench.on("PUT", "Plan", "/rows", cell("End", "2026-12-01")))).toEqual([400, 1080]);
    expect((await bench.on("PUT", "Plan", "/rows", cell("Start", "2026-12-01"))).status).toBe(200);
    expect(bench.cell(await plan(), 1, "Start").value).toBe("2026-12-01T08:00:00");
    expect(errorOf(await bench.on("PUT", "Plan", "/rows", cell("Time", "a while")))).toEqual([400, 1042]);
  });
});

describe("two writes at once", () => {
  /** A write whose body stays open until `finish`. */
  function slowWrite(other: Bench) {
    const body = JSON.stringify(cells({ Task: "Slow" }));
    const socket = connect(other.port, "127.0.0.1");
    const answer = new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data))));
    const head = [
      `POST /2.0/sheets/${other.sheetId("Tasks")}/rows HTTP/1.1`,
      `Host: 127.0.0.1:${other.port}`,
      `Authorization: Bearer ${other.token(OLGA)}`,
      `Content-Length: ${body.length}`,
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 5)}`);
    return {
      finish: async () => {
        socket.write(body.slice(5));
        const text = await answer;
        socket.destroy();
        return text;
      },
    };
  }

  /** Until the sandbox has seen the slow write: another one is refused. */
  async function second(other: Bench): Promise<Answer> {
    for (;;) {
      const answer = await other.on("POST", "Tasks", "/rows", cells({ Task: "Second" }));
      if (answer.status !== 200) return answer;
    }
  }

  it.each([
    ["refused", 0],
    ["applied", 1],
  ])("by one token: the later one is %s", async (parallelWrites, written) => {
    const other = await startBench({ switches: { parallelWrites } });
    const slow = slowWrite(other);
    const refused = await second(other);
    const count = () => other.store.sheetByKey("tasks")?.rows.length ?? 0;
    const before = count();
    expect(errorOf(refused)).toEqual([500, 4004]);
    expect(errorOf(await other.on("POST", "Tasks", "/rows", cells({ Task: "Third" })))).toEqual([500, 4004]);
    expect(count()).toBe(before + written);
    expect((await other.on("POST", "Tasks", "/rows", cells({ Task: "Mia's" }), MIA)).status).toBe(200);
    expect((await other.on("POST", "Prices", "/rows", { cells: [] })).status).toBe(200);
    expect(await slow.finish()).toContain("200 OK");
    expect((await other.on("POST", "Tasks", "/rows", cells({ Task: "Later" }))).status).toBe(200);
    await other.close();
  });
});
