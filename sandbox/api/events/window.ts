import { ApiError, badValue } from "../../http/errors";
import type { EventLog, LoggedEvent } from "./log";

/** Which part of the stream a call asks for. */
export interface Window {
  /** Events after this position. */
  after: number;
  /** Events up to this moment; null: all. */
  until: number | null;
  maxCount: number;
}

const HOUR = 3_600_000;
const MOST = 10_000;

/**
 * Reads `since` (with `to`) or `streamPosition`, and `maxCount`. Moments count in whole hours: `since` starts with the
 * hour it lies in, `to` ends with its own. Errors: 400 with 1018, 1227, 1228, 1229.
 */
export function readWindow(read: (name: string) => string | null, log: EventLog, now: number): Window {
  const since = read("since");
  const position = read("streamPosition");
  const to = read("to");
  if (since !== null && position !== null) throw exclusive("since", "streamPosition");
  if (to !== null && position !== null) throw exclusive("to", "streamPosition");
  const maxCount = count(read("maxCount"));
  if (position !== null) return { after: readPosition(position), until: null, maxCount };
  if (since === null)
    throw new ApiError(
      400,
      1228,
      "You must specify one of the following query parameters: 'since' or 'streamPosition'.",
    );
  const from = moment(since, "since");
  const until = to === null ? null : moment(to, "to");
  if (until !== null && until < from) throw badValue(String(to), "to");
  const after = until === from ? log.last : log.before(Math.floor(from / HOUR) * HOUR);
  return { after, until: until === null ? null : Math.min(now, Math.ceil(until / HOUR) * HOUR), maxCount };
}

/** The events of the window that fit, and where the stream goes on. */
export function take(
  log: EventLog,
  { after, until, maxCount }: Window,
  fits: (event: LoggedEvent) => boolean,
) {
  const there = log.after(after).filter(({ at }) => until === null || at <= until);
  const fitting = there.filter(fits);
  const events = fitting.slice(0, maxCount);
  const moreAvailable = fitting.length > events.length;
  const last = moreAvailable ? events.at(-1) : there.at(-1);
  return { events, moreAvailable, nextStreamPosition: writePosition(last?.position ?? after) };
}

/** Opaque text: what it says is nobody's business but ours. */
function writePosition(position: number): string {
  return Buffer.from(`event:${position}`).toString("base64url");
}

function readPosition(text: string): number {
  const position = /^event:(\d{1,15})$/.exec(Buffer.from(text, "base64url").toString("utf8"))?.[1];
  if (position === undefined) throw badValue(text, "streamPosition");
  return Number(position);
}

function count(text: string | null): number {
  if (text === null) return 1_000;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > MOST)
    throw new ApiError(
      400,
      1229,
      `The value '${text}' was not valid for the parameter 'maxCount'. The value must be between '1' and '${MOST}'.`,
    );
  return number;
}

function moment(text: string, name: string): number {
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!Number.isSafeInteger(at)) throw badValue(text, name);
  return at;
}

function exclusive(one: string, other: string): ApiError {
  return new ApiError(
    400,
    1227,
    `The query parameters '${one}' and '${other}' are mutually exclusive. Only one may be set.`,
  );
}
