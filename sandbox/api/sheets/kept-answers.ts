import type { Reply } from "../../http/reply";
import type { Sheet } from "../../store/sheet";
import type { Store } from "../../store/store";
import type { Call } from "../call";

interface Kept {
  /** Weakly, so that what a reset left behind can go. */
  sheet: WeakRef<Sheet>;
  key: string;
  reply: Reply;
  released: Call["released"];
}

const WORTH_KEEPING_BYTES = 2_000_000;
const MOST_BYTES = 90_000_000;
const DAY_MS = 86_400_000;

/** What names people or shows other sheets can change without this sheet's version. */
const SHIFTING = ["attachments", "discussions", "writerInfo"];

/** Oldest first. */
const kept = new WeakMap<Store, Kept[]>();

/**
 * Rendering half a million cells takes a second on a busy machine, and clients ask for them again and again. The key
 * holds all an answer depends on: its own `head` (version, columns, what is personal), the parameters, the person and
 * the day (for filters and conditional formats), the switches.
 */
export function keepAnswer(call: Call, sheet: Sheet, head: string, render: () => Reply): Reply {
  const { store, switches } = call.sandbox;
  if (SHIFTING.some((part) => call.query.get("include")?.includes(part)) || store.links.touch(sheet))
    return render();
  const day = Math.floor(call.sandbox.clock() / DAY_MS);
  const settings = Object.values(switches.all()).join();
  const key = [head, call.query, call.person.email, day, settings].join("\n");
  const answers = kept.get(store) ?? [];
  const found = answers.find((one) => one.key === key && one.sheet.deref() === sheet);
  if (found) {
    call.released = found.released;
    return found.reply;
  }
  const reply = render();
  if (reply.body.length < WORTH_KEEPING_BYTES) return reply;
  const fresh = { sheet: new WeakRef(sheet), key, reply, released: call.released };
  kept.set(store, withinLimit([...answers.filter((one) => one.sheet.deref()), fresh]));
  return reply;
}

function withinLimit(answers: Kept[]): Kept[] {
  let bytes = answers.reduce((sum, { reply }) => sum + reply.body.length, 0);
  return answers.filter(({ reply }) => {
    if (bytes <= MOST_BYTES) return true;
    bytes -= reply.body.length;
    return false;
  });
}
