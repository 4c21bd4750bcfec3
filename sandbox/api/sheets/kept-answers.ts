import type { Reply } from "../../http/reply";
import type { Sheet } from "../../store/sheet";
import type { Call } from "../call";

interface Kept {
  reply: Reply;
  released: Call["released"];
}

const WORTH_KEEPING_BYTES = 2_000_000;
const MOST = 3;

/** By sheet object: a reset makes new ones, and with them the kept answers go. */
const kept = new WeakMap<Sheet, Map<string, Kept>>();

/**
 * Rendering half a million cells takes seconds on a busy machine, and tests with a ten-second limit ask for them again
 * and again. The key holds all an answer depends on; every visible change raises the version.
 */
export function keepAnswer(call: Call, sheet: Sheet, level: string, render: () => Reply): Reply {
  const answers = kept.get(sheet) ?? new Map<string, Kept>();
  kept.set(sheet, answers);
  const key = `${sheet.version} ${level} ${call.query}`;
  const found = answers.get(key);
  if (found) {
    call.released = found.released;
    return found.reply;
  }
  const reply = render();
  if (reply.body.length >= WORTH_KEEPING_BYTES) {
    const oldest = answers.keys().next().value;
    if (answers.size >= MOST && oldest !== undefined) answers.delete(oldest);
    answers.set(key, { reply, released: call.released });
  }
  return reply;
}
