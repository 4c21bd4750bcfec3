import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readTable } from "@/lib/columnar/read-table";
import { type SheetMeta, sheetOf } from "@/lib/columnar/source-sheet";
import type { SheetId } from "@/lib/policy/ids";
import { decodeSheet } from "@/lib/smartsheet/decode-sheet";
import { WIRE_SHEET_ID, wireSheet } from "@/lib/smartsheet/testing/wire-sheet";
import { buildWorker, DECODE_WORKER } from "@/scripts/build-worker.mjs";
import { createSheetDecoder } from "./decoder";

const wanted = { sheetId: WIRE_SHEET_ID as SheetId };
const AT = "2026-11-24T09:00:00Z";

function large(ids: { first: bigint }, rows = 4_000) {
  const columnIds = Array.from({ length: 10 }, (_, at) => 7_000_000_000_000_001 + at);
  const lines = Array.from({ length: rows }, (_, at) => {
    const cells = columnIds.map((columnId, n) => ({
      columnId,
      value: at * n,
      displayValue: `${at * n} pieces`,
    }));
    return `{"id":${ids.first + BigInt(at)},"rowNumber":${at + 1},"cells":${JSON.stringify(cells)}}`;
  });
  const columns = columnIds.map((id, index) => ({ id, index, title: `C${index}`, type: "TEXT_NUMBER" }));
  const head = JSON.stringify({ id: Number(WIRE_SHEET_ID), name: "Large", version: 1, columns });
  return Buffer.from(`${head.slice(0, -1)},"rows":[${lines.join(",")}]}`);
}

describe("the decoding worker", () => {
  beforeAll(buildWorker);

  it.each([
    ["ordinary ids", 7_123_456_789_000_000n],
    ["I14 ids a number cannot hold", 9_007_199_254_740_993n],
  ])("F09 gives what decoding in place gives, and leaves requests their turn (%s)", async (_, first) => {
    expect(existsSync(DECODE_WORKER)).toBe(true);
    const body = large({ first });
    const inPlace = await decodeSheet(Buffer.from(body), wanted, AT);
    const decode = createSheetDecoder(DECODE_WORKER, { inPlaceBytes: 0 });
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const table = await decode(Buffer.from(body), wanted, AT);
    clearInterval(timer);
    expect(table && Buffer.compare(table, inPlace ?? new Uint8Array())).toBe(0);
    const rows = table ? sheetOf(readTable<SheetMeta>(table)).rows : [];
    expect([rows.length, rows[1]?.id]).toEqual([4_000, String(first + 1n)]);
    expect(turns).toBeGreaterThan(0);
  });

  it("F06 refuses what is no whole sheet, and goes on with the next", async () => {
    const decode = createSheetDecoder(DECODE_WORKER, { inPlaceBytes: 0 });
    const body = large({ first: 1n }, 20);
    const answers = await Promise.all([
      decode(Buffer.from(body.subarray(0, -2)), wanted, AT),
      decode(Buffer.from(JSON.stringify(wireSheet())), wanted, AT),
      decode(Buffer.from("<html>"), wanted, AT),
      decode(Buffer.alloc(0), wanted, AT),
    ]);
    expect(answers.map((answer) => answer !== null)).toEqual([false, true, false, false]);
  });

  it("says so when the worker dies, and starts another for the next sheet", async () => {
    const decode = createSheetDecoder("no-such-file.mjs", { inPlaceBytes: 0 });
    expect(await decode(Buffer.from(JSON.stringify(wireSheet())), wanted, AT)).not.toBeNull();
    const dying = createSheetDecoder(DECODE_WORKER, { inPlaceBytes: 0, mostHeapMb: 8 });
    await expect(dying(large({ first: 1n }, 40_000), wanted, AT)).rejects.toThrow();
  });
});
