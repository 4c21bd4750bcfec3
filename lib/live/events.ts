import type { ErrorCode } from "@/lib/errors";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { SheetAnswer } from "@/lib/sheets/answer";

/** For a viewer who holds the tag `from`; whoever holds another one loads the sheet anew, unless it is `tag` already. */
export interface LiveChange {
  from: string;
  tag: string;
  sheet: SheetAnswer["sheet"];
  access: SheetAnswer["access"];
  /** Only when they changed. */
  columns?: VisibleColumn[];
  removed: string[];
  /** Each takes the place of the row with its id, or is added at the end. */
  rows: VisibleRow[];
  /** All row ids in order, only where the sequence is not what `removed` and `rows` give. */
  order?: string[];
}

/**
 * What one stream says, by the name of its events. Times are ISO 8601 UTC. Rows count 1..n after each change: their
 * numbers follow from their places.
 */
export interface LiveEvents {
  hello: { tag: string; fetchedAt: string };
  /** Checked, and nothing changed. */
  age: { fetchedAt: string };
  change: LiveChange;
  /** The sheet changed in a way that is not told row by row: load it anew. */
  reload: { tag: string };
  /** Smartsheet does not answer; what is shown stays. */
  stale: { fetchedAt: string; error: { code: ErrorCode; message: string } };
  /** The right to it ended, and so does the stream. */
  gone: { error: { code: ErrorCode; message: string; requestId: string } };
}

export type LiveEventName = keyof LiveEvents;
