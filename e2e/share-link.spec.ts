import { apiOf, expect, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "share-link" });

test("a share link opens without an account, shows no more than chosen, and dies when revoked", async ({
  page,
  newPage,
  server,
  neverSent,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const rule = payrollRule({
    resource: { type: "sheet", id: SHEETS.plan },
    columns: { mode: "all" },
    rows: null,
    actions: ["read", "share"],
  });
  expect((await apiOf(admin, server).send("POST", "/admin/rules", rule)).status()).toBe(201);

  await signIn(page, "Vik Viewer", `/sheets/${SHEETS.plan}`);
  await page.getByRole("button", { name: "Share view" }).click();
  const dialog = page.getByRole("dialog", { name: /Share Launch plan/ });
  await dialog.getByRole("textbox", { name: /Title/ }).fill("Plan for the agency");
  await dialog.getByRole("checkbox", { name: /Budget/ }).click();
  await dialog.getByRole("textbox", { name: /Password/ }).fill("correct horse");
  await dialog.getByRole("button", { name: "Make link" }).click();
  const field = page.getByRole("textbox", { name: /link|address/i }).first();
  await expect(field).toHaveValue(/\/s\/[\w-]{43}$/);
  const url = await field.inputValue();

  neverSent.add("84,000");
  const outside = await newPage();
  expect((await outside.goto(url))?.status()).toBe(200);
  await expect(outside.getByText("Design")).toHaveCount(0);
  const password = outside.getByLabel(/password/i).first();
  await password.fill("wrong horse");
  await password.press("Enter");
  await expect(outside.getByText(/does not open/)).toBeVisible();
  await password.fill("correct horse");
  await password.press("Enter");
  await expect(outside.getByRole("heading", { name: "Plan for the agency" })).toBeVisible();
  await expect(outside.getByText("Shared link")).toBeVisible();
  await expect(outside.getByText(/Demo with made-up data/)).toBeVisible();
  await expect(outside.getByRole("columnheader", { name: "Task" })).toBeVisible();
  await expect(outside.getByText("Budget")).toHaveCount(0);
  await expect(outside.getByText(/Vik Viewer@|olga@acme\.test|R-\d/)).toHaveCount(0);
  // The page of one's account is not behind it.
  expect((await outside.request.get("/api/v1/me")).status()).toBe(401);

  await page.goto("/links");
  await expect(page.getByRole("row", { name: /Plan for the agency/ })).toContainText(/1|once/);
  await page
    .getByRole("row", { name: /Plan for the agency/ })
    .getByRole("button", { name: /Revoke/ })
    .click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /Revoke/ })
    .click();
  await expect.poll(async () => (await outside.request.get(url)).status()).toBe(404);
  await outside.reload();
  await expect(outside.getByText("Design")).toHaveCount(0);
});
