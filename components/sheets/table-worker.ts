import { askTable, type TableReply } from "./ask-table";

export type ToWorker = { id: number; path: string; tag: string | null } | { id: number; abort: true };
export interface FromWorker {
  id: number;
  reply: TableReply;
}

/** The part of a worker's own world that is used here; the compiler knows only a window's. */
interface WorkerScope {
  addEventListener(type: "message", listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const running = new Map<number, AbortController>();

/** Fetches and unpacks whole sheets away from the thread that draws; their bytes are handed over, not copied. */
scope.addEventListener("message", async ({ data }) => {
  if ("abort" in data) return running.get(data.id)?.abort();
  const own = new AbortController();
  running.set(data.id, own);
  try {
    const reply = await askTable(data.path, data.tag, own.signal);
    scope.postMessage({ id: data.id, reply }, reply.kind === "table" ? [reply.bytes] : []);
  } catch {
    // Aborted: whoever asked has stopped listening.
  } finally {
    running.delete(data.id);
  }
});
