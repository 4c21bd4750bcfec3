import { apiOf, expect, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "sheet-grid" });

test("a sheet as a grid: keyboard, find, sort, fold", async ({ page, newPage, server }) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const rule = payrollRule({
    resource: { type: "sheet", id: SHEETS.plan },
    columns: { mode: "all" },
    rows: null,
  });
  expect((await apiOf(admin, server).send("POST", "/admin/rules", rule)).status()).toBe(201);
  await signIn(page, "Vik Viewer", `/sheets/${SHEETS.plan}`);
  const grid = page.getByRole("treegrid");
  await expect(grid).toHaveAttribute("aria-rowcount", "42");

  await grid.focus();
  const active = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute("aria-activedescendant");
      return id ? (document.getElementById(id)?.textContent ?? "") : "";
    });
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await active()).toContain("Colours and contrast");
  await page.keyboard.press("ArrowRight");
  expect(await active()).toContain("Mia Moss");
  await page.keyboard.press("Control+End");
  expect(await active()).toBeDefined();
  await expect(page.getByText(/Row 41 of 41/)).toBeVisible();

  await page.keyboard.press("Control+f");
  await page.keyboard.type("Mia");
  await expect(page.getByText(/^\d+ of \d+$|\d+ hits?/).first()).toBeVisible();
  await expect(page.locator("mark").first()).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Levels" }).click();
  await page.getByRole("menuitem").first().click();
  await expect(page.getByText("Colours and contrast")).toHaveCount(0);
});

test("20,000 rows scroll to the end, with few of them in the page", async ({ browser, newPage, server }) => {
  test.setTimeout(240_000);
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const rule = payrollRule({
    resource: { type: "sheet", id: SHEETS.flights },
    delegation: { assume: "dana@acme.test" },
    columns: { mode: "all" },
    rows: null,
  });
  // A page whose answers nobody reads along: that would cost more than the page itself.
  const page = await browser.newPage({ baseURL: server.url });
  await expect
    .poll(async () => (await apiOf(admin, server).send("POST", "/admin/rules", rule)).status(), {
      timeout: 60_000,
    })
    .toBe(201);
  await signIn(page, "Vik Viewer", `/sheets/${SHEETS.flights}`);
  await expect(page.getByRole("gridcell").first()).toBeVisible();
  await expect(page.getByText("20,000 rows", { exact: true })).toBeVisible({ timeout: 150_000 });
  const grid = page.getByRole("grid").or(page.getByRole("treegrid"));
  await grid.focus();
  await page.keyboard.press("Control+End");
  await expect(page.getByText("Row 20,000 of 20,000")).toBeVisible();
  expect(await page.getByRole("gridcell").count()).toBeLessThan(1_500);
});

test("a narrow screen shows cards", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, "Vik Viewer", `/sheets/${SHEETS.tickets}`);
  await expect(page.getByRole("heading", { name: "IT tickets" })).toBeVisible();
  await expect(page.getByRole("listitem").or(page.getByRole("article")).first()).toBeVisible();
  await expect(page.getByRole("treegrid")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
