import { chromium } from "playwright-core";
import { findChromium } from "../../scripts/chromium.mjs";
import { watchOpening } from "./in-page.mjs";

const ARGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

export function startBrowser() {
  return chromium.launch({ executablePath: findChromium(), headless: true, args: ARGS });
}

/**
 * Opens a sheet with an empty cache, waits until all its rows are there. `marks`: milliseconds since the navigation.
 * `bytes`: as they came over the wire.
 */
export async function openSheet(browser, { url, person, sheetId, rowCount }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "en-GB" });
  const [name, value] = [person.cookie.slice(0, person.cookie.indexOf("=")), person.token];
  // By an https address, or the browser would not take a `__Host-` cookie; it sends it to localhost all the same.
  const secureUrl = url.replace("http:", "https:");
  await context.addCookies([{ name, value, url: secureUrl, secure: true, httpOnly: true, sameSite: "Lax" }]);
  await context.addInitScript(watchOpening, { rowCount });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Performance.enable");
  const loaded = listen(client);
  await page.goto(`${url}/sheets/${sheetId}`, { waitUntil: "commit" });
  const marks = await opened(page);
  return { context, page, client, marks, bytes: loaded.until(marks.key) };
}

/** What the page noted. Says what it stands at where it never becomes whole. */
async function opened(page) {
  try {
    await page.waitForFunction(() => globalThis.benchMarks?.all !== undefined, null, { timeout: 30_000 });
    return await page.evaluate(() => globalThis.benchMarks);
  } catch (cause) {
    const state = await page.evaluate(() => {
      const grid = document.querySelector("[role=grid],[role=treegrid]");
      const of = (name) => grid?.getAttribute(name);
      const foot = grid?.parentElement.nextElementSibling?.textContent;
      const { benchMarks: marks } = globalThis;
      return {
        at: location.href,
        marks,
        rows: of("aria-rowcount"),
        busy: of("aria-busy"),
        active: of("aria-activedescendant"),
        foot,
      };
    });
    throw new Error(`The sheet did not open: ${JSON.stringify(state)}`, { cause });
  }
}

/** What came over the wire, by kind. */
function listen(client) {
  const kinds = new Map();
  const done = [];
  let startedAt = null;
  client.on("Network.requestWillBeSent", ({ requestId, type, timestamp }) => {
    kinds.set(requestId, type);
    if (type === "Document") startedAt ??= timestamp;
  });
  client.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) =>
    done.push({ kind: kinds.get(requestId), timestamp, length: encodedDataLength }),
  );
  const sum = (kind, endMs) =>
    done
      .filter((one) => one.kind === kind && (one.timestamp - startedAt) * 1000 <= endMs)
      .reduce((bytes, { length }) => bytes + length, 0);
  const everything = Number.POSITIVE_INFINITY;
  return {
    until: (ms) => ({
      scripts: sum("Script", ms),
      document: sum("Document", everything),
    }),
  };
}

/** Seconds of work of the page's main thread so far, and bytes of its heap. */
export async function metrics(client) {
  const { metrics: list } = await client.send("Performance.getMetrics");
  const of = (name) => list.find((metric) => metric.name === name).value;
  return { busySeconds: of("TaskDuration"), at: of("Timestamp"), heap: of("JSHeapUsedSize") };
}
