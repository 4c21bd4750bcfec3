import type { Browser, Page } from "@playwright/test";
import type { Server } from "./fixtures/server";
import { apiOf, expect, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "live-page" });

/** A poll's pause, and what a stalled machine may add. */
const A_POLL = { timeout: 60_000 };

/** Nobody reads along what this page is sent: its stream of changes has no end to wait for. */
async function openPage(browser: Browser, server: Server): Promise<Page> {
  return browser.newPage({ baseURL: server.url });
}

async function ownerOf(server: Server, sheetId: string): Promise<string> {
  const { sheets } = (await server.sandbox.control("GET", "/info")) as {
    sheets: { id: string; owner: string }[];
  };
  const owner = sheets.find(({ id }) => id === sheetId)?.owner;
  const person = server.sandbox.people.find(({ email }) => email === owner);
  if (!person) throw new Error(`Nobody owns ${sheetId}.`);
  return person.token;
}

/** Writes one cell as its owner would in Smartsheet. Ids go as digits: some are too long for a number. */
async function writeCell(
  server: Server,
  at: { sheetId: string; rowId: string; columnId: string },
  value: string,
): Promise<void> {
  const answer = await fetch(`${server.sandbox.apiUrl}/sheets/${at.sheetId}/rows`, {
    method: "PUT",
    headers: {
      Authorization: `Bearer ${await ownerOf(server, at.sheetId)}`,
      "Content-Type": "application/json",
    },
    body: `[{"id":${at.rowId},"cells":[{"columnId":${at.columnId},"value":${JSON.stringify(value)}}]}]`,
  });
  expect(answer.status, await answer.text()).toBe(200);
}

async function firstCell(page: Page, server: Server, sheetId: string) {
  const { columns, rows } = await (await apiOf(page, server).get(`/sheets/${sheetId}`)).json();
  const primary = columns.find(({ primary }: { primary?: boolean }) => primary);
  return { sheetId, rowId: rows[0].id as string, columnId: primary.id as string };
}

function streamOf(page: Page) {
  return page.waitForRequest((request) => request.url().includes("/live?tag="));
}

async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test("a cell changed in Smartsheet changes on the open page, where one stands in it", async ({
  browser,
  server,
}) => {
  test.setTimeout(150_000);
  const page = await openPage(browser, server);
  await signIn(page, "Vik Viewer");
  const cell = await firstCell(page, server, SHEETS.tickets);
  const packed = await page.request.get(`/api/v1/sheets/${SHEETS.tickets}/table`, {
    headers: { "Accept-Encoding": "gzip, br" },
  });
  expect(packed.headers()).toMatchObject({ "content-encoding": "br", "cache-control": "private, no-store" });
  const stream = streamOf(page);
  await page.goto(`/sheets/${SHEETS.tickets}`);
  await stream;
  const grid = page.getByRole("grid").or(page.getByRole("treegrid"));
  await grid.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  const active = await grid.getAttribute("aria-activedescendant");
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));

  await writeCell(server, cell, "Written while the page was open");
  await expect(page.getByText("1 row changed", { exact: true })).toBeAttached(A_POLL);
  await expect(page.getByRole("rowheader", { name: "Written while the page was open" })).toBeVisible();
  expect(await page.locator("body[data-same-page]").count()).toBe(1);
  expect(await grid.getAttribute("aria-activedescendant")).toBe(active);
  // What is found is what is shown now.
  await page.keyboard.press("Control+f");
  await page.keyboard.type("written while");
  await expect(page.locator("mark").first()).toBeVisible();
  await page.close();
});

test("a hidden tab has no stream, and catches up when it is looked at again", async ({ browser, server }) => {
  test.setTimeout(150_000);
  const page = await openPage(browser, server);
  await signIn(page, "Vik Viewer");
  const cell = await firstCell(page, server, SHEETS.tickets);
  const stream = streamOf(page);
  await page.goto(`/sheets/${SHEETS.tickets}`);
  const first = await stream;
  const closed = page.waitForEvent("requestfailed", (request) => request.url() === first.url());
  await setHidden(page, true);
  await closed;
  let opened = 0;
  page.on("request", (request) => {
    if (request.url().includes("/live?tag=")) opened += 1;
  });

  await writeCell(server, cell, "Written while nobody looked");
  // Long enough for a try to come back, if there were one.
  await page.waitForTimeout(5_000);
  expect(opened).toBe(0);
  await setHidden(page, false);
  await expect(page.getByRole("rowheader", { name: "Written while nobody looked" })).toBeVisible(A_POLL);
  expect(opened).toBeGreaterThan(0);
  await page.close();
});
