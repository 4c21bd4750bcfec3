import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.close());

/** `fetch` would not send these headers. */
function status(path: string, headers: Record<string, string>, method = "GET"): Promise<number> {
  return new Promise((resolve, reject) => {
    const url = `http://127.0.0.1:${sandbox.port}${path}`;
    const host = { host: `127.0.0.1:${sandbox.port}` };
    request(url, { method, headers: { ...host, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

const own = () => `http://127.0.0.1:${sandbox.port}`;

describe("the controls and the page", () => {
  it("answer programs and the sandbox's own page", async () => {
    for (const path of ["/", "/__sandbox/info", "/__sandbox/page.js"]) {
      expect(await status(path, {})).toBe(200);
      expect(await status(path, { "sec-fetch-site": "none" })).toBe(200);
      expect(await status(path, { origin: own(), "sec-fetch-site": "same-origin" })).toBe(200);
    }
  });

  it.each<[string, Record<string, string>]>([
    ["a page of another origin", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    [
      "a page on another port of this machine",
      { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" },
    ],
    ["a page without an origin", { origin: "null" }],
    ["an image on another page", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "image" }],
    ["a frame on another page", { "sec-fetch-site": "same-site", "sec-fetch-dest": "iframe" }],
    ["a name pointed at this machine", { host: "evil.example" }],
    ["a host that begins like this machine", { host: "127.0.0.1.evil.example" }],
  ])("never %s", async (_, headers) => {
    for (const path of ["/", "/__sandbox/info", "/__sandbox/page.js"])
      expect([path, await status(path, headers)]).toEqual([path, 404]);
    expect(await status("/__sandbox/reset", headers, "POST")).toBe(404);
  });

  it("a link from elsewhere opens the page, not the controls", async () => {
    const link = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
    };
    expect(await status("/", link)).toBe(200);
    expect(await status("/__sandbox/info", link)).toBe(404);
  });

  it("/favicon.ico is nothing, quietly", async () => {
    expect(await status("/favicon.ico", { "sec-fetch-site": "same-origin" })).toBe(204);
  });
});
