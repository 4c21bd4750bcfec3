import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSheet, NOT_THERE, type SdkSandbox, SUCCESS, startForSdk, tasksOf } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

type Titled = { title: string };

describe("the official SDK", () => {
  it("changes a cell and reads what it held before", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const { sheetId, task, rowIds } = await makeSheet(dana, "Changing", { Plan: 1 });
    const [rowId] = rowIds;
    const changed = await sheets.updateRow({
      sheetId,
      body: [{ id: rowId, cells: [{ columnId: task, value: "Build" }] }],
    });
    expect(changed).toMatchObject({ ...SUCCESS, result: [{ id: rowId }] });
    const row = await sheets.getRow({ sheetId, rowId });
    expect(row.cells[0]).toMatchObject({ columnId: task, value: "Build" });
    const history = await sheets.getCellHistory({ sheetId, rowId, columnId: task });
    expect(history.data).toMatchObject([
      { value: "Build", columnId: task, modifiedBy: { email: "dana@acme.test" } },
      { value: "Plan", columnId: task },
    ]);
  });

  it("sorts rows", async () => {
    const dana = sandbox.as("dana");
    const { sheetId, hours } = await makeSheet(dana, "Sorting", { Two: 2, Three: 3, One: 1 });
    const body = { sortCriteria: [{ columnId: hours, direction: "DESCENDING" }] };
    const sorted = await dana.sheets.sortRowsInSheet({ sheetId, body });
    expect(sorted.rows).toHaveLength(3);
    expect(await tasksOf(dana, sheetId)).toEqual(["Three", "Two", "One"]);
  });

  it("copies and moves rows to another sheet", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const { sheetId, rowIds } = await makeSheet(dana, "From", { Stay: 1, Copy: 2, Move: 3 });
    const [, copied, moved] = rowIds;
    const to = { sheetId: (await makeSheet(dana, "To")).sheetId };
    const copy = await sheets.copyRowToAnotherSheet({ sheetId, body: { rowIds: [copied], to } });
    expect(copy).toMatchObject({ destinationSheetId: to.sheetId, rowMappings: [{ from: copied }] });
    await sheets.moveRowToAnotherSheet({ sheetId, body: { rowIds: [moved], to } });
    expect(await tasksOf(dana, to.sheetId)).toEqual(["Copy", "Move"]);
    expect(await tasksOf(dana, sheetId)).toEqual(["Stay", "Copy"]);
  });

  it("deletes rows, whose ids it may be given as a list", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const { sheetId, rowIds } = await makeSheet(dana, "Deleting", { One: 1, Two: 2, Three: 3, Four: 4 });
    const [one, two, three] = rowIds;
    const deleted = await sheets.deleteRows({ sheetId, queryParameters: { ids: [one, three] } });
    expect(deleted).toMatchObject({ ...SUCCESS, result: [one, three] });
    expect(await tasksOf(dana, sheetId)).toEqual(["Two", "Four"]);
    await sheets.deleteRow({ sheetId, rowId: two });
    expect(await tasksOf(dana, sheetId)).toEqual(["Four"]);
    await expect(sheets.getRow({ sheetId, rowId: two })).rejects.toMatchObject(NOT_THERE);
  });

  it("adds, reads, changes and deletes columns", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const { sheetId } = await makeSheet(dana, "Columns");
    const titles = async () => (await sheets.getColumns({ sheetId })).data.map(({ title }: Titled) => title);
    const body = { title: "State", type: "PICKLIST", options: ["Open", "Closed"], index: 1 };
    const added = await sheets.addColumn({ sheetId, body: [body] });
    const columnId = added.result[0].id;
    expect(await titles()).toEqual(["Task", "State", "Hours", "Done"]);
    expect(await sheets.getColumn({ sheetId, columnId })).toMatchObject({ ...body, id: columnId });

    await sheets.updateColumn({ sheetId, columnId, body: { title: "Status", index: 3, type: "PICKLIST" } });
    expect(await titles()).toEqual(["Task", "Hours", "Done", "Status"]);
    expect(await sheets.getColumn({ sheetId, columnId })).toMatchObject({ title: "Status", index: 3 });

    expect(await sheets.deleteColumn({ sheetId, columnId })).toMatchObject(SUCCESS);
    expect(await titles()).toEqual(["Task", "Hours", "Done"]);
    await expect(sheets.getColumn({ sheetId, columnId })).rejects.toMatchObject({ statusCode: 404 });
  });
});
