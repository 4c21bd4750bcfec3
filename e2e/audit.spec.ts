import { apiOf, expect, inDays, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "audit" });

test("an administrator sees every read: who, as whom, under which rule, what was served", async ({
  page,
  newPage,
  server,
}) => {
  await signIn(page, "Ada Admin");
  const api = apiOf(page, server);
  const rule = await (await api.send("POST", "/admin/rules", payrollRule())).json();
  const vik = await newPage();
  await signIn(vik, "Vik Viewer");
  await vik.goto(`/sheets/${SHEETS.payroll}`);
  await expect(vik.getByRole("heading", { name: "Payroll 2026" })).toBeVisible();
  await vik.goto(`/sheets/${SHEETS.tickets}`);
  await expect(vik.getByRole("heading", { name: "IT tickets" })).toBeVisible();
  await vik.goto(`/sheets/${SHEETS.hiring}`);
  const link = await (
    await apiOf(vik, server).send("POST", "/links", { sheetId: SHEETS.tickets, endsAt: inDays(1) })
  ).json();
  const outside = await newPage();
  await outside.goto(link.url);
  await expect(outside.getByText("Shared link")).toBeVisible();

  await page.goto("/admin/audit");
  const served = page
    .getByRole("row", { name: /Vik Viewer.*read Payroll 2026.*Delegated · as .*Served/ })
    .first();
  await expect(served).toContainText("3 columns, 12 rows");
  await expect(served.getByRole("link", { name: rule.id })).toBeVisible();
  await expect(page.getByRole("row", { name: /read IT tickets.*Your access.*Served/ }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /refused|Refused/ }).first()).toBeVisible();
  await expect(
    page.getByRole("row", { name: /Somebody with link L-.*IT tickets.*Served/ }).first(),
  ).toBeVisible();
  await expect(page.getByText("SECRET-CELL")).toHaveCount(0);

  await page.goto(`/admin/audit?sheetId=${SHEETS.payroll}&decision=served`);
  await expect(page.getByRole("row", { name: /IT tickets/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Payroll 2026/ }).first()).toBeVisible();
});
