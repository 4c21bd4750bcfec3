import { walkScreens } from "./fixtures/screens";
import { expect, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "screens" });

test("every screen in light: accessible, and no wider than a phone", async ({
  page,
  newPage,
  server,
  context,
}) => {
  test.setTimeout(480_000);
  await walkScreens("light", { page, admin: await newPage(), server, context });
});

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
