import "server-only";
import type { SourceSheet } from "@/lib/policy/sheet";
import type { Result } from "@/lib/result";
import type { UpstreamError } from "@/lib/smartsheet/port";

/**
 * Raw copies of sheets in memory, whole and validated, never projected ones (I15). Keyed by whose right read them:
 * a delegated copy by connection, assumed user, sheet and columns; an own copy by the person who read it.
 */
export interface SheetCopies {
  delegatedKey(
    connectionId: string,
    assume: string,
    sheetId: string,
    columnIds: readonly string[] | null,
  ): string;
  ownKey(userId: string, sheetId: string): string;
  /** A copy not older than `maxAgeSeconds`, else one new read however many ask at once. Failures are not kept. */
  getOrRead(
    key: string,
    maxAgeSeconds: number,
    read: () => Promise<Result<SourceSheet, UpstreamError>>,
  ): Promise<Result<SourceSheet, UpstreamError>>;
  drop(key: string): void;
  /** Every copy one person's own token read. */
  dropOwn(userId: string): void;
  clear(): void;
}

/** A cell of text costs about this much in memory; measured with 500,000 cells, rounded up. */
const BYTES_PER_CELL = 120;

export function createSheetCopies(maxBytes: number, monotonicMs: () => number): SheetCopies {
  const kept = new Map<string, { sheet: SourceSheet; bytes: number; readAt: number }>();
  const reading = new Map<string, Promise<Result<SourceSheet, UpstreamError>>>();
  let bytes = 0;

  function drop(key: string): void {
    const copy = kept.get(key);
    if (!copy) return;
    kept.delete(key);
    bytes -= copy.bytes;
  }

  function keep(key: string, sheet: SourceSheet): void {
    drop(key);
    const size = (sheet.rows.length * sheet.columns.length + 100) * BYTES_PER_CELL;
    if (size > maxBytes) return;
    kept.set(key, { sheet, bytes: size, readAt: monotonicMs() });
    bytes += size;
    // A Map lists its keys oldest first, and a used copy is put back at the end.
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) return;
      drop(oldest);
    }
  }

  return {
    delegatedKey(connectionId, assume, sheetId, columnIds) {
      const columns = columnIds === null ? "all" : [...columnIds].sort();
      return JSON.stringify(["delegated", connectionId, assume, sheetId, columns]);
    },
    ownKey: (userId, sheetId) => JSON.stringify(["own", userId, sheetId]),
    async getOrRead(key, maxAgeSeconds, read) {
      const copy = kept.get(key);
      if (copy && monotonicMs() - copy.readAt < maxAgeSeconds * 1000) {
        kept.delete(key);
        kept.set(key, copy);
        return { ok: true, value: copy.sheet };
      }
      const under = reading.get(key);
      if (under) return under;
      const started = read()
        .then((answer) => {
          if (answer.ok) keep(key, answer.value);
          else if (answer.error.code === "not_found" || answer.error.code === "cannot_assume") drop(key);
          return answer;
        })
        .finally(() => reading.delete(key));
      reading.set(key, started);
      return started;
    },
    drop,
    dropOwn(userId) {
      const prefix = JSON.stringify(["own", userId]).slice(0, -1);
      for (const key of [...kept.keys()]) if (key.startsWith(`${prefix},`)) drop(key);
    },
    clear() {
      kept.clear();
      bytes = 0;
    },
  };
}
