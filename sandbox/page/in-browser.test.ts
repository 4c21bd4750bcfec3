import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startForTest, type TestSandbox } from "../testing";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = [...PLACES, chromium.executablePath()].find((path) => path && existsSync(path));

describe.skipIf(!executablePath)("the page in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let sandbox: TestSandbox;
  let complaints: string[] = [];
  // A browser beside everything else `npm test` runs may be slow.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints = [];
    sandbox = await startForTest();
    context = await browser.newContext({ colorScheme: "light" });
    page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${sandbox.port}/`);
  });
  afterEach(async () => {
    await context.close();
    await sandbox.close();
    expect(complaints).toEqual([]);
  });

  const said = (text: string) => page.locator("#said").filter({ hasText: text }).waitFor();

  it.each<[string, "light" | "dark", number]>([
    ["light and wide", "light", 1440],
    ["dark and narrow", "dark", 390],
  ])("is accessible and fits, %s", async (_, colorScheme, width) => {
    await sandbox.get("/users/me", "ada@acme.test", "olga@acme.test");
    await sandbox.control("POST", "/fault", { kind: "429", match: { path: "/nowhere" } });
    await sandbox.control("POST", "/switches", { unshared: "403" });
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });

  it("shows calls as they come in, and those that fit the filter", async () => {
    await sandbox.get("/users/me", "ada@acme.test", "olga@acme.test");
    const rows = page.locator("#call-rows tr");
    await rows.filter({ hasText: "olga@acme.test" }).waitFor();
    await page.getByRole("searchbox", { name: "Filter calls" }).fill("vik@");
    await page.getByText("No call fits the filter.").waitFor();
    await page.getByRole("button", { name: "Clear the call log" }).click();
    await said("Call log cleared.");
    expect((await sandbox.control("GET", "/calls")).body.calls).toEqual([]);
  });

  it("adds a fault from its form, by keyboard, and takes it away", async () => {
    await page.getByLabel("What goes wrong").selectOption("latency");
    expect(await page.getByLabel("Retry-After").isVisible()).toBe(false);
    await page.getByLabel("Path contains").fill("/sheets");
    await page.getByLabel("Called by").selectOption("vik@acme.test");
    await page.getByLabel("Milliseconds").fill("100-900");
    await page.getByLabel("Times").fill("2");
    await page.getByLabel("Times").press("Enter");
    await said("Fault added.");
    const { faults } = (await sandbox.control("GET", "/plan")).body as { faults: unknown[] };
    expect(faults).toMatchObject([
      { kind: "latency", match: { path: "/sheets", caller: "vik@acme.test" }, ms: [100, 900], times: 2 },
    ]);
    await page.getByRole("button", { name: "Remove fault latency" }).click();
    await page.getByText("Nothing goes wrong on purpose.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Faults");
  });

  it("says why a fault is refused", async () => {
    await page.getByLabel("What goes wrong").selectOption("latency");
    await page.getByLabel("Milliseconds").fill("900-100");
    await page.getByRole("button", { name: "Add fault" }).click();
    await said("ms is a number of milliseconds or [from, to].");
    complaints = complaints.filter((text) => !text.includes("400"));
  });

  it("throws a switch by arrow key and keeps the focus there", async () => {
    await page.getByRole("group", { name: "unshared" }).getByLabel("404").focus();
    await page.keyboard.press("ArrowRight");
    await said("unshared is now 403.");
    expect(sandbox.sandbox.switches.get("unshared")).toBe("403");
    await page.getByText("1 switch moved").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("switch-unshared-403");
  });

  it("copies a token", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy token of Vik Viewer" }).click();
    await said("Copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sandbox.token("vik@acme.test"));
  });

  it("sets limit, clock and heartbeat, and resets all of it after asking", async () => {
    await page.getByLabel("Calls a minute").fill("12");
    await page.getByRole("button", { name: "Set limit" }).click();
    await said("Limit set.");
    await page.getByLabel("Clock ahead").fill("-300");
    await page.getByRole("button", { name: "Set clock" }).click();
    await said("Clock set.");
    await page.getByRole("button", { name: "One change now" }).click();
    await page.locator("#heart-state .said li").waitFor();
    expect([sandbox.sandbox.meter.limit, sandbox.sandbox.skewSeconds]).toEqual([12, -300]);
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Reset the sandbox" }).click();
    await said("Back to the start.");
    expect([sandbox.sandbox.meter.limit, sandbox.sandbox.skewSeconds]).toEqual([300, 0]);
  });

  it("says so when the sandbox is gone", async () => {
    await sandbox.close();
    await said("The sandbox does not answer.");
    complaints = [];
  });
});
