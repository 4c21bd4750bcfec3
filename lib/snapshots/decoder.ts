import "server-only";
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { decodeSheet, type SheetDecoder, type WantedSheet } from "@/lib/smartsheet/decode-sheet";

export interface DecodeQuestion {
  id: number;
  body: Uint8Array;
  wanted: WantedSheet;
  fetchedAt: string;
}

export type DecodeAnswer =
  | { id: number; table: Uint8Array<ArrayBuffer> | null }
  | { id: number; failed: string };

/** Bytes up to which decoding in place is quicker than handing over. */
const IN_PLACE = 512 * 1024;
/** A worker with nothing to do is ended, and its memory with it. */
const IDLE_MS = 15_000;
/** Twice what the largest sheet takes. */
const MOST_HEAP_MB = 1_024;

interface Waiting {
  resolve(table: Uint8Array<ArrayBuffer> | null): void;
  reject(cause: Error): void;
}

/**
 * Decodes small sheets in place and large ones in a worker thread, so that requests get their turn meanwhile (F09).
 * `file`: the built worker; where it is not there everything is decoded in place, in small steps.
 * Throws where the worker dies, as of a sheet that takes more memory than there is.
 */
export function createSheetDecoder(
  file: string,
  options: { inPlaceBytes?: number; mostHeapMb?: number } = {},
): SheetDecoder {
  const { inPlaceBytes = IN_PLACE, mostHeapMb = MOST_HEAP_MB } = options;
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  function started(): Worker {
    clearTimeout(idle);
    if (worker) return worker;
    const made = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mostHeapMb }, env: {} });
    made.unref();
    made.on("message", (answer: DecodeAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("failed" in answer) asked?.reject(new Error(answer.failed));
      else asked?.resolve(answer.table);
      if (waiting.size === 0) rest(made);
    });
    made.on("error", (cause) => lose(made, cause));
    made.on("exit", () => lose(made, new Error("The decoding worker ended.")));
    worker = made;
    return made;
  }

  function rest(made: Worker): void {
    idle = setTimeout(() => {
      if (waiting.size === 0) lose(made, new Error("unused"));
      void made.terminate();
    }, IDLE_MS);
    idle.unref();
  }

  function lose(made: Worker, cause: unknown): void {
    if (worker !== made) return;
    worker = null;
    const asked = [...waiting.values()];
    waiting.clear();
    for (const { reject } of asked) reject(cause instanceof Error ? cause : new Error(String(cause)));
  }

  return (body, wanted, fetchedAt) => {
    if (body.byteLength <= inPlaceBytes || !existsSync(file)) return decodeSheet(body, wanted, fetchedAt);
    return new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      const own = owned(body);
      const question: DecodeQuestion = { id, body: own, wanted, fetchedAt };
      started().postMessage(question, [own.buffer]);
    });
  };
}

/** The bytes in a buffer of their own, which may be handed over whole. */
function owned(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = body;
  if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength)
    return new Uint8Array(buffer, byteOffset, byteLength);
  return Uint8Array.from(body);
}
