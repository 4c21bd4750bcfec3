import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../testing";
import { type Bench, list, MIA, OLGA, SAM, startBench, VIK, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const errorOf = ({ status, body }: Answer) => [status, body.errorCode];
const rowId = (number: number) => bench.row("Tasks", number);
const texts = (key: string, title: string) => {
  const sheet = bench.store.sheetByKey(key);
  const column = sheet?.columnTitled(title);
  return sheet?.rows.map((row) => column && row.cells.get(column.id)?.value);
};
const send = (kind: "copy" | "move", numbers: number[], query = "", as = OLGA, to = "Empty") =>
  bench.on(
    "POST",
    "Tasks",
    `/rows/${kind}${query}`,
    { rowIds: numbers.map(rowId), to: { sheetId: Number(bench.sheetId(to)) } },
    as,
  );

describe("deleting rows", () => {
  const remove = (ids: unknown[], query = "", as = OLGA) =>
    bench.on("DELETE", "Tasks", `/rows?ids=${ids.join()}${query}`, undefined, as);

  it("takes children, files and discussions along", async () => {
    const id = rowId(1);
    expect((await remove([id])).body).toMatchObject({ result: [id], version: 11 });
    expect(texts("tasks", "Task")).toEqual(["Move in", "Site", "Locked"]);
    const sheet = bench.store.sheetByKey("tasks");
    expect(sheet?.attachments.map(({ name }) => name)).toEqual(["plan.txt"]);
    expect(sheet?.discussions).toHaveLength(1);
  });

  it("takes all or none, unless told to pass over unknown ones", async () => {
    expect(errorOf(await remove([rowId(2), 5]))).toEqual([404, 1006]);
    expect(texts("tasks", "Task")).toHaveLength(6);
    const id = rowId(2);
    expect((await remove([id, 5], "&ignoreRowsNotFound=true")).body.result).toEqual([id]);
    expect((await remove([5], "&ignoreRowsNotFound=true")).body).toMatchObject({ result: [], version: 11 });
    expect(errorOf(await remove([]))).toEqual([400, 1009]);
    expect(errorOf(await remove(["x"]))).toEqual([400, 1018]);
  });

  it("leaves locked rows to sheet admins", async () => {
    expect(errorOf(await remove([rowId(6)], "", MIA))).toEqual([403, 1092]);
    expect((await remove([rowId(6)], "", SAM)).status).toBe(200);
    expect(errorOf(await remove([rowId(1)], "", VIK))).toEqual([403, 1004]);
  });
});

describe("rows for another sheet", () => {
  it("are copied to its bottom, with the columns they fill, without children", async () => {
    const { body } = await send("copy", [1, 4]);
    expect(body.destinationSheetId).toBe(Number(bench.sheetId("Empty")));
    expect(list(body.rowMappings).map(({ from }) => from)).toEqual([rowId(1), rowId(4)]);
    expect(list(body.rowMappings).map(({ to }) => to)).toEqual([
      bench.row("Empty", 1),
      bench.row("Empty", 2),
    ]);
    expect(texts("empty", "Task")).toEqual(["Build", "Move in"]);
    const copied = await bench.on("GET", "Empty", "?level=2&include=objectValue");
    expect(bench.cell(copied, 1, "Cost")).toMatchObject({ value: 1200.5, displayValue: "€1200.50" });
    expect(bench.cell(copied, 2, "Team").objectValue).toMatchObject({ objectType: "MULTI_CONTACT" });
    const titles = list(copied.body.columns).map(({ title }) => title);
    expect(titles).not.toContain("Tags");
    expect(titles).not.toContain("No");
    expect(texts("tasks", "Task")).toHaveLength(6);
  });

  it("take children, files and discussions along on request", async () => {
    await send("copy", [1], "?include=all");
    const [first, ...others] = bench.store.sheetByKey("empty")?.rows ?? [];
    expect(others.map(({ parentId }) => parentId)).toEqual([first?.id, first?.id]);
    const sheet = bench.store.sheetByKey("empty");
    expect(sheet?.attachments.map(({ name }) => name)).toEqual(["roof.txt", "leak.txt"]);
    const talk = await bench.on("GET", "Empty", `/rows/${others[1]?.id}?include=discussions,attachments`);
    expect(list(talk.body.discussions)[0]).toMatchObject({
      title: "Leaks",
      commentAttachments: [{ name: "leak.txt" }],
    });
    expect(sheet?.rows[2]?.cells.get(Number(bench.columnId("Empty", "Price")))).toEqual({ value: 4.5 });
  });

  it("move with their children", async () => {
    const { body } = await send("move", [1]);
    expect(list(body.rowMappings)).toHaveLength(3);
    expect(texts("empty", "Task")).toEqual(["Build", "Walls", "Roof"]);
    expect(texts("tasks", "Task")).toEqual(["Move in", "Site", "Locked"]);
    expect(bench.store.sheetByKey("empty")?.attachments).toEqual([]);
  });

  it("go where the person may write, from where they may", async () => {
    expect(errorOf(await send("copy", [1], "", VIK))).toEqual([404, 1006]);
    expect(errorOf(await send("move", [1], "", VIK))).toEqual([403, 1004]);
    expect(errorOf(await send("copy", [1], "", OLGA, "Tasks"))).toEqual([400, 1136]);
    expect(errorOf(await send("move", [6], "", MIA))).toEqual([403, 1050]);
    const to = { sheetId: Number(bench.sheetId("Empty")) };
    const copy = (body: unknown, query = "") => bench.on("POST", "Tasks", `/rows/copy${query}`, body);
    expect(errorOf(await copy({ to }))).toEqual([400, 1012]);
    expect(errorOf(await copy({ rowIds: [rowId(1)] }))).toEqual([400, 1012]);
    expect(errorOf(await copy({ rowIds: [5], to }))).toEqual([404, 1006]);
    expect((await copy({ rowIds: [5], to }, "?ignoreRowsNotFound=true")).body.rowMappings).toEqual([]);
  });
});

describe("sorting", () => {
  const sort = (criteria: [string, string?][], as = OLGA) =>
    bench.on(
      "POST",
      "Tasks",
      "/sort?include=objectValue",
      {
        sortCriteria: criteria.map(([title, direction]) => ({
          columnId: bench.column("Tasks", title),
          ...(direction ? { direction } : {}),
        })),
      },
      as,
    );

  it("keeps children below their parents, blanks last, options in their order", async () => {
    const { body } = await sort([["State", "DESCENDING"], ["Task"]]);
    expect(texts("tasks", "Task")).toEqual(["Build", "Walls", "Roof", "Locked", "Move in", "Site"]);
    expect(list(body.rows)).toHaveLength(6);
    await sort([["State"]]);
    expect(texts("tasks", "Task")).toEqual(["Locked", "Build", "Roof", "Walls", "Move in", "Site"]);
    await sort([["Cost", "DESCENDING"]]);
    expect(texts("tasks", "Cost")).toEqual([1200.5, 300, undefined, 5, undefined, undefined]);
  });

  it("refuses what it cannot sort by", async () => {
    const raw = (sortCriteria: unknown) => bench.on("POST", "Tasks", "/sort", { sortCriteria });
    expect(errorOf(await raw([]))).toEqual([400, 1012]);
    expect(errorOf(await raw([{ columnId: 5 }]))).toEqual([400, 1036]);
    expect(errorOf(await sort([["Task", "UP"]]))).toEqual([400, 1031]);
    expect(errorOf(await sort([["Task"]], MIA))).toEqual([400, 1223]);
    expect(errorOf(await sort([["Task"]], VIK))).toEqual([403, 1004]);
  });
});

it("an answer after sorting takes the parameters of Get Sheet", async () => {
  const criteria = [{ columnId: bench.column("Tasks", "Task"), direction: "ASCENDING" }];
  const { body } = await bench.on("POST", "Tasks", "/sort?rowNumbers=1", { sortCriteria: criteria });
  expect(list(body.rows).map((row: Wire) => row.rowNumber)).toEqual([1]);
});
