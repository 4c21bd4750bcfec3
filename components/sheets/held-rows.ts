import type { RowKey } from "./query-keys";
import type { SheetLike } from "./sheet-like";

/** A whole sheet as the server sent it under a tag, and as changed since. */
export interface HeldRows<A extends SheetLike> {
  tag: string;
  answer: A;
  byteLength: number;
}

const MOST_SHEETS = 4;
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * What this tab keeps of sheets it has shown, to ask "still the same?" when one is opened again. In memory only, and
 * shown only after the server has said so. The one used longest ago goes first.
 */
const held = new Map<string, HeldRows<SheetLike>>();

const nameOf = (key: RowKey) => JSON.stringify(key);

export function heldRows<A extends SheetLike>(key: RowKey): HeldRows<A> | null {
  // A key belongs to one kind of answer, whoever holds it.
  return (held.get(nameOf(key)) as HeldRows<A> | undefined) ?? null;
}

export function holdRows<A extends SheetLike>(key: RowKey, rows: HeldRows<A>): void {
  const name = nameOf(key);
  held.delete(name);
  held.set(name, rows);
  let bytes = 0;
  for (const each of held.values()) bytes += each.byteLength;
  for (const [oldest, each] of held) {
    if (held.size <= MOST_SHEETS && bytes <= MOST_BYTES) return;
    held.delete(oldest);
    bytes -= each.byteLength;
  }
}

/** Of one sheet, when it is no longer open to the person; of all, when the sign-in has ended. */
export function forgetRows(key?: RowKey): void {
  if (key) held.delete(nameOf(key));
  else held.clear();
}
