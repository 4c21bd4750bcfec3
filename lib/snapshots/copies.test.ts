import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sheetOf } from "@/lib/columnar/source-sheet";
import type { ColumnId, RowId, SheetId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { fail, ok } from "@/lib/result";
import type { UpstreamError } from "@/lib/smartsheet/port";
import { sheetTable } from "@/lib/smartsheet/testing/sheet-table";
import { createSheetCopies, type SheetCopies } from "./copies";
import type { CopyKey } from "./copy-keys";
import { DiskStore } from "./disk-store";
import { bytesOf, MemoryStore } from "./memory-store";

const SHEET = "4583173393803140" as SheetId;
const SECRET = "SECRET-CELL-7d1f";
const key: CopyKey = {
  lane: "delegated",
  connectionId: "C-1",
  assume: "olga@acme.test",
  sheetId: SHEET,
  columnIds: null,
};
const wish = { freshSeconds: 15, staleSeconds: 600 };
const MEMORY = 8 * 1024 * 1024;

/** Smartsheet as a copy sees it: a version, the cells of it, and how often each was asked for. */
class Upstream {
  version = 1;
  text = SECRET;
  error: UpstreamError | null = null;
  readonly asked = { version: 0, read: 0 };
  /** Awaited before each answer. */
  pause: Promise<void> = Promise.resolve();

  readonly source = {
    version: async () => {
      this.asked.version += 1;
      await this.pause;
      return this.error ? fail(this.error) : ok(this.version);
    },
    read: async () => {
      this.asked.read += 1;
      await this.pause;
      return this.error ? fail(this.error) : ok(this.sheet());
    },
  };

  sheet(rows = 3): SourceSheet {
    return sheetOf(
      sheetTable({
        ...{ id: SHEET, name: "Plan", version: this.version, fetchedAt: nowIso() },
        columns: [{ id: "1" as ColumnId, index: 0, title: "A", type: "TEXT_NUMBER" }],
        rows: Array.from({ length: rows }, (_, at) => ({
          id: String(at + 1) as RowId,
          rowNumber: at + 1,
          parentId: null,
          cells: { 1: { value: `${this.text} ${at}` } },
        })),
      }),
    );
  }
}

const START = Date.parse("2026-11-24T09:00:00Z");
let elapsedMs: number;
let folder: string;
let secret: Buffer;
let upstream: Upstream;
const nowIso = () => new Date(START + elapsedMs).toISOString();
const wait = (seconds: number) => {
  elapsedMs += seconds * 1000;
};

beforeEach(async () => {
  elapsedMs = 0;
  folder = await mkdtemp(join(tmpdir(), "copies-"));
  secret = randomBytes(32);
  upstream = new Upstream();
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }));

function open(options: { disk?: DiskStore | null; memory?: MemoryStore } = {}): SheetCopies {
  return createSheetCopies({
    memory: options.memory ?? new MemoryStore(MEMORY, () => false),
    disk: options.disk ?? null,
    clock: { now: () => new Date(START + elapsedMs) },
    monotonicMs: () => elapsedMs,
  });
}

const onDisk = (maxBytes = MEMORY) => new DiskStore(folder, secret, maxBytes);
const error = (code: UpstreamError["code"]): UpstreamError => ({ code, message: "as the test says" });

async function seen(copies: SheetCopies, wished = wish) {
  const answer = await copies.look(key, wished, upstream.source);
  if (!answer.ok) return answer.error.code;
  const { sheet, stale } = answer.value;
  return {
    version: sheet.version,
    at: sheet.fetchedAt,
    text: sheet.rows[0]?.cells[1]?.value,
    stale: stale?.code,
  };
}

describe("copies of sheets", () => {
  it("one read serves a thousand who ask at once", async () => {
    const copies = open();
    let go = () => {};
    upstream.pause = new Promise((resolve) => {
      go = resolve;
    });
    const all = Array.from({ length: 1_000 }, () => copies.look(key, wish, upstream.source));
    go();
    for (const answer of await Promise.all(all)) expect(answer.ok).toBe(true);
    expect(upstream.asked).toEqual({ version: 0, read: 1 });
  });

  it("asks for the version alone while nothing changed, and says when it did", async () => {
    const copies = open();
    await seen(copies);
    wait(14);
    expect(await seen(copies)).toMatchObject({ at: "2026-11-24T09:00:00.000Z" });
    expect(upstream.asked).toEqual({ version: 0, read: 1 });
    wait(2);
    expect(await seen(copies)).toMatchObject({ at: "2026-11-24T09:00:16.000Z", stale: undefined });
    expect(upstream.asked).toEqual({ version: 1, read: 1 });
  });

  it("reads again when the version moved, and at once for who asks now", async () => {
    const copies = open();
    await seen(copies);
    upstream.version = 2;
    upstream.text = "changed";
    expect(await seen(copies)).toMatchObject({ version: 1 });
    expect(await seen(copies, { ...wish, freshSeconds: 0 })).toMatchObject({ version: 2, text: "changed 0" });
    expect(upstream.asked).toEqual({ version: 1, read: 2 });
  });

  it.each(["rate_limited", "unavailable", "timeout", "bad_answer"] as const)(
    "F01 F02 F03 F04 F06 after %s the last copy shows, marked, up to the limit",
    async (code) => {
      const copies = open();
      await seen(copies);
      upstream.error = error(code);
      wait(599);
      expect(await seen(copies)).toMatchObject({ version: 1, at: "2026-11-24T09:00:00.000Z", stale: code });
      wait(2);
      expect(await seen(copies)).toBe(code);
      upstream.error = null;
      expect(await seen(copies)).toMatchObject({ version: 1, stale: undefined });
    },
  );

  it("F06 an answer that was refused leaves the copy as it was", async () => {
    const copies = open();
    await seen(copies);
    wait(16);
    upstream.version = 2;
    const broken = { ...upstream.source, read: async () => fail(error("bad_answer")) };
    const answer = await copies.look(key, wish, broken);
    expect(answer).toMatchObject({
      ok: true,
      value: { sheet: { version: 1 }, stale: { code: "bad_answer" } },
    });
    expect(await seen(copies)).toMatchObject({ version: 2 });
  });

  it.each(["not_found", "cannot_assume"] as const)(
    "F11 F16 %s drops the copy, in memory and on disk",
    async (code) => {
      const disk = onDisk();
      const copies = open({ disk });
      await seen(copies);
      wait(16);
      upstream.error = error(code);
      expect(await seen(copies)).toBe(code);
      upstream.error = error("unavailable");
      expect(await seen(copies)).toBe("unavailable");
      await disk.drop("anything");
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it.each(["token_invalid", "token_expired", "too_large"] as const)(
    "F17 after %s nothing old shows, and the copy is there when it works again",
    async (code) => {
      const copies = open();
      await seen(copies);
      wait(16);
      upstream.error = error(code);
      expect(await seen(copies)).toBe(code);
      upstream.error = null;
      await seen(copies);
      expect(upstream.asked.read).toBe(1);
    },
  );

  it("I15 keeps copies apart by connection, assumed user, sheet, columns and lane", async () => {
    const copies = open();
    const others: CopyKey[] = [
      { ...key, connectionId: "C-2" },
      { ...key, assume: "wanda@acme.test" },
      { ...key, sheetId: "1" as SheetId },
      { ...key, columnIds: ["1" as ColumnId] },
      { ...key, columnIds: [] },
      { lane: "own", sheetId: SHEET },
    ];
    await seen(copies);
    for (const other of others) {
      upstream.text = JSON.stringify(other);
      const answer = await copies.look(other, wish, upstream.source);
      expect(answer.ok && answer.value.sheet.rows[0]?.cells[1]?.value).toBe(`${JSON.stringify(other)} 0`);
    }
    expect(upstream.asked.read).toBe(1 + others.length);
  });

  it("an own copy is handed out at a version just asked for, and read when it moved", async () => {
    const copies = open();
    const own: CopyKey = { lane: "own", sheetId: SHEET };
    await copies.ensure(own, 1, upstream.source.read);
    await copies.ensure(own, 1, upstream.source.read);
    expect(upstream.asked.read).toBe(1);
    expect(copies.peek(own, 1, 15)?.version).toBe(1);
    expect(copies.peek(own, 2, 15)).toBeNull();
    wait(16);
    expect(copies.peek(own, 1, 15)).toBeNull();
    upstream.version = 2;
    await copies.ensure(own, 2, upstream.source.read);
    expect(upstream.asked.read).toBe(2);
  });
});

describe("copies on disk", () => {
  it("outlive a restart, and show only after their version was asked for", async () => {
    await seen(open({ disk: onDisk() }));
    await onDisk().drop("anything");
    await untilKept(1);
    expect(await seen(open({ disk: onDisk() }))).toMatchObject({ version: 1, text: `${SECRET} 0` });
    expect(upstream.asked).toEqual({ version: 1, read: 1 });
    upstream.error = error("unavailable");
    expect(await seen(open({ disk: onDisk() }))).toBe("unavailable");
  });

  it("T18 T07 say nothing without the key, and are of no use under another", async () => {
    await seen(open({ disk: onDisk() }));
    const [name = ""] = await untilKept(1);
    const bytes = await readFile(join(folder, name));
    for (const told of [SECRET, SHEET, "olga", "Plan"]) {
      expect(name).not.toContain(told);
      expect(bytes.includes(told)).toBe(false);
    }
    secret = randomBytes(32);
    expect(await onDisk().find("x")).toBeNull();
    expect(await seen(open({ disk: onDisk() }))).toMatchObject({ version: 1 });
    expect(upstream.asked.read).toBe(2);
  });

  it("T18 a copy that was changed, cut off or moved to another's place is deleted and read anew", async () => {
    const spoil: ((bytes: Buffer) => Buffer)[] = [
      (bytes) => bytes.subarray(0, 20),
      (bytes) => bytes.subarray(0, -1),
      (bytes) => Buffer.concat([bytes.subarray(0, 40), Buffer.from([1]), bytes.subarray(41)]),
      () => Buffer.alloc(0),
    ];
    for (const change of spoil) {
      await seen(open({ disk: onDisk() }));
      const [name = ""] = await untilKept(1);
      const bytes = await readFile(join(folder, name));
      await writeFile(join(folder, name), change(bytes));
      const before = upstream.asked.read;
      expect(await seen(open({ disk: onDisk() }))).toMatchObject({ version: 1 });
      expect(upstream.asked.read).toBe(before + 1);
    }
    const disk = onDisk();
    await disk.save("one", Buffer.from("cells"));
    const names = await readdir(folder);
    await disk.save("two", Buffer.from("others"));
    const other = (await readdir(folder)).find((each) => !names.includes(each)) ?? "";
    const mine = names.find((each) => each !== other) ?? "";
    await writeFile(join(folder, other), await readFile(join(folder, mine)));
    expect(await disk.find("two")).toBeNull();
  });

  it("stay within their bytes, the least used going first", async () => {
    const disk = onDisk(6_000);
    for (const name of ["a", "b", "c"]) {
      await disk.save(name, randomBytes(2_500));
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    expect([await disk.find("a"), (await disk.find("c"))?.length]).toEqual([null, 2_500]);
    await disk.save("huge", randomBytes(7_000));
    expect(await disk.find("huge")).toBeNull();
  });

  it("F21 a disk that cannot be written costs no answer", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const disk = new DiskStore(join(file, "below"), secret, MEMORY);
    expect(await seen(open({ disk }))).toMatchObject({ version: 1 });
  });
});

describe("copies in memory", () => {
  it("F09 stay within their bytes, and the one just read stays", async () => {
    const one = bytesOf(upstream.sheet(100));
    const memory = new MemoryStore(one * 2.5, () => false);
    for (const name of ["a", "b", "c"]) memory.keep(name, { sheet: upstream.sheet(100), checkedAt: 0 });
    expect(memory.bytes).toBeLessThanOrEqual(one * 2.5);
    expect([memory.get("a"), memory.get("c") !== null]).toEqual([null, true]);
    memory.keep("a", { sheet: upstream.sheet(1_000), checkedAt: 0 });
    expect(memory.get("a")).toBeNull();
  });

  it("F26 shrink to half when the process runs short", () => {
    const one = bytesOf(upstream.sheet(100));
    let isFull = false;
    const memory = new MemoryStore(one * 4.5, () => isFull);
    for (const name of ["a", "b", "c"]) memory.keep(name, { sheet: upstream.sheet(100), checkedAt: 0 });
    isFull = true;
    memory.keep("d", { sheet: upstream.sheet(100), checkedAt: 0 });
    expect(memory.bytes).toBeLessThanOrEqual(one * 2.25);
    expect(memory.get("d")).not.toBeNull();
  });
});

/** The names on disk, once there are so many. */
async function untilKept(count: number): Promise<string[]> {
  for (let round = 0; round < 200; round++) {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".copy"));
    if (names.length >= count) return names;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("Nothing was kept on disk.");
}
