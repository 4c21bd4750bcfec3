import { apiOf, expect, inDays, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "sheets-list" });

test("the list: how each sheet is reached, search, sort, favourites and recents", async ({
  page,
  newPage,
  server,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const soon = payrollRule({
    resource: { type: "sheet", id: SHEETS.plan },
    columns: { mode: "all" },
    rows: null,
    endsAt: inDays(4),
  });
  expect((await apiOf(admin, server).send("POST", "/admin/rules", soon)).status()).toBe(201);

  await signIn(page, "Vik Viewer");
  await expect(page.getByText(/^\d+ you can read$/)).toBeVisible();
  await expect(page.getByRole("row", { name: /Launch plan/ })).toContainText(
    /Delegated · as Olga Owner.*in [34] days/,
  );

  await page.keyboard.press("/");
  await page.keyboard.type("risk");
  await expect(page.getByRole("row", { name: /Risk log/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "IT tickets" })).toHaveCount(0);
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(page.getByText(/No sheet/i).first()).toBeVisible();
  await page.getByRole("searchbox").fill("");

  await page.getByRole("radio", { name: "Delegated" }).click();
  await expect(page.getByRole("link", { name: "IT tickets" })).toHaveCount(0);
  await page.getByRole("radio", { name: "All" }).click();

  const names = () => page.getByRole("row").locator("a[data-row-link]").allTextContents();
  const up = await names();
  await page.getByRole("columnheader", { name: "Name" }).getByRole("button").click();
  expect(await names()).toEqual([...up].reverse());

  await page
    .getByRole("row", { name: /Vendors/ })
    .getByRole("button", { name: /favourite/i })
    .click();
  await page.getByRole("link", { name: "Vendors" }).first().click();
  await expect(page.getByRole("heading", { name: "Vendors" })).toBeVisible();
  await page.goto("/sheets?show=favourites");
  await expect(page.getByRole("row", { name: /Vendors/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "IT tickets" })).toHaveCount(0);
  await page.goto("/sheets");
  await expect(page.getByText("Recently opened")).toBeVisible();
});

test("where there is nothing, it says whom to ask", async ({ page }) => {
  await signIn(page, "Eve Outsider");
  await expect(page.getByText("ada@acme.test").first()).toBeVisible();
});

test("the command palette goes places by keyboard alone", async ({ page }) => {
  await signIn(page, "Vik Viewer");
  const search = page.getByRole("combobox", { name: /^Search sheets/ });
  // Keys count once the page's own script runs, which nothing but an answer to them tells.
  await expect(async () => {
    if (!(await search.isVisible())) await page.keyboard.press("Control+k");
    await expect(search).toBeFocused({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.type("Risk");
  await expect(page.getByRole("option", { name: /Risk log/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Risk log" })).toBeVisible();
});
