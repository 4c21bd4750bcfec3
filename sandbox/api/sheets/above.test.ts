import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromJson } from "../../http/json";
import { type Bench, list, MIA, OLGA, startBench, type Wire } from "./workbench.test-helper";

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ switches: { ids: "above" } });
});
afterAll(() => bench.close());

/** A call whose answer keeps its long ids. Ids in bodies are sent as their digits in text, which the API takes too. */
async function call(method: string, sheet: string, path: string, body?: unknown, as = OLGA): Promise<Wire> {
  const url = `${bench.apiUrl}/sheets/${bench.sheetId(sheet)}${path}`;
  const headers = { authorization: `Bearer ${bench.token(as)}` };
  const answer = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return fromJson(await answer.text()) as Wire;
}

const column = (sheet: string, title: string) => bench.columnId(sheet, title);
const row = (sheet: string, number: number) => String(bench.store.sheetByKey(sheet)?.rows[number - 1]?.id);

describe("ids above 2^53", () => {
  it("come out exactly", async () => {
    const body = await call(
      "GET",
      "Tasks",
      "?include=attachments,discussions,filterDefinitions,crossSheetReferences",
    );
    const ids = [
      body.id,
      ...[
        body.rows,
        body.columns,
        body.attachments,
        body.discussions,
        body.filters,
        body.crossSheetReferences,
      ].map((part) => list(part)[0]?.id),
    ];
    expect(ids.every((id) => typeof id === "bigint")).toBe(true);
    expect(String(list(body.rows)[0]?.id)).toBe(row("tasks", 1));
    expect(list(list(body.rows)[0]?.cells).every(({ columnId }) => typeof columnId === "bigint")).toBe(true);
  });

  it("go in exactly, as numbers or as text", async () => {
    const cell = { columnId: column("Tasks", "Task"), value: "New" };
    const added = (await call("POST", "Tasks", "/rows", [{ parentId: row("tasks", 1), cells: [cell] }]))
      .result;
    expect(list(added)[0]).toMatchObject({ rowNumber: 2, parentId: BigInt(row("tasks", 1)) });
    const url = `${bench.apiUrl}/sheets/${bench.sheetId("Tasks")}/rows`;
    const body = `[{"id":${list(added)[0]?.id},"cells":[{"columnId":${column("Tasks", "Task")},"value":"Newer"}]}]`;
    const headers = { authorization: `Bearer ${bench.token(MIA)}` };
    expect((await fetch(url, { method: "PUT", headers, body })).status).toBe(200);
    const gone = await call("DELETE", "Tasks", `/rows?ids=${list(added)[0]?.id}`);
    expect(gone.result).toEqual([list(added)[0]?.id]);
  });

  it("are told of what went wrong", async () => {
    const cells = [{ columnId: column("Tasks", "Due"), value: "soon" }];
    const refused = await call("PUT", "Tasks", "/rows", [{ id: row("tasks", 1), cells }]);
    expect(refused).toMatchObject({ errorCode: 1042, detail: { index: 0, rowId: BigInt(row("tasks", 1)) } });
  });

  it("link cells and rows", async () => {
    const linkInFromCell = {
      sheetId: bench.sheetId("Prices"),
      rowId: row("prices", 1),
      columnId: column("Prices", "Price"),
    };
    const cells = [{ columnId: column("Tasks", "Price"), linkInFromCell }];
    const linked = list((await call("PUT", "Tasks", "/rows", [{ id: row("tasks", 1), cells }])).result)[0];
    const cell = list(linked?.cells).find(({ columnId }) => String(columnId) === column("Tasks", "Price"));
    expect(cell).toMatchObject({
      value: 2,
      linkInFromCell: { status: "OK", rowId: BigInt(row("prices", 1)) },
    });
    const plan = await call("GET", "Plan", "?include=objectValue&rowNumbers=2");
    expect(
      JSON.stringify(plan, (_, value) => String(value) && (typeof value === "bigint" ? `${value}` : value)),
    ).toContain(`"rowId":"${row("plan", 1)}","rowNumber":1`);
    const to = { sheetId: bench.sheetId("Empty") };
    const moved = await call("POST", "Tasks", "/rows/copy", { rowIds: [row("tasks", 4)], to });
    expect(list(moved.rowMappings)[0]).toEqual({
      from: BigInt(row("tasks", 4)),
      to: BigInt(row("empty", 1)),
    });
  });

  it("name filters, columns and fields", async () => {
    const [open] = bench.store.sheetByKey("tasks")?.filters ?? [];
    const filtered = await call("GET", "Tasks", `?filterId=${open?.id}&exclude=filteredOutRows`);
    expect(filtered.filteredRowCount).toBe(3);
    const renamed = await call("PUT", "Tasks", `/columns/${column("Tasks", "Cost")}`, { title: "Money" });
    expect(renamed.result).toMatchObject({ title: "Money", id: BigInt(column("Tasks", "Money")) });
    const [budget] = bench.store.sheetByKey("tasks")?.summary ?? [];
    const changed = await call("PUT", "Tasks", "/summary/fields", [
      { id: String(budget?.id), objectValue: 1 },
    ]);
    expect(list(changed.result)[0]).toMatchObject({ id: budget?.id, objectValue: 1 });
    const chosen = await call("GET", "Tasks", `?columnIds=${column("Tasks", "Money")}`);
    expect(list(chosen.columns)).toHaveLength(1);
  });
});
