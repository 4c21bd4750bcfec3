import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlace, makeSheet, type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

const dana = () => sandbox.as("dana");
/** The SDK has an enum for this and keeps it to itself. */
const assetType = "sheet" as never;
const hours = { title: "Hours", type: "TEXT_NUMBER" };

/** A report of Dana's with tasks and hours of one sheet. */
async function makeReport(name: string) {
  const place = await makePlace(dana(), name);
  const { sheetId } = await makeSheet(dana(), name, { Dig: 1, Pour: 9, Build: 5 });
  const body = {
    name,
    columns: [
      { title: "Task", type: "TEXT_NUMBER", primary: true, index: 0 },
      { ...hours, index: 1 },
    ],
    scope: [{ assetType, assetId: sheetId }],
    destination: { destinationType: "folder", destinationId: place.folderId },
  };
  const made = await dana().reports.createReport({ body });
  return { reportId: made.result.id, sheetId };
}

async function tasksIn(reportId: number): Promise<unknown[]> {
  const { rows } = await dana().reports.getReport({ reportId });
  return (rows as unknown as { cells: { value?: unknown }[] }[]).map(({ cells }) => cells[0]?.value);
}

async function titlesIn(reportId: number): Promise<string[]> {
  return (await dana().reports.listReportColumns({ reportId })).data.map(({ title }) => title);
}

describe("the official SDK", () => {
  it("lists reports, publishes one and orders its dispatch", async () => {
    const { reports } = dana();
    const { reportId } = await makeReport("Listed");
    const mine = (await reports.listReports({})).data.find(({ id }) => id === reportId);
    expect(mine).toMatchObject({ name: "Listed", accessLevel: "OWNER", isSummaryReport: false });
    expect(await reports.getReportPublishStatus({ reportId })).toEqual({ readOnlyFullEnabled: false });
    const set = await reports.setReportPublishStatus({
      reportId,
      body: { readOnlyFullEnabled: true, readOnlyFullAccessibleBy: "ORG" },
    });
    expect(set.result).toMatchObject({ readOnlyFullEnabled: true, readOnlyFullAccessibleBy: "ORG" });
    expect(await reports.getReportPublishStatus({ reportId })).toEqual(set.result);

    const mail = { subject: "Look", message: "Here", ccMe: false, format: "PDF" };
    const sendTo = [{ email: "vik@acme.test" }];
    expect(await reports.sendReportViaEmail({ reportId, body: { ...mail, sendTo } })).toEqual(SUCCESS);
    await expect(
      reports.sendReportViaEmail({ reportId, body: { ...mail, sendTo: [] } }),
    ).rejects.toMatchObject({ statusCode: 400, errorCode: 1012 });
  });

  it("defines what a report shows, and in which order", async () => {
    const { reports } = dana();
    const { reportId } = await makeReport("Defined");
    expect(await reports.getReportDefinition({ reportId })).toEqual({});
    expect(await tasksIn(reportId)).toEqual(["Dig", "Pour", "Build"]);
    const definition = {
      filters: {
        operator: "AND",
        criteria: [{ column: hours, operator: "GREATER_THAN", values: [3] }],
      },
      sortingCriteria: [{ column: hours, sortingDirection: "ASCENDING" }],
    };
    expect(await reports.updateReportDefinition({ reportId, body: definition })).toEqual(SUCCESS);
    expect(await reports.getReportDefinition({ reportId })).toEqual(definition);
    expect(await tasksIn(reportId)).toEqual(["Build", "Pour"]);
  });

  it("adds sheets to a report and takes them away", async () => {
    const { reports } = dana();
    const { reportId, sheetId } = await makeReport("Wide");
    const other = await makeSheet(dana(), "Another source", { Paint: 2 });
    const [first, second] = [sheetId, other.sheetId].map((assetId) => ({ assetType, assetId }));
    if (!first || !second) throw new Error("two sheets, two assets");
    await reports.addReportScope({ reportId, body: [second] });
    expect((await reports.listReportScope({ reportId })).data).toEqual([first, second]);
    expect(await tasksIn(reportId)).toEqual(["Dig", "Pour", "Build", "Paint"]);
    // A DELETE with a body.
    expect(await reports.removeReportScope({ reportId, body: [first] })).toEqual(SUCCESS);
    expect((await reports.listReportScope({ reportId })).data).toEqual([second]);
    expect(await tasksIn(reportId)).toEqual(["Paint"]);
  });

  it("adds, reads, changes and deletes columns of a report", async () => {
    const { reports } = dana();
    const { reportId } = await makeReport("Columns");
    const body = [{ title: "Done", type: "CHECKBOX", index: 1, width: 90 }];
    const added = await reports.addReportColumns({ reportId, body });
    const columnVirtualId = Number(added.result[0]?.virtualId);
    expect(await titlesIn(reportId)).toEqual(["Task", "Done", "Hours"]);
    const one = { reportId, columnVirtualId };
    expect(await reports.getReportColumn(one)).toMatchObject({ title: "Done", index: 1, width: 90 });

    const changed = await reports.updateReportColumn({
      ...one,
      body: { index: 2, width: 120, hidden: true },
    });
    expect(changed.result).toMatchObject({ title: "Done", index: 2, width: 120, hidden: true });
    expect(await titlesIn(reportId)).toEqual(["Task", "Hours", "Done"]);

    expect(await reports.deleteReportColumn(one)).toEqual(SUCCESS);
    expect(await titlesIn(reportId)).toEqual(["Task", "Hours"]);
    await expect(reports.getReportColumn(one)).rejects.toMatchObject({ statusCode: 404, errorCode: 1006 });
  });
});
