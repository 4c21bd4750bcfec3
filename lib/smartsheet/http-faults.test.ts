import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { adapter, closeStubs, own, readFrom, sheetId, stub, TOKEN } from "./testing/http-harness";
import { type Handler, sendJson } from "./testing/stub-server";
import { wireSheet } from "./testing/wire-sheet";

afterEach(closeStubs);

describe("faults", () => {
  it("T15 does not follow a redirect, nor send the token there", async () => {
    const elsewhere = await stub((_, response) => sendJson(response, wireSheet()));
    for (const status of [301, 302, 303, 307, 308]) {
      const { server, code } = await readFrom((_, response) => {
        response.writeHead(status, { Location: `${elsewhere.origin}/2.0/sheets/1` }).end();
      });
      expect(code).toBe("unavailable");
      expect(server.seen).toHaveLength(1);
    }
    expect(elsewhere.seen).toHaveLength(0);
  });

  it("F01 returns a 429 at once, Retry-After kept between 1 and 120 seconds", async () => {
    for (const [sent, seconds] of [
      ["7", 7],
      ["0", 1],
      ["3600", 120],
      ["soon", undefined],
      [undefined, undefined],
    ] as const) {
      const { server, result } = await readFrom((_, response) =>
        sendJson(
          response,
          { errorCode: 4003, message: "Rate limit exceeded.", refId: "abc123" },
          429,
          sent === undefined ? {} : { "Retry-After": sent },
        ),
      );
      if (result.ok) throw new Error("unexpected");
      expect(result.error).toMatchObject({
        code: "rate_limited",
        status: 429,
        errorCode: 4003,
        refId: "abc123",
      });
      expect(result.error.retryAfterSeconds).toBe(seconds);
      expect(server.seen).toHaveLength(1);
    }
  });

  it("F02 tries 4001, 4002, 4004 and gateway errors three times and 4000 once", async () => {
    for (const [status, body, tries] of [
      [503, { errorCode: 4001 }, 3],
      [500, { errorCode: 4002 }, 3],
      [500, { errorCode: 4004 }, 3],
      [502, "<html>Bad gateway</html>", 3],
      [503, "<html>Back soon</html>", 3],
      [504, "", 3],
      [500, { errorCode: 4000 }, 1],
      [400, { errorCode: 4002 }, 1],
    ] as const) {
      const { server, code } = await readFrom((_, response) => sendJson(response, body, status));
      expect(code, `${status}`).toBe("unavailable");
      expect(server.seen.length, `${status} ${JSON.stringify(body)}`).toBe(tries);
    }
  });

  it("F02 recovers from a reset", async () => {
    const { server, code } = await readFrom((_, response, number) => {
      if (number < 3) response.destroy();
      else sendJson(response, wireSheet());
    });
    expect(code).toBe("ok");
    expect(server.seen).toHaveLength(3);
  });

  it("F02 stops when the time for tries is used up", async () => {
    const { server, code } = await readFrom((_, response) => response.destroy(), {
      retry: { baseMs: 400, budgetMs: 100 },
    });
    expect(code).toBe("unavailable");
    expect(server.seen).toHaveLength(1);
  });

  it("F02 lets retries be a tenth of all calls in the long run", async () => {
    const server = await stub((_, response) => sendJson(response, "", 503));
    const smartsheet = adapter(server);
    for (let call = 0; call < 40; call++) await smartsheet.getSheet(own, sheetId);
    expect(server.seen.length).toBeGreaterThan(40);
    expect(server.seen.length).toBeLessThanOrEqual(40 + 10 + 4);
  });

  it("F04 gives up on slow headers, a dripping body and an endless one, and hangs up", async () => {
    const timeouts = { headersMs: 150, totalMs: 300 };
    const drip: Handler = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
    };
    const silent: Handler = () => {};
    for (const handler of [silent, drip]) {
      const { server, code } = await readFrom(handler, { timeouts });
      expect(code).toBe("timeout");
      expect(server.seen).toHaveLength(1);
      await server.hungUp;
    }
    const flood: Handler = (_, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", pour);
      pour();
    };
    const { server, code } = await readFrom(flood, { maxPackedBytes: 1024 * 1024 });
    expect(code).toBe("too_large");
    await server.hungUp;
  });

  it("F05 stops a gzip bomb at the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    const { server, code } = await readFrom(
      (_, response) => {
        response.writeHead(200, { "Content-Encoding": "gzip" });
        response.end(bomb);
      },
      { maxUnpackedBytes: 1024 * 1024 },
    );
    expect(code).toBe("too_large");
    expect(server.seen).toHaveLength(1);
  });

  it("F05 refuses an announced size over the limit, foreign encodings and broken gzip", async () => {
    const announced = await readFrom(
      (_, response) => {
        response.writeHead(200, { "Content-Length": "5000" });
        response.write("{");
      },
      { maxPackedBytes: 4000 },
    );
    expect(announced.code).toBe("too_large");
    for (const encoding of ["br", "deflate", "zstd", "gzip, br", "x-gzip"]) {
      const { code } = await readFrom((_, response) => {
        response.writeHead(200, { "Content-Encoding": encoding });
        response.end(gzipSync(JSON.stringify(wireSheet())));
      });
      expect(code, encoding).toBe("bad_answer");
    }
    const broken = await readFrom((_, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip" });
      response.end(Buffer.from("not gzip at all"));
    });
    expect(broken.code).toBe("bad_answer");
  });

  it("F06 refuses cut JSON, HTML, nothing, null and text that is not UTF-8", async () => {
    const whole = JSON.stringify(wireSheet());
    const long = JSON.stringify(wireSheet({ name: "x".repeat(3_000_000) }));
    for (const body of [
      whole.slice(0, -1),
      whole.slice(0, 200),
      long.slice(0, -30),
      "<html>Sign in</html>",
      "",
      "null",
      "[]",
      '"text"',
      Buffer.from(whole.replace("Ada", "Ad\u00e5"), "latin1"),
    ]) {
      const { code } = await readFrom((_, response) => response.writeHead(200).end(body));
      expect(code, body.slice(0, 30).toString()).toBe("bad_answer");
    }
  });

  it("a success other than 200 is no answer", async () => {
    const { code } = await readFrom((_, response) => sendJson(response, wireSheet(), 201));
    expect(code).toBe("bad_answer");
  });

  it("stops for the caller, before the call and during it", async () => {
    const server = await stub(() => {});
    const early = await adapter(server).getSheet(own, sheetId, { signal: AbortSignal.abort() });
    expect(early).toMatchObject({ ok: false, error: { code: "aborted" } });
    expect(server.seen).toHaveLength(0);
    const late = await adapter(server).getSheet(own, sheetId, { signal: AbortSignal.timeout(80) });
    expect(late).toMatchObject({ ok: false, error: { code: "aborted" } });
    await server.hungUp;
  });

  it("nobody listening is unavailable", async () => {
    const server = await stub(() => {});
    await server.close();
    const result = await adapter(server).getProfile(own);
    expect(result).toMatchObject({ ok: false, error: { code: "unavailable" } });
  });

  it("I17 keeps what the upstream wrote, and the token, out of the error", async () => {
    const { result } = await readFrom((_, response) =>
      sendJson(response, { errorCode: 1002, message: `Bearer ${TOKEN} <b>`, refId: `${TOKEN} x` }, 401),
    );
    expect(result).toMatchObject({ ok: false, error: { code: "token_invalid", errorCode: 1002 } });
    expect(JSON.stringify(result)).not.toMatch(/own-token|<b>/);
  });
});
