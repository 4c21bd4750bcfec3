import "server-only";
import { CHAIN_START, type ChainHash, walkAudit } from "@/db/queries/audit";

export type ChainReport =
  | { ok: true; count: number; lastHash: string }
  | { ok: false; count: number; firstBad: number; why: string };

const BATCH = 2_000;

/**
 * Walks the whole log: numbers without gaps, each event's columns equal to its record, each hash made over the one
 * before. A cut-off tail or a log rewritten with the key cannot be seen this way; checkpoints are for that.
 */
export async function verifyChain(chain: ChainHash): Promise<ChainReport> {
  let previous = CHAIN_START;
  let count = 0;
  for (;;) {
    const events = await walkAudit(count + 1, BATCH);
    for (const event of events) {
      const seq = count + 1;
      const bad = (why: string): ChainReport => ({ ok: false, count, firstBad: seq, why });
      if (event.seq !== seq) return bad(`event ${seq} is missing`);
      if (event.previousHash !== previous) return bad("it does not follow the event before");
      if (chain(previous, event.record) !== event.hash) return bad("its content was changed");
      const [number, at, requestId, actorId, action, sheetId, decision] = JSON.parse(
        event.record,
      ) as unknown[];
      const said = [number, at, requestId, actorId, action, sheetId, decision];
      const kept = [
        event.seq,
        event.at,
        event.requestId,
        event.actorId,
        event.action,
        event.sheetId,
        event.decision,
      ];
      if (said.some((value, place) => value !== kept[place]))
        return bad("its columns differ from its record");
      previous = event.hash;
      count = seq;
    }
    if (events.length < BATCH) return { ok: true, count, lastHash: previous };
  }
}
