import { askTable, type TableReply } from "./ask-table";
import type { FromWorker, ToWorker } from "./table-worker";

interface Waiting {
  answer(reply: TableReply): void;
  /** Asks again without the worker. */
  askHere(): void;
}

const waiting = new Map<number, Waiting>();
let lastId = 0;
/** One for the whole tab; null where there is none, or where it did not start. */
let shared: Worker | null | undefined;

function sharedWorker(): Worker | null {
  if (shared !== undefined) return shared;
  if (typeof Worker === "undefined") {
    shared = null;
    return null;
  }
  const worker = new Worker(new URL("./table-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) =>
    waiting.get(data.id)?.answer(data.reply),
  );
  worker.addEventListener("error", () => {
    shared = null;
    worker.terminate();
    for (const each of [...waiting.values()]) each.askHere();
  });
  shared = worker;
  return worker;
}

/** `askTable` in the tab's worker. Rejects only when aborted. */
export function requestTable(path: string, tag: string | null, signal: AbortSignal): Promise<TableReply> {
  const worker = sharedWorker();
  if (worker === null) return askTable(path, tag, signal);
  return new Promise((resolve, reject) => {
    const id = ++lastId;
    const post = (message: ToWorker) => worker.postMessage(message);
    const done = () => {
      waiting.delete(id);
      signal.removeEventListener("abort", abort);
    };
    const abort = () => {
      done();
      post({ id, abort: true });
      reject(signal.reason);
    };
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", abort);
    waiting.set(id, {
      answer(reply) {
        done();
        resolve(reply);
      },
      askHere() {
        done();
        askTable(path, tag, signal).then(resolve, reject);
      },
    });
    post({ id, path, tag });
  });
}
