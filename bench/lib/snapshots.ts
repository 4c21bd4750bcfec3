import { readFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { readTable } from "@/lib/columnar/read-table";
import { type SheetMeta, sheetOf, tableOf } from "@/lib/columnar/source-sheet";
import { decide } from "@/lib/policy/decide";
import type { ConnectionId, RuleId, SheetId, UserId } from "@/lib/policy/ids";
import { layoutOf } from "@/lib/policy/layout";
import { project } from "@/lib/policy/project";
import type { SourceSheet, VisibleSheet } from "@/lib/policy/sheet";
import type { AnyRule } from "@/lib/policy/types";
import { toTable } from "@/lib/sheets/table-answer";
import { packTable } from "@/lib/sheets/table-body";
import { createSheetDecoder } from "@/lib/snapshots/decoder";
import { MemoryStore } from "@/lib/snapshots/memory-store";

/** What to measure of one body, as the sandbox sent it. */
interface Task {
  do: "cold" | "size" | "hot";
  file: string;
  sheetId: string;
  runs: number;
}

const NOW = "2026-11-24T12:00:00Z";
const decode = createSheetDecoder(join(process.cwd(), "build", "decode-worker.mjs"));

process.once("message", async (task: Task) => {
  const body = readFileSync(task.file);
  const measure = { cold, size, hot }[task.do];
  process.send?.(await measure(body, task), () => process.exit(0));
});

/** The bare parse and each way to a first answer, by turns, so that a slow minute is slow for all. */
async function cold(body: Buffer, { sheetId, runs }: Task) {
  const started = await timed(() => opened(body, sheetId));
  const found = {
    started: [started.ms],
    parse: [] as number[],
    decode: [] as number[],
    rows: [] as number[],
    table: [] as number[],
    held: [] as number[],
  };
  for (let run = 0; run < runs; run++) {
    const text = body.toString("utf8");
    found.parse.push((await timed(() => JSON.parse(text))).ms);
    await pause(100);
    found.decode.push((await timed(() => opened(body, sheetId))).ms);
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const rows = await timed(async () => firstRows(visible(await opened(body, sheetId)), 100));
    await pause(20);
    const table = await timed(async () => packed(visible(await opened(body, sheetId))));
    await pause(20);
    loop.disable();
    found.rows.push(rows.ms);
    found.table.push(table.ms);
    found.held.push(loop.max / 1e6);
  }
  return { ...found, megabytes: body.byteLength / 1e6 };
}

async function size(body: Buffer, { sheetId }: Task) {
  const sheet = await opened(body, sheetId);
  const { bytes } = await packed(visible(sheet));
  return {
    rows: sheet.rows.length,
    columns: sheet.columns.length,
    body: body.byteLength,
    table: tableOf(sheet)?.byteLength ?? 0,
    packed: bytes.byteLength,
  };
}

/** Ten such sheets as ten connections would read them, each shown once. */
async function hot(body: Buffer, { sheetId }: Task) {
  await opened(body, sheetId);
  await settled();
  const before = process.memoryUsage();
  const store = new MemoryStore(192 * 1024 * 1024);
  const names = Array.from({ length: 10 }, (_, n) => `copy ${n}`);
  for (const name of names) {
    const sheet = await opened(body, sheetId);
    store.keep(name, { sheet, checkedAt: 0 });
    await packed(visible(sheet));
  }
  await settled();
  const after = process.memoryUsage();
  return {
    kept: names.filter((name) => store.get(name) !== null).length,
    counted: store.bytes / 1e6,
    heap: (after.heapUsed - before.heapUsed) / 1e6,
    buffers: (after.arrayBuffers - before.arrayBuffers) / 1e6,
    resident: (after.rss - before.rss) / 1e6,
  };
}

async function opened(body: Buffer, sheetId: string): Promise<SourceSheet> {
  // A buffer of its own, as the transport hands it over.
  const own = new Uint8Array(body.byteLength);
  own.set(body);
  const table = await decode(own, { sheetId: sheetId as SheetId }, NOW);
  if (!table) throw new Error("The body is no sheet.");
  return sheetOf(readTable<SheetMeta>(table));
}

function visible(sheet: SourceSheet): VisibleSheet {
  const rule: AnyRule = {
    ...{ id: "R-1" as RuleId, version: 1, effect: "permit", principal: { type: "everyone" } },
    ...{ resource: { type: "sheet", id: sheet.id }, actions: ["read"], columns: { mode: "all" } },
    ...{ rows: null, startsAt: null, endsAt: "2027-12-31T00:00:00Z" },
    delegation: { connectionId: "C-1" as ConnectionId, assume: "dana@acme.test" },
  };
  const person = {
    ...{ userId: "48000000001" as UserId, email: "vik@acme.test", name: "Vik Viewer" },
    ...{ enabled: true, groups: [], localGroups: [] },
  };
  const facts = {
    ...{ now: NOW, today: "2026-11-24", own: "no" as const },
    switches: { appPaused: false, delegationPaused: false },
    clock: { weekday: 2 as const, time: "12:00" },
  };
  const decision = decide({ person, sheetId: sheet.id, action: "read" }, [rule], facts);
  if (decision.effect === "deny") throw new Error("The benchmark shows nothing.");
  const source = {
    ...{ connectionId: "C-1" as ConnectionId, assume: "dana@acme.test" },
    ...{ sheet, allColumnIds: null },
  };
  const shown = project(decision, [source]);
  if (shown.kind !== "visible") throw new Error("Nothing shows.");
  return shown.sheet;
}

function firstRows(sheet: VisibleSheet, count: number): string {
  const layout = layoutOf(sheet);
  return JSON.stringify(Array.from({ length: Math.min(count, layout.count) }, (_, at) => layout.rowAt(at)));
}

function packed(sheet: VisibleSheet) {
  return packTable(toTable(sheet, { columns: sheet.columns }), "br");
}

async function timed<T>(run: () => T | Promise<T>) {
  const before = performance.now();
  const value = await run();
  return { ms: performance.now() - before, value };
}

async function settled(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    (globalThis as { gc?: () => void }).gc?.();
    await pause(50);
  }
}
