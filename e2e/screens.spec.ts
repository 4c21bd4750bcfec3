import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { apiOf, expect, inDays, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "screens" });

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function isClean(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${name}: ${id} ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  expect(found).toEqual([]);
}

for (const theme of ["light", "dark"] as const) {
  test(`every screen in ${theme}: accessible, and no wider than a phone`, async ({
    page,
    newPage,
    server,
    context,
  }) => {
    test.setTimeout(480_000);
    const admin = await newPage();
    await signIn(admin, "Ada Admin");
    const api = apiOf(admin, server);
    const rule = await (
      await api.send("POST", "/admin/rules", payrollRule({ actions: ["read", "share"] }))
    ).json();
    await signIn(page, "Vik Viewer");
    const link = await (
      await apiOf(page, server).send("POST", "/links", {
        sheetId: SHEETS.payroll,
        endsAt: inDays(5),
        password: "correct horse",
      })
    ).json();
    for (const one of [context, admin.context()])
      await one.addCookies([{ name: "sheetpass.theme", value: theme, url: server.url }]);

    const screens: [Page, string][] = [
      [page, "/?again=1"],
      [page, "/?error=AccessDenied"],
      [page, "/sheets"],
      [page, "/sheets?show=favourites"],
      [page, `/sheets/${SHEETS.payroll}`],
      [page, `/sheets/${SHEETS.tickets}`],
      [page, `/sheets/${SHEETS.hiring}`],
      [page, "/links"],
      [page, "/account"],
      [page, `/s/${link.token}`],
      [page, "/s/unknown"],
      [admin, "/admin/rules"],
      [admin, "/admin/rules/new"],
      [admin, `/admin/rules/${rule.id}`],
      [admin, "/admin/connections"],
      [admin, "/admin/links"],
      [admin, "/admin/audit"],
    ];
    for (const [one, path] of screens) {
      await one.setViewportSize({ width: 1280, height: 760 });
      await one.goto(path);
      await one.waitForLoadState("networkidle");
      expect(await one.locator("html").getAttribute("data-theme")).toBe(theme);
      await isClean(one, `${path} wide`);
      await one.setViewportSize({ width: 390, height: 844 });
      await one.waitForTimeout(150);
      expect(await one.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
      await isClean(one, `${path} narrow`);
    }
    expect(screens.length).toBe(17);
  });
}

test("the demo says so on every page", async ({ page, newPage, server }) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  await signIn(page, "Vik Viewer");
  for (const [one, path] of [
    [page, "/?again=1"],
    [page, "/sheets"],
    [page, `/sheets/${SHEETS.tickets}`],
    [page, `/sheets/${SHEETS.hiring}`],
    [page, "/links"],
    [page, "/account"],
    [page, "/s/unknown"],
    [admin, "/admin/rules"],
    [admin, "/admin/audit"],
  ] as const) {
    await one.goto(path);
    await expect(one.getByText(/made-up data/).first(), path).toBeVisible();
  }
  expect(server.url).toContain("localhost");
});
