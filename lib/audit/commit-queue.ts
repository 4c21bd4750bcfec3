import "server-only";

interface Waiting<Item, Done> {
  item: Item;
  resolve(done: Done): void;
  reject(cause: unknown): void;
}

/** No more than so many in one commit, so that the writer is never held for long. */
const MOST = 64;

/**
 * Gathers what is to be written in the same turn of the event loop into one commit: making sure that it is on disk costs
 * the same for one and for fifty. Resolves once it is there (I25). Where a commit fails each is tried alone, so that one
 * bad item spoils nothing but itself.
 */
export function createCommitQueue<Item, Done>(
  commit: (items: readonly Item[]) => Promise<readonly Done[]>,
): (item: Item) => Promise<Done> {
  let waiting: Waiting<Item, Done>[] = [];
  let isPlanned = false;

  async function flush(): Promise<void> {
    isPlanned = false;
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST) await writeAll(all.slice(from, from + MOST));
  }

  async function writeAll(batch: readonly Waiting<Item, Done>[]): Promise<void> {
    try {
      const done = await commit(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(done[at] as Done);
    } catch (cause) {
      if (batch.length === 1) batch[0]?.reject(cause);
      else for (const one of batch) await writeAll([one]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isPlanned) return;
      isPlanned = true;
      setImmediate(() => void flush());
    });
}
