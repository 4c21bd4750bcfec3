import { parentPort } from "node:worker_threads";
import { decodeSheet } from "@/lib/smartsheet/decode-sheet";
import type { DecodeAnswer, DecodeQuestion } from "./decoder";

/** The worker's side of `createSheetDecoder`: one answer at a time, its columns handed over and not copied. */
parentPort?.on("message", async ({ id, body, wanted, fetchedAt }: DecodeQuestion) => {
  try {
    const table = await decodeSheet(body, wanted, fetchedAt, true);
    const answer: DecodeAnswer = { id, table };
    parentPort?.postMessage(answer, table === null ? [] : [table.buffer]);
  } catch (cause) {
    const answer: DecodeAnswer = { id, failed: cause instanceof Error ? cause.message : String(cause) };
    parentPort?.postMessage(answer);
  }
});
