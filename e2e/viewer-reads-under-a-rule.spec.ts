import { apiOf, expect, PAYROLL, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "viewer-reads-under-a-rule" });

test("a viewer opens a sheet that was never shared, with just those columns and rows, until the rule ends", async ({
  page,
  newPage,
  server,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const api = apiOf(admin, server);

  await signIn(page, "Vik Viewer");
  await expect(page.getByRole("link", { name: "IT tickets" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Payroll 2026" })).toHaveCount(0);
  const hidden = await page.goto(`/sheets/${SHEETS.payroll}`);
  expect(hidden?.status()).toBe(404);
  await expect(page.getByText(/There is nothing here for you/)).toBeVisible();

  const rule = await (await api.send("POST", "/admin/rules", payrollRule())).json();
  await page.goto("/sheets");
  const row = page.getByRole("row", { name: /Payroll 2026/ });
  await expect(row).toContainText("Delegated · as Olga Owner");
  await expect(page.getByRole("row", { name: /IT tickets/ })).toContainText("Your access");
  await page.getByRole("link", { name: "Payroll 2026" }).click();
  await expect(page.getByRole("heading", { name: "Payroll 2026" })).toBeVisible();
  await expect(page.getByText(/You read this as/)).toContainText(
    /Olga Owner under rule R-\d+: 3 columns and 12 rows are open to you/,
  );
  await expect(page.getByRole("columnheader").filter({ hasText: /\w/ })).toHaveText([
    "Row",
    "Person",
    "Department",
    "Active",
  ]);
  await expect(page.getByText("12 rows", { exact: true })).toBeVisible();
  await expect(page.getByText(/Salary|IBAN/)).toHaveCount(0);
  const html = await page.content();
  for (const secret of ["SECRET-CELL", "Salary", "IBAN", PAYROLL.salary]) expect(html).not.toContain(secret);

  // T04: the page stays open while the rule ends; it is told, and the rows go.
  await api.send("DELETE", `/admin/rules/${rule.id}`);
  await expect(page.getByText(/no longer open to you/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("gridcell")).toHaveCount(0);
  expect((await page.goto(`/sheets/${SHEETS.payroll}`))?.status()).toBe(404);
  await page.goto("/sheets");
  await expect(page.getByRole("link", { name: "Payroll 2026" })).toHaveCount(0);
});

test("T12 cell text that looks like code, links or formulas stays text", async ({
  page,
  newPage,
  server,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const info = (await server.sandbox.control("GET", "/info")) as { sheets: { id: string; owner: string }[] };
  const owner = info.sheets.find(({ id }) => id === SHEETS.types)?.owner ?? "olga@acme.test";
  const rule = payrollRule({
    resource: { type: "sheet", id: SHEETS.types },
    delegation: { assume: owner },
    columns: { mode: "all" },
    rows: null,
  });
  const made = await apiOf(admin, server).send("POST", "/admin/rules", rule);
  expect(made.status(), await made.text()).toBe(201);
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    return dialog.dismiss();
  });
  await signIn(page, "Vik Viewer", `/sheets/${SHEETS.types}`);
  await expect(page.getByRole("gridcell").first()).toBeVisible();
  expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
  const sheet = await (await page.request.get(`/api/v1/sheets/${SHEETS.types}`)).text();
  expect(sheet).toContain("<script>alert(1)</script>");
  expect(sheet).not.toMatch(/"link":"javascript:/i);
  expect(dialogs).toBe(0);
});

test("a prefetch costs no upstream call and no record", async ({ page, newPage, server }) => {
  await signIn(page, "Vik Viewer");
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const last = async () =>
    (await (await admin.request.get("/api/v1/admin/audit?limit=1")).json()).events[0].seq as number;
  await page.waitForLoadState("networkidle");
  await server.sandbox.control("DELETE", "/calls");
  const before = await last();
  for (const headers of [
    { "Next-Router-Prefetch": "1", RSC: "1" },
    { Purpose: "prefetch" },
    { "Sec-Purpose": "prefetch;prerender" },
  ] as Record<string, string>[])
    for (const path of ["/sheets", `/sheets/${SHEETS.tickets}`, `/sheets/${SHEETS.payroll}`])
      await page.request.get(path, { headers });
  expect(await server.sandbox.calls()).toEqual([]);
  expect(await last()).toBe(before);
});
