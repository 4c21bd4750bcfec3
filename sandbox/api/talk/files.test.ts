import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileBody, result, startTalk, type TalkSandbox } from "./talk-world.test-helper";

let now = Date.parse("2026-11-24T09:00:00Z");
let sandbox: TalkSandbox;
beforeAll(async () => {
  sandbox = await startTalk({ clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

async function attached(name: string, content: string | Buffer, type = "text/plain") {
  const made = await sandbox.upload("dana", `${sandbox.sheet}/attachments`, fileBody(name, content, type));
  const path = `${sandbox.sheet}/attachments/${result(made).id}`;
  const { body } = await sandbox.as("vik", "GET", path);
  return { path, url: String(body.url), life: body.urlExpiresInMillis };
}

describe("the URL of an attachment", () => {
  it("gives the file without a token, to be saved and never to be shown", async () => {
    const page = Buffer.from("<script>alert(1)</script>");
    const { url, life } = await attached('So "genau" geht\'s.html', page, "text/html");
    expect(life).toBe(120_000);
    expect(new URL(url).origin).toBe(sandbox.apiUrl.slice(0, -"/2.0".length));
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(page);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/html",
      "content-disposition": "attachment; filename*=UTF-8''So%20%22genau%22%20geht%27s.html",
      "x-content-type-options": "nosniff",
    });
  });

  it("gives bytes as they came", async () => {
    const bytes = Buffer.from(Array.from({ length: 4_096 }, (_, place) => place % 256));
    const { url } = await attached("bytes.bin", bytes, "application/zip");
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes);
  });

  it("ends after two minutes by the sandbox's clock", async () => {
    const { url } = await attached("a.txt", "a");
    now += 119_999;
    expect((await fetch(url)).status).toBe(200);
    now += 1;
    const late = await fetch(url);
    expect(late.status).toBe(403);
    expect(late.headers.get("content-type")).toBe("application/xml");
    expect(await late.text()).toMatch(/<Error><Code>AccessDenied<\/Code><Message>Request has expired</);
  });

  it("does not survive a change to any of its parts", async () => {
    const { url } = await attached("a.txt", "a");
    const other = await attached("b.txt", "b");
    const altered = [
      url.replace("a.txt", "b.txt"),
      url.replace(/Expires=(\d+)/, (_, expires) => `Expires=${Number(expires) + 1}`),
      url.replace(/Signature=.*/, `Signature=${new URL(other.url).searchParams.get("Signature")}`),
      `${url}0`,
    ];
    for (const wrong of altered) {
      const response = await fetch(wrong);
      expect([response.status, await response.text()]).toEqual([
        403,
        expect.stringContaining("<Code>SignatureDoesNotMatch</Code>"),
      ]);
    }
    expect((await fetch(url.split("?")[0] ?? "")).status).toBe(403);
  });

  it("works for whoever has it, but not once the file is gone", async () => {
    const { url, path } = await attached("a.txt", "a");
    await sandbox.control("POST", `${sandbox.sheet}/shares`, { email: "vik@acme.test", accessLevel: null });
    expect((await fetch(url)).status).toBe(200);
    await sandbox.as("olga", "DELETE", path);
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("NoSuchKey")]);
  });

  it("is not told to who cannot see the sheet", async () => {
    const { path } = await attached("a.txt", "a");
    expect((await sandbox.as("mia", "GET", path)).status).toBe(404);
  });
});
