import type { Id } from "../store/types";
import { ApiError, badValue } from "./errors";
import { type PagedCall, wholeNumber } from "./paging";

export interface TokenPage<T> {
  items: T[];
  /** What to lay beside the items in the answer: `{lastKey}`, or nothing at the end (switch `lastKeyAtEnd`). */
  more: { lastKey?: string | null };
}

/** What `maxItems` may be, where the documentation says so. */
export interface Steps {
  least: number;
  most: number;
  /** A multiple of `least`. */
  isStepped: boolean;
}

/** Get workspace and get folder children: 100 to 1,000 in steps of 100. */
export const STEPS_OF_100: Steps = { least: 100, most: 1_000, isStepped: true };
/** List workspaces: at least 100; no upper bound is documented. */
export const FROM_100: Steps = { least: 100, most: Number.MAX_SAFE_INTEGER, isStepped: false };
const ANY: Steps = { least: 1, most: Number.MAX_SAFE_INTEGER, isStepped: false };

/**
 * Token paging: `maxItems` (100 by default) and the opaque `lastKey` of the page before. Errors: 400/1229 for a
 * `maxItems` out of range, 400/1018 for one that is no number or off the steps, and for a `lastKey` nobody gave out.
 */
export function tokenPage<T extends { id: Id | string }>(
  items: T[],
  call: PagedCall,
  steps: Steps = ANY,
): TokenPage<T> {
  const maxItems = readMaxItems(call.query, steps);
  const start = startOf(items, call.query.get("lastKey"));
  const page = items.slice(start, start + maxItems);
  const last = page.at(-1);
  if (last && start + page.length < items.length)
    return { items: page, more: { lastKey: keyFor(last.id, start + page.length) } };
  return { items: page, more: call.sandbox.switches.is("lastKeyAtEnd", "null") ? { lastKey: null } : {} };
}

function readMaxItems(query: URLSearchParams, { least, most, isStepped }: Steps): number {
  const text = query.get("maxItems") ?? "";
  // Zero and negative numbers are numbers: out of range rather than unreadable.
  if (/^-?\d+$/.test(text) && (Number(text) < least || Number(text) > most))
    throw outOfRange(text, least, most);
  const maxItems = wholeNumber(query, "maxItems") ?? 100;
  if (isStepped && maxItems % least !== 0) throw badValue(text, "maxItems");
  return maxItems;
}

const outOfRange = (text: string, least: number, most: number) =>
  new ApiError(
    400,
    1229,
    `The value '${text}' was not valid for the parameter 'maxItems'. The value must be between '${least}' and '${most}'.`,
  );

function keyFor(id: Id | string, next: number): string {
  return Buffer.from(`${next}:${id}`).toString("base64url");
}

/** Behind the last item of the page before, or where that one stood if it is gone by now. */
function startOf(items: { id: Id | string }[], lastKey: string | null): number {
  if (lastKey === null || lastKey === "") return 0;
  const parts = /^(\d{1,9}):(.+)$/.exec(Buffer.from(lastKey, "base64url").toString());
  if (!parts || keyFor(parts[2] ?? "", Number(parts[1])) !== lastKey) throw badValue(lastKey, "lastKey");
  const place = items.findIndex((item) => String(item.id) === parts[2]);
  return place < 0 ? Math.max(Number(parts[1]) - 1, 0) : place + 1;
}
