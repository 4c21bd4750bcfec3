import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { column, row } from "@/components/grid/sample";
import { bytesOf } from "@/components/grid/table.test-helper";
import { loadRows } from "./load-rows";
import type { SheetLike } from "./sheet-like";

const columns = [column(1, "TEXT_NUMBER", { primary: true })];
const sheet = {
  id: "1",
  name: "Flights",
  version: 3,
  tag: "t1",
  fetchedAt: "2026-11-24T08:00:00Z",
  totalRowCount: 2,
};
const meta = { tag: "t1", sheet, access: { via: "own" }, columns };
const table = bytesOf([row(1, null, { "1": { value: "Löwe" } }), row(2, 1)], columns, meta);

/** A real server over a real connection, whose next answer each test gives. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  answer(request, response);
});
let path = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  path = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/sheets/1`;
});
afterAll(() => server.close());

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  answer = (_, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
};
const bytes = (body: Uint8Array, headers: Record<string, string> = {}) => {
  answer = (_, response) => {
    response.writeHead(200, { "content-type": "application/octet-stream", ...headers });
    response.end(body);
  };
};
const load = (known: Parameters<typeof loadRows<SheetLike>>[1] = null) => {
  asked = [];
  return loadRows<SheetLike>(path, known, new AbortController().signal);
};

describe("loadRows", () => {
  it("brings all rows in one packed answer, with what is said beside them", async () => {
    bytes(brotliCompressSync(table), { "content-encoding": "br" });
    const { tag, answer: got } = await load();
    expect(asked).toEqual(["/api/v1/sheets/1/table"]);
    expect(tag).toBe("t1");
    expect(got).toMatchObject({ sheet, access: { via: "own" }, columns });
    expect(got).not.toHaveProperty("tag");
    expect(got.rows.map(({ id, parentId, cells }) => [id, parentId, cells["1"]?.value])).toEqual([
      ["1", null, "Löwe"],
      ["2", "1", undefined],
    ]);
  });

  it("keeps the very rows it had when told that nothing changed, with the new age and rights", async () => {
    bytes(table);
    const known = await load();
    const fetchedAt = "2026-11-24T09:00:00Z";
    json(200, { unchanged: true, tag: "t1", fetchedAt, access: { via: "delegated" } });
    const now = await load({
      ...known,
      answer: { ...known.answer, sheet: { ...sheet, stale: { code: "upstream_timeout", message: "No." } } },
    });
    expect(asked).toEqual(["/api/v1/sheets/1/table?tag=t1"]);
    expect(now.answer.rows).toBe(known.answer.rows);
    expect(now.answer.sheet).toEqual({ ...sheet, fetchedAt });
    expect(now.answer.access).toEqual({ via: "delegated" });
  });

  it("T04 passes a refusal on as it was said, and asks no second time", async () => {
    json(404, { error: { code: "not_found", message: "Nothing here.", requestId: "r1" } });
    await expect(load()).rejects.toMatchObject({ code: "not_found", requestId: "r1" });
    expect(asked).toHaveLength(1);
  });

  it("F01 asks again after the wait that was named", async () => {
    let calls = 0;
    answer = (_, response) => {
      calls += 1;
      const isFirst = calls === 1;
      response.writeHead(isFirst ? 429 : 200, {
        "content-type": isFirst ? "application/json" : "application/octet-stream",
        "retry-after": "1",
      });
      response.end(isFirst ? JSON.stringify({ error: { code: "rate_limited", message: "Wait." } }) : table);
    };
    expect((await load()).tag).toBe("t1");
    expect(asked).toHaveLength(2);
  });

  it.each([
    ["a page", () => bytes(Buffer.from("<html>"), { "content-type": "text/html" })],
    ["bytes that are no table", () => bytes(Buffer.alloc(64))],
    ["a table that was cut", () => bytes(table.subarray(0, table.length - 200))],
    ["nothing", () => bytes(Buffer.alloc(0))],
    ["JSON of another kind", () => json(200, { rows: [] })],
    [
      "'unchanged' that nobody asked for",
      () => json(200, { unchanged: true, tag: "t1", fetchedAt: "", access: {} }),
    ],
  ])("F06 refuses %s whole", async (_, serve) => {
    serve();
    await expect(load()).rejects.toMatchObject({ code: "internal" });
  });

  it("stops when it is told to", async () => {
    answer = () => {};
    const stopping = new AbortController();
    const loading = loadRows<SheetLike>(path, null, stopping.signal);
    setTimeout(() => stopping.abort(), 50);
    await expect(loading).rejects.toThrow();
    server.closeAllConnections();
  });
});
