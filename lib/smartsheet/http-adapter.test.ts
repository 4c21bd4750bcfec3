import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import type { ColumnId, SheetId } from "@/lib/policy/ids";
import { Secret } from "@/lib/secret";
import { createSmartsheet } from "./http-adapter";
import type { Authority } from "./port";
import { adapter, closeStubs, own, readFrom, sheetId, stub, TOKEN } from "./testing/http-harness";
import { sendJson } from "./testing/stub-server";
import { wireSheet } from "./testing/wire-sheet";

const assuming: Authority = { lane: "admin", token: new Secret("raw-token"), assume: "olga+pay@acme.test" };

afterEach(closeStubs);

describe("a sheet read", () => {
  it("I12 passes on allow-listed fields only", async () => {
    const { result } = await readFrom((_, response) => sendJson(response, wireSheet()));
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.rows[0]?.cells).toEqual({
      "101": { value: "Ada", displayValue: "Ada" },
      "102": { value: 5000, displayValue: "5,000", format: ",,1" },
    });
    expect(result.value.rows[1]?.parentId).toBe("201");
    expect(JSON.stringify(result.value)).not.toMatch(/SUM|permalink|olga|secret/);
  });

  it("asks for everything it shows, joins column ids by commas, and takes gzip only", async () => {
    const server = await stub((_, response) => sendJson(response, wireSheet()));
    await adapter(server).getSheet(own, sheetId, { columnIds: ["101", "102"] as ColumnId[] });
    const url = new URL(server.seen[0]?.url ?? "", server.origin);
    expect(url.pathname).toBe(`/2.0/sheets/${sheetId}`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      include: "objectValue,format",
      exclude: "nonexistentCells",
      level: "2",
      columnIds: "101,102",
    });
    expect(server.seen[0]?.headers["accept-encoding"]).toBe("gzip");
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it("I14 keeps ids above 2^53 exact, in small answers and in large ones", async () => {
    const big = "9223372036854775807";
    for (const padding of ["", "x".repeat(3_000_000)]) {
      const body = JSON.stringify(wireSheet({ name: padding }))
        .replaceAll("201", big)
        .replaceAll(":101", ":9007199254740993")
        .replace("5000", "12345678901234567890");
      const { result } = await readFrom((_, response) => sendJson(response, body));
      if (!result.ok) throw new Error(result.error.code);
      expect(result.value.rows.map((row) => [row.id, row.parentId])).toEqual([
        [big, null],
        ["202", big],
      ]);
      expect(result.value.columns[0]?.id).toBe("9007199254740993");
      expect(result.value.rows[0]?.cells["9007199254740993"]?.value).toBe("Ada");
      expect(result.value.rows[0]?.cells["102"]?.value).toBe("12345678901234567890");
    }
  });

  it("reads a gzip answer", async () => {
    const { code } = await readFrom((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
      response.end(gzipSync(JSON.stringify(wireSheet())));
    });
    expect(code).toBe("ok");
  });
});

describe("who is asked for", () => {
  it("I07 sends the assumed address once, URI-encoded, and never in the own lane (T02)", async () => {
    const { server } = await readFrom((_, response) => sendJson(response, wireSheet()), {}, assuming);
    expect(server.seen[0]?.headers["assume-user"]).toBe("olga%2Bpay%40acme.test");
    expect(server.seen[0]?.headers.authorization).toBe("Bearer raw-token");
    const second = await readFrom((_, response) => sendJson(response, wireSheet()));
    expect(second.server.seen[0]?.headers["assume-user"]).toBeUndefined();
  });

  it("I07 sends nothing for an address that is not exactly one plain address", async () => {
    const { server, code } = await readFrom(
      (_, response) => sendJson(response, wireSheet()),
      {},
      { lane: "admin", token: new Secret("raw"), assume: "olga@acme.test,ada@acme.test" },
    );
    expect(code).toBe("cannot_assume");
    expect(server.seen).toHaveLength(0);
  });

  it("I17 refuses a token that no header can hold, without sending or quoting it", async () => {
    const bad: Authority = { lane: "own", token: new Secret("line\nbreak") };
    const { server, result } = await readFrom((_, response) => sendJson(response, wireSheet()), {}, bad);
    expect(result).toMatchObject({ ok: false, error: { code: "token_invalid" } });
    expect(JSON.stringify(result)).not.toContain("break");
    expect(server.seen).toHaveLength(0);
  });

  it("asks for nothing when the id is no id", async () => {
    const server = await stub((_, response) => sendJson(response, wireSheet()));
    const result = await adapter(server).getSheet(own, "1/../../users" as SheetId);
    expect(result).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(server.seen).toHaveLength(0);
  });

  it("T15 takes no http address but this machine's", () => {
    for (const apiUrl of [
      "http://api.smartsheet.com/2.0",
      "http://10.0.0.1/2.0",
      "http://127.0.0.1.evil.test/2.0",
      "ftp://127.0.0.1/",
      "https://name:word@api.smartsheet.com/2.0",
      "nonsense",
    ]) {
      expect(() => createSmartsheet({ apiUrl }), apiUrl).toThrow();
    }
    expect(() => createSmartsheet({ apiUrl: "https://api.smartsheet.eu/2.0" })).not.toThrow();
  });

  it("I18 tells of calls without query, header or body", async () => {
    const told: unknown[] = [];
    const server = await stub((_, response) => sendJson(response, { data: [], totalPages: 0 }));
    await adapter(server, { onCall: (info) => told.push(info) }).listUsers(own, { email: "vik@acme.test" });
    expect(told).toEqual([
      { method: "GET", path: "users", status: 200, ms: expect.any(Number), lane: "own" },
    ]);
  });
});
