import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Sheet } from "../store/sheet";
import { startForTest, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.close());

const page = async (query = "") => {
  const response = await fetch(`http://127.0.0.1:${sandbox.port}/${query}`);
  return { html: await response.text(), headers: response.headers };
};
const part = async (id: string, filter = "") => {
  const { body } = await sandbox.control("GET", `/page?filter=${encodeURIComponent(filter)}`);
  return (body.parts as Record<string, string>)[id] ?? "";
};

describe("the page", () => {
  it("says what it is, and shows people, sheets, faults, switches, meter, heartbeat, scenario", async () => {
    const { html } = await page();
    expect(html).toContain("an imitation of Smartsheet with made-up data");
    for (const { email, token } of sandbox.people) {
      expect(html).toContain(email);
      expect(html).toContain(`data-copy="${token}"`);
    }
    for (const sheet of sandbox.store.sheets) expect(html).toContain(`href="/__sandbox/sheets/${sheet.id}"`);
    for (const title of ["Calls", "People", "Sheets", "Faults", "Switches", "Meter", "Heartbeat", "Scenario"])
      expect(html).toMatch(new RegExp(`<h2 id="[a-z]+-title">${title}</h2>`));
  });

  it("does not build the rows of all sheets to count them", async () => {
    const build = vi.spyOn(Sheet.prototype, "rows", "get");
    const { html } = await page();
    expect(html).toContain("20,000");
    expect(build).not.toHaveBeenCalled();
    build.mockRestore();
  });

  it("loads nothing from elsewhere and runs only its own script", async () => {
    const { html, headers } = await page();
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; script-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(html.match(/<script[^>]*>/g)).toEqual([`<script src="/__sandbox/page.js" type="module">`]);
    expect(html).not.toMatch(/ on[a-z]+=| style=|<link|@import|url\(/);
    for (const [, address] of html.matchAll(/(?:src|href|action)="([^"]*)"/g))
      expect(address).toMatch(/^[/#]/);
    const script = await fetch(`http://127.0.0.1:${sandbox.port}/__sandbox/page.js`);
    expect(script.headers.get("content-type")).toContain("text/javascript");
  });

  it("lets nothing of the data become markup", async () => {
    const evil = `<img src=x onerror=alert(1)>"'`;
    await sandbox.control("POST", "/people/mia@acme.test", { name: evil, title: evil });
    await sandbox.call("GET", `/sheets?x=${encodeURI(evil)}<b>`, { token: sandbox.token("mia@acme.test") });
    await sandbox.control("POST", "/fault", { kind: "columnrenamed", title: evil, match: { path: evil } });
    const { html } = await page(`?filter=${encodeURIComponent(evil)}`);
    const shown = `${html}${await part("call-rows")}`;
    expect(shown).not.toContain("<img");
    expect(shown).not.toContain("<b>&lt;");
    expect(shown).toContain("&lt;img src=x onerror=alert(1)&gt;");
    await sandbox.control("POST", "/reset");
  });

  it("offers only strings that are there", async () => {
    await sandbox.control("POST", "/fault", { kind: "500", match: { path: "/nowhere" } });
    const { html } = await page();
    const pulls = [...html.matchAll(/data-pull="([A-Z]+) ([^"]+)"/g)];
    expect(pulls.length).toBeGreaterThan(8);
    for (const [, method = "", path = ""] of pulls) {
      const { status } = await sandbox.control(method, path);
      expect([method, path, [404, 405].includes(status) && !path.startsWith("/fault/")]).toEqual([
        method,
        path,
        false,
      ]);
    }
  });
});

describe("the call log on the page", () => {
  it("shows who called as whom, newest first, and can be filtered", async () => {
    await sandbox.control("POST", "/reset");
    await sandbox.get("/users/me", "vik@acme.test");
    await sandbox.get("/users/me", "ada@acme.test", "olga@acme.test");
    await sandbox.get("/nowhere", "vik@acme.test");
    const rows = await part("call-rows");
    expect(rows.indexOf("/2.0/nowhere")).toBeLessThan(rows.indexOf("olga@acme.test"));
    expect(rows).toContain(`404 <span class="code">1006</span>`);
    expect((await part("call-rows", "OLGA")).match(/<tr/g)).toHaveLength(1);
    expect(await part("call-count", "olga")).toBe("1 of 3 calls");
    expect(await part("call-rows", "nothing like it")).toContain("No call fits the filter.");
    expect((await page("?filter=olga")).html).toContain(`value="olga"`);
  });
});

describe("faults on the page", () => {
  it("read as sentences", async () => {
    const match = { method: "GET", caller: "vik@acme.test", path: "/sheets" };
    await sandbox.control("POST", "/plan", {
      faults: [
        { kind: "429", match, times: 3, retryAfter: 7 },
        { kind: "latency", ms: [20, 60], after: 2, chance: 0.25 },
      ],
    });
    const text = (await part("fault-items")).replace(/<[^>]*>/g, " ");
    expect(text).toContain("GET calls of vik@acme.test with “/sheets”, 3 times, Retry-After 7 s");
    expect(text).toContain("Calls, after the first 2, 25 % of them, 20 to 60 ms");
    await sandbox.control("DELETE", "/fault");
    expect(await part("fault-items")).toContain("Nothing goes wrong on purpose.");
  });
});
