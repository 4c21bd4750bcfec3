import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSheet, NOT_THERE, type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

describe("the official SDK", () => {
  it("keeps the summary of a sheet", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const { sheetId } = await makeSheet(dana, "Summed up");
    const body = [
      { title: "Budget", type: "TEXT_NUMBER", objectValue: 12 },
      { title: "Approved", type: "CHECKBOX", objectValue: false },
    ];
    const added = await sheets.addSummaryFields({ sheetId, body });
    const [budget, approved] = added.result.map(({ id }: { id: number }) => id);
    expect((await sheets.getSummary({ sheetId })).fields).toMatchObject(body);

    const change = [{ id: budget, objectValue: 13 }];
    const changed = await sheets.updateSummaryFields({ sheetId, body: change });
    expect(changed).toMatchObject({ ...SUCCESS, result: [{ title: "Budget", objectValue: 13 }] });
    const page = await sheets.getSummaryFields({ sheetId, queryParameters: { include: "writerInfo" } });
    expect(page).toMatchObject({
      totalCount: 2,
      data: [{ id: budget, objectValue: 13, modifiedBy: { email: "dana@acme.test" } }, { id: approved }],
    });

    const gone = await sheets.deleteSummaryFields({ sheetId, queryParameters: { ids: String(budget) } });
    expect(gone).toMatchObject({ ...SUCCESS, result: [budget] });
    expect((await sheets.getSummary({ sheetId })).fields).toMatchObject([{ id: approved }]);
  });

  it("refers to ranges of another sheet", async () => {
    const dana = sandbox.as("dana");
    const { sheets } = dana;
    const source = await makeSheet(dana, "Source", { One: 1 });
    const { sheetId } = await makeSheet(dana, "Looking");
    const body = {
      name: "Hours of all tasks",
      sourceSheetId: source.sheetId,
      startColumnId: source.task,
      endColumnId: source.hours,
    };
    const made = await sheets.createCrossSheetReference({ sheetId, body });
    expect(made).toMatchObject({ ...SUCCESS, result: body });
    const crossSheetReferenceId = made.result.id;
    expect(await sheets.getCrossSheetReference({ sheetId, crossSheetReferenceId })).toEqual(made.result);
    expect((await sheets.listCrossSheetReferences({ sheetId })).data).toEqual([made.result]);
    await expect(
      sheets.getCrossSheetReference({ sheetId: source.sheetId, crossSheetReferenceId }),
    ).rejects.toMatchObject(NOT_THERE);
  });

  it("switches an automation rule off and deletes it", async () => {
    const { sheets } = sandbox.as("dana");
    const sheetId = sandbox.sheetId("Depot move, Lyon");
    const [rule] = (await sheets.listAutomationRules({ sheetId })).data;
    expect(rule).toMatchObject({ enabled: true, action: { type: "NOTIFICATION_ACTION" } });
    const one = { sheetId, automationRuleId: rule.id };
    const body = { enabled: false, action: { type: rule.action.type } };
    await sheets.updateAutomationRule({ ...one, body });
    expect(await sheets.getAutomationRule(one)).toMatchObject({ name: rule.name, enabled: false });
    expect(await sheets.deleteAutomationRule(one)).toEqual(SUCCESS);
    expect((await sheets.listAutomationRules({ sheetId })).data).toEqual([]);
    await expect(sheets.getAutomationRule(one)).rejects.toMatchObject(NOT_THERE);
  });
});
