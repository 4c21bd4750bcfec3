import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
const errors: unknown[] = [];
const print = console.error;
beforeAll(async () => {
  console.error = (...words) => errors.push(words);
  sandbox = await startForTest({ rate: 0 });
});
afterAll(async () => {
  console.error = print;
  await sandbox.close();
  expect(errors).toEqual([]);
});

/** Writes bytes to the port and reads until the server ends the connection. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(sandbox.port, "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8");
    socket.on("data", (piece) => (answer += piece));
    for (const ending of ["close", "error"]) socket.on(ending, () => resolve(answer));
  });
}

const ask = (line: string, headers = "") =>
  raw(
    `${line} HTTP/1.1\r\nHost: 127.0.0.1:${sandbox.port}\r\nAuthorization: Bearer ${sandbox.token("vik@acme.test")}\r\n${headers}Connection: close\r\n\r\n`,
  );

/** Status and error code. */
function seen(answer: string): [number, number | null] {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
  const code = /"errorCode":(\d+)/.exec(answer)?.[1];
  return [status, code === undefined ? null : Number(code)];
}

describe("request lines", () => {
  it.each([
    ["GET /2.0/users/me", 200, null],
    ["GET http://127.0.0.1/2.0/users/me", 200, null],
    ["GET http://anywhere.example/2.0/users/me?include=groups", 200, null],
    ["GET /2.0/nowhere", 404, 1006],
    ["GET /2.0/sheets/", 404, 1006],
    ["GET /2.0//sheets", 404, 1006],
    ["GET /2.0/../__sandbox/info", 404, 1006],
    ["GET //2.0/sheets", 404, 1006],
    ["GET //", 404, 1006],
    ["GET *", 404, 1006],
    ["OPTIONS *", 404, 1006],
    ["GET /2.0", 404, 1006],
    ["GET /1.1/sheets", 404, 1007],
    ["GET /3.0/sheets", 404, 1007],
    ["GET /2.0/sheets/%zz", 400, 1008],
    ["GET /2.0/sheets/%00", 400, 1018],
    ["GET /2.0/sheets/123%4", 400, 1008],
    ["GET /2.0/users/me?include=%zz&%", 200, null],
    ["HEAD /2.0/users/me", 405, null],
    ["OPTIONS /2.0/users/me", 405, 1010],
    ["TRACE /2.0/users/me", 405, 1010],
    ["MKCOL /2.0/users/me", 405, 1010],
    ["WHATEVER /2.0/users/me", 405, 1010],
    ["CONNECT 127.0.0.1:443", 405, 1010],
    [`GET /2.0/sheets/${"9".repeat(2_000)}`, 404, 1006],
  ])("%s", async (line, status, errorCode) => {
    const answer = await ask(line);
    expect(seen(answer)).toEqual([status, errorCode]);
  });
});

describe("what is hardly a request", () => {
  it("headers too large", async () => {
    expect(seen(await ask("GET /2.0/users/me", `X-Long: ${"x".repeat(20_000)}\r\n`))).toEqual([400, 1008]);
  });

  it("no HTTP at all", async () => {
    for (const text of ["hello\r\n\r\n", "\u0016\u0003\u0001\u0002\u0000", "GET\r\n\r\n"])
      expect(seen(await raw(text))).toEqual([400, 1008]);
  });

  it("no Host", async () => {
    expect(seen(await raw("GET /2.0/users/me HTTP/1.1\r\nConnection: close\r\n\r\n"))).toEqual([404, 1006]);
  });

  it("somebody else's Host", async () => {
    const lines = "GET /2.0/users/me HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    expect(seen(await raw(lines))).toEqual([404, 1006]);
  });

  it("an expectation nobody knows", async () => {
    expect(seen(await ask("GET /2.0/users/me", "Expect: a-miracle\r\n"))).toEqual([200, null]);
  });

  it("a body that ends early", async () => {
    const host = `Host: 127.0.0.1:${sandbox.port}\r\n`;
    const head = `POST /2.0/token HTTP/1.1\r\n${host}Content-Length: 500\r\n\r\ngrant_type=`;
    await new Promise<void>((resolve) => {
      const socket = connect(sandbox.port, "127.0.0.1", () => socket.end(head));
      socket.on("close", () => resolve());
      socket.resume();
    });
    expect((await sandbox.get("/users/me", "vik@acme.test")).status).toBe(200);
  });
});

describe("bodies", () => {
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.apiUrl}/sheets/${sandbox.sheetId("Payroll 2026")}/rows`, {
      method: "POST",
      headers: { authorization: `Bearer ${sandbox.token("olga@acme.test")}`, ...headers },
      body: typeof body === "string" ? body : new Uint8Array(body),
    });

  it.each(["{", "[", "nothing", '{"a":', "\u0000", '{"a":1}}', `${"[".repeat(50_000)}`])(
    "that are no JSON: %.20j",
    async (body) => {
      const answer = await post(body);
      expect([answer.status, ((await answer.json()) as { errorCode: number }).errorCode]).toEqual([
        400, 1008,
      ]);
    },
  );

  it("over the limit are refused, and the refusal arrives", async () => {
    const answer = await post(Buffer.alloc(8 * 1024 * 1024 + 1, " "));
    expect([answer.status, ((await answer.json()) as { errorCode: number }).errorCode]).toEqual([400, 1008]);
  });

  it("over one megabyte too, with bodyLimit=1", async () => {
    const body = Buffer.from(`{"a":"${"x".repeat(1_100_000)}"}`);
    const message = async () => ((await (await post(body)).json()) as { message: string }).message;
    expect(await message()).not.toContain("too large");
    await sandbox.control("POST", "/switches", { bodyLimit: "1" });
    expect(await message()).toContain("too large");
    await sandbox.control("POST", "/reset");
  });

  it("without end are refused by hanging up", async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(4 * 1024 * 1024)),
    });
    const init = { method: "POST", body: endless, duplex: "half" } as RequestInit;
    const url = `${sandbox.apiUrl}/token`;
    const status = await fetch(url, init).then(
      (answer) => answer.status,
      () => "hung up",
    );
    expect([400, "hung up"]).toContain(status);
    expect((await sandbox.get("/users/me", "vik@acme.test")).status).toBe(200);
  });
});
