import { rowsOf } from "@/components/grid/column-values";
import { readTable } from "@/lib/columnar/read-table";
import { ApiFailure, unreadable } from "./fetch-json";
import type { HeldRows } from "./held-rows";
import { requestTable } from "./request-table";
import type { SheetLike } from "./sheet-like";

/** Codes a second try may cure. */
const PASSING = new Set([
  "offline",
  "rate_limited",
  "upstream_busy",
  "upstream_unavailable",
  "upstream_timeout",
]);
const TRIES = 2;
const PAUSE_MS = 1_500;

type TableMeta<A extends SheetLike> = Omit<A, "rows"> & { tag: string };

/** What was held, as of now, or the whole sheet anew. Errors: `ApiFailure`; an aborted call rejects with its reason. */
export async function loadRows<A extends SheetLike>(
  path: string,
  known: HeldRows<A> | null,
  signal: AbortSignal,
): Promise<HeldRows<A>> {
  for (let failures = 0; ; failures += 1) {
    const reply = await requestTable(path, known?.tag ?? null, signal);
    if (reply.kind === "table") return opened<A>(new Uint8Array(reply.bytes));
    if (reply.kind === "unchanged") {
      if (known === null) throw unreadable();
      // The same sheet as it is now: checked just now, so nothing that was wrong with its age still is.
      const { stale: _, ...sheet } = known.answer.sheet;
      const { fetchedAt, access } = reply;
      return { ...known, answer: { ...known.answer, sheet: { ...sheet, fetchedAt }, access } };
    }
    const failure = new ApiFailure(reply.failure);
    if (failures === TRIES || !PASSING.has(failure.code)) throw failure;
    await pause(failure.retryAfterSeconds ? failure.retryAfterSeconds * 1000 : PAUSE_MS, signal);
  }
}

function opened<A extends SheetLike>(bytes: Uint8Array<ArrayBuffer>): HeldRows<A> {
  try {
    const table = readTable<TableMeta<A>>(bytes);
    const { tag, ...said } = table.meta;
    const rows = rowsOf(
      table,
      said.columns.map(({ id }) => id),
    );
    return { tag, answer: { ...said, rows } as unknown as A, byteLength: table.byteLength };
  } catch (cause) {
    throw unreadable(cause);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
