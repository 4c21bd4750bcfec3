import type { Page } from "@playwright/test";
import { apiOf, expect, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "admin-writes-a-rule" });

/** Opens the slot of the sentence that begins with this label. */
const slot = (page: Page, label: string) => page.getByRole("button", { name: new RegExp(`^${label}: `) });

async function pick(page: Page, label: string, field: string, typed: string): Promise<void> {
  await slot(page, label).click();
  const input = page.getByRole("combobox", { name: field });
  await input.fill(typed);
  await expect(page.getByRole("option").first()).toContainText(typed);
  await input.press("Enter");
}

test("an administrator writes a rule as a sentence, sees what it gives away, changes, extends and ends it", async ({
  page,
  newPage,
  server,
}) => {
  await signIn(page, "Ada Admin", "/admin/rules");
  await page.getByRole("link", { name: "New rule" }).first().click();
  await expect(page.getByRole("heading", { name: "New rule" })).toBeVisible();

  await pick(page, "Who", "Person, address or domain", "Vik Viewer");
  await pick(page, "As whom", "Person whose access is used", "Olga Owner");
  await pick(page, "Sheet", "Sheet", "Payroll 2026");
  await slot(page, "Columns").click();
  await page.getByRole("radio", { name: /Only these/ }).click();
  for (const title of ["Person", "Department", "Active"])
    await page
      .getByRole("checkbox", { name: new RegExp(`^${title}\\b`) })
      .first()
      .click();
  await page.keyboard.press("Escape");
  await slot(page, "Rows").click();
  await page.getByRole("radio", { name: /Only rows where/ }).click();
  const column = page.getByRole("combobox", { name: "Column" }).first();
  await column.click();
  await column.fill("Contact");
  await page
    .getByRole("option", { name: /Contact/ })
    .first()
    .click();
  await page.getByRole("combobox", { name: "Value" }).click();
  await page
    .getByRole("option", { name: /viewer/i })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await slot(page, "End").click();
  await page.getByRole("button", { name: "1 month" }).click();
  await page.keyboard.press("Escape");
  await slot(page, "Reason").click();
  await page.getByRole("textbox", { name: "Because" }).fill("Works-council review of the bonus plan");
  await page.keyboard.press("Enter");

  // The effect stands there before anything is saved, counted on the real sheet.
  await expect(page.getByText("of 60 rows")).toBeVisible();
  await expect(page.getByText("+12", { exact: true })).toBeVisible();
  await expect(page.getByText("+3", { exact: true })).toBeVisible();
  await expect(page.getByText(/Salary.*stay.* hidden/)).toBeVisible();
  await expect(page.getByRole("table").getByRole("columnheader")).toHaveText([
    "Person",
    "Department",
    "Active",
  ]);
  const vik = await newPage();
  await signIn(vik, "Vik Viewer");
  expect((await vik.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).status()).toBe(404);

  await page.getByRole("button", { name: "Save rule" }).click();
  await page.waitForURL((url) => url.pathname === "/admin/rules");
  await expect(page.getByRole("link", { name: /Vik Viewer reads Payroll 2026 as Olga Owner/ })).toBeVisible();
  const opened = await (await vik.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).json();
  expect(opened.sheet.totalRowCount).toBe(12);
  expect(opened.columns.map(({ title }: { title: string }) => title)).toEqual([
    "Person",
    "Department",
    "Active",
  ]);

  // Changed: one column less counts at the next request.
  await page.getByRole("link", { name: /Vik Viewer reads Payroll 2026/ }).click();
  await slot(page, "Columns").click();
  await page
    .getByRole("checkbox", { name: /^Active\b/ })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save rule" }).click();
  await page.waitForURL((url) => url.pathname === "/admin/rules");
  const narrowed = await (await vik.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).json();
  expect(narrowed.columns).toHaveLength(2);

  // Extended, then ended; the history tells all of it.
  await page.getByRole("link", { name: /Vik Viewer reads Payroll 2026/ }).click();
  await page.getByRole("button", { name: "Extend" }).click();
  await page.getByRole("menuitem", { name: /1 month longer/ }).click();
  await expect(page.getByText(/is extended/).first()).toBeVisible();
  await page.getByRole("button", { name: "End rule" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End rule" }).click();
  await page.waitForURL((url) => url.pathname === "/admin/rules");
  expect((await vik.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).status()).toBe(404);
  const [rule] = (await (await apiOf(page, server).get("/admin/rules")).json()).rules;
  const { versions } = await (await apiOf(page, server).get(`/admin/rules/${rule.id}/history`)).json();
  expect(versions.map(({ change }: { change: string }) => change)).toEqual([
    "ended",
    "extended",
    "changed",
    "created",
  ]);
  await page.goto(`/admin/rules/${rule.id}`);
  await expect(page.getByRole("button", { name: "Save rule" })).toHaveCount(0);
  await expect(page.getByText(/version 4/)).toBeVisible();
});

test("a rule that cannot work says where and why before it is saved, and nothing typed is lost", async ({
  page,
}) => {
  await signIn(page, "Ada Admin", "/admin/rules/new");
  await pick(page, "Who", "Person, address or domain", "Wanda Watcher");
  // A System Admin is offered with the reason why not, and cannot be chosen.
  await slot(page, "As whom").click();
  await page.getByRole("combobox", { name: "Person whose access is used" }).fill("Sid Sysadmin");
  const sid = page.getByRole("option", { name: /Sid Sysadmin/ });
  await expect(sid).toContainText("System Admin");
  await expect(sid).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save rule" }).click();
  await expect(page).toHaveURL(/\/admin\/rules\/new$/);
  await expect(slot(page, "Who")).toHaveAccessibleName(/Wanda Watcher/);
});

test("two administrators at once: the later one is told, and keeps what was typed", async ({
  page,
  newPage,
  server,
}) => {
  await signIn(page, "Ada Admin");
  const api = apiOf(page, server);
  const end = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const body = {
    effect: "permit",
    principal: { type: "user", email: "wanda@acme.test" },
    resource: { type: "sheet", id: SHEETS.hiring },
    delegation: { assume: "olga@acme.test" },
    actions: ["read"],
    columns: { mode: "all" },
    rows: null,
    endsAt: end,
    reason: "First reason",
  };
  const rule = await (await api.send("POST", "/admin/rules", body)).json();
  const other = await newPage();
  await signIn(other, "Ada Admin", `/admin/rules/${rule.id}`);
  await slot(other, "Reason").click();
  await other.getByRole("textbox", { name: "Because" }).fill("Typed while another saved");
  await other.keyboard.press("Enter");
  expect(
    (
      await api.send("PUT", `/admin/rules/${rule.id}`, { ...body, reason: "Second reason", version: 1 })
    ).status(),
  ).toBe(200);
  await other.getByRole("button", { name: "Save rule" }).click();
  await expect(other.getByRole("button", { name: /newer/ })).toBeVisible();
  await expect(slot(other, "Reason")).toHaveAccessibleName(/Typed while another saved/);
});
