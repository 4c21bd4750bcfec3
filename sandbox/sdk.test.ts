import { createClient } from "smartsheet";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.close());

/** The SDK joins base URL and path as they are, hence the slash. */
const client = (email: string) =>
  createClient({ accessToken: sandbox.token(email), baseUrl: `${sandbox.apiUrl}/` });

it("the official SDK lists a person's sheets", async () => {
  const page = await client("vik@acme.test").sheets.listSheets({ queryParameters: { includeAll: true } });
  expect(page.data).toHaveLength(6);
});

it("the official SDK reads a sheet as another person, option by call", async () => {
  const id = sandbox.sheetId("Payroll 2026");
  const sheets = client("ada@acme.test").sheets;
  const queryParameters = { columnIds: sandbox.columnId("Payroll 2026", "Person") };
  const sheet = await sheets.getSheet({ id, assumeUser: "olga@acme.test", queryParameters });
  expect([sheet.name, sheet.rows.length, sheet.columns.length]).toEqual(["Payroll 2026", 60, 1]);
  await expect(sheets.getSheet({ id })).rejects.toMatchObject({ statusCode: 404, errorCode: 1006 });
  await expect(sheets.getSheet({ id, assumeUser: "sid@acme.test" })).rejects.toMatchObject({
    errorCode: 1030,
  });
});
