import "server-only";
import { getHeapStatistics } from "node:v8";
import { tableOf } from "@/lib/columnar/source-sheet";
import type { SourceSheet } from "@/lib/policy/sheet";

/** A copy in memory, and when it was last known to be what Smartsheet has. */
export interface Copy {
  sheet: SourceSheet;
  /** Monotonic milliseconds. */
  checkedAt: number;
}

/** What a row costs beside its cells, and a cell that lies in no table. Rounded up from measurements. */
const BYTES_PER_ROW = 200;
const BYTES_PER_CELL = 120;

export function bytesOf(sheet: SourceSheet): number {
  const table = tableOf(sheet);
  if (table) return table.byteLength + table.rowCount * BYTES_PER_ROW;
  return sheet.rows.length * (BYTES_PER_ROW + sheet.columns.length * BYTES_PER_CELL);
}

/** Copies by key within so many bytes; who was not used for longest goes first. */
export class MemoryStore {
  readonly #kept = new Map<string, { copy: Copy; bytes: number }>();
  readonly #maxBytes: number;
  readonly #isFull: () => boolean;
  #bytes = 0;

  /** `isFull`: whether the process as a whole is short of memory (F26). */
  constructor(maxBytes: number, isFull: () => boolean = isHeapFull) {
    this.#maxBytes = maxBytes;
    this.#isFull = isFull;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): Copy | null {
    const entry = this.#kept.get(key);
    if (!entry) return null;
    // A Map lists its keys oldest first, and a used copy is put back at the end.
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    return entry.copy;
  }

  keep(key: string, copy: Copy): void {
    this.drop(key);
    const bytes = bytesOf(copy.sheet);
    if (bytes > this.#maxBytes) return;
    this.#kept.set(key, { copy, bytes });
    this.#bytes += bytes;
    this.#shrinkTo(this.#isFull() ? this.#maxBytes / 2 : this.#maxBytes, key);
  }

  drop(key: string): void {
    const entry = this.#kept.get(key);
    if (!entry) return;
    this.#kept.delete(key);
    this.#bytes -= entry.bytes;
  }

  /** The newest stays: whoever just read it is about to show it. */
  #shrinkTo(most: number, newest: string): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= most || oldest === newest) return;
      this.drop(oldest);
    }
  }
}

const FULL = 0.8;

/** Whether four fifths of what the process may use are used. */
function isHeapFull(): boolean {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  if (used_heap_size > FULL * heap_size_limit) return true;
  const limit = process.constrainedMemory?.() ?? 0;
  // Without a limit of its own, Node reports none or one beyond any machine.
  return limit > 0 && limit < 2 ** 50 && process.memoryUsage.rss() > FULL * limit;
}
