import "server-only";
import type { Clock } from "@/lib/clock";
import { readTable } from "@/lib/columnar/read-table";
import { redated, type SheetMeta, sheetOf, tableOf } from "@/lib/columnar/source-sheet";
import type { SourceSheet } from "@/lib/policy/sheet";
import { fail, ok, type Result } from "@/lib/result";
import type { UpstreamError } from "@/lib/smartsheet/port";
import { type CopyKey, keyText } from "./copy-keys";
import type { DiskStore } from "./disk-store";
import type { Copy, MemoryStore } from "./memory-store";

/** The two questions a copy is made and kept fresh with, both by the same right. */
export interface CopySource {
  version(): Promise<Result<number, UpstreamError>>;
  read(): Promise<Result<SourceSheet, UpstreamError>>;
}

export interface Wish {
  /** A copy known to be true so many seconds ago is good enough; 0 asks now. */
  freshSeconds: number;
  /** How old it may be shown while Smartsheet does not answer, in seconds. */
  staleSeconds: number;
}

export interface CopyAnswer {
  /** `fetchedAt`: when it was last known to be what Smartsheet has. */
  sheet: SourceSheet;
  /** Why it is older than wished, or null. */
  stale: UpstreamError | null;
}

/**
 * Raw copies of sheets, whole and validated, never projected ones (I15), in memory and sealed on disk. However many ask,
 * one question goes out; a sheet is read again only when its version moved.
 */
export interface SheetCopies {
  look(key: CopyKey, wish: Wish, source: CopySource): Promise<Result<CopyAnswer, UpstreamError>>;
  /** The copy at a version that was just asked for, by whatever right; read now where there is none. */
  ensure(
    key: CopyKey,
    version: number,
    read: CopySource["read"],
  ): Promise<Result<SourceSheet, UpstreamError>>;
  /** The copy in memory, where it is at this version and known to be true so many seconds ago. */
  peek(key: CopyKey, version: number, freshSeconds: number): SourceSheet | null;
  drop(key: CopyKey): void;
}

/** The right is gone: what it read goes with it (F11). */
const GONE: ReadonlySet<UpstreamError["code"]> = new Set(["not_found", "cannot_assume"]);
/** Smartsheet is at fault, and an older copy is better than nothing (F01-F06). */
const PASSING: ReadonlySet<UpstreamError["code"]> = new Set([
  "rate_limited",
  "unavailable",
  "timeout",
  "bad_answer",
]);

export function createSheetCopies(parts: {
  memory: MemoryStore;
  /** Null where nothing is kept on disk. */
  disk: DiskStore | null;
  clock: Clock;
  monotonicMs: () => number;
}): SheetCopies {
  const { memory, disk, clock, monotonicMs } = parts;
  const asking = new Map<string, Promise<Result<Copy, UpstreamError>>>();

  async function find(name: string): Promise<Copy | null> {
    const kept = memory.get(name);
    if (kept || !disk) return kept;
    const bytes = await disk.find(name);
    // Somebody may have read it anew in the meantime.
    if (!bytes || memory.get(name)) return memory.get(name);
    // Not known to be true until its version was asked for.
    const copy = { sheet: sheetOf(readTable<SheetMeta>(bytes)), checkedAt: Number.NEGATIVE_INFINITY };
    memory.keep(name, copy);
    return copy;
  }

  function drop(name: string): void {
    memory.drop(name);
    void disk?.drop(name);
  }

  /** Asks what the version is, and reads the whole only when it moved. */
  async function renew(name: string, source: CopySource): Promise<Result<Copy, UpstreamError>> {
    const kept = await find(name);
    const askedAt = monotonicMs();
    const at = clock.now().toISOString();
    if (kept) {
      const version = await source.version();
      if (!version.ok) return lost(name, version.error);
      if (version.value === kept.sheet.version) return ok(confirm(name, kept, askedAt, at));
    }
    const read = await source.read();
    if (!read.ok) return lost(name, read.error);
    const copy = { sheet: read.value, checkedAt: askedAt };
    memory.keep(name, copy);
    const table = disk && tableOf(read.value);
    if (table) void disk.save(name, table.bytes);
    return ok(copy);
  }

  function confirm(name: string, kept: Copy, checkedAt: number, at: string): Copy {
    const copy = { sheet: redated(kept.sheet, at), checkedAt };
    memory.keep(name, copy);
    return copy;
  }

  function lost(name: string, error: UpstreamError): Result<never, UpstreamError> {
    if (GONE.has(error.code)) drop(name);
    return fail(error);
  }

  function renewOnce(name: string, source: CopySource): Promise<Result<Copy, UpstreamError>> {
    const under = asking.get(name);
    if (under) return under;
    const started = renew(name, source).finally(() => asking.delete(name));
    asking.set(name, started);
    return started;
  }

  const isWithin = (copy: Copy, seconds: number) => monotonicMs() - copy.checkedAt < seconds * 1000;

  return {
    async look(key, { freshSeconds, staleSeconds }, source) {
      const name = keyText(key);
      const kept = memory.get(name);
      if (kept && isWithin(kept, freshSeconds)) return ok({ sheet: kept.sheet, stale: null });
      const renewed = await renewOnce(name, source);
      if (renewed.ok) return ok({ sheet: renewed.value.sheet, stale: null });
      const { error } = renewed;
      // Asked for again: what was kept may be gone by now, or have come from disk.
      const still = PASSING.has(error.code) ? memory.get(name) : null;
      return still && isWithin(still, staleSeconds) ? ok({ sheet: still.sheet, stale: error }) : renewed;
    },
    async ensure(key, version, read) {
      const name = keyText(key);
      const answer = await renewOnce(name, { version: async () => ok(version), read });
      return answer.ok ? ok(answer.value.sheet) : answer;
    },
    peek(key, version, freshSeconds) {
      const kept = memory.get(keyText(key));
      return kept?.sheet.version === version && isWithin(kept, freshSeconds) ? kept.sheet : null;
    },
    drop: (key) => drop(keyText(key)),
  };
}
