/**
 * Everything that can go wrong on purpose. `about` ends the sentence "The call …", and stands on the page and in
 * `docs/sandbox.md`. `members` are those of a fault entry that only this kind reads. `strikes`: which calls it can befall;
 * the others do not use it up. `once`: strikes one time unless told otherwise, because what it does lasts.
 */
export const FAULT_KINDS = {
  latency: {
    about: "waits `ms` first (default 1,000; `[100, 900]` draws one), on top of whatever else strikes",
    members: ["ms"],
  },
  "429": { about: "answers 429/4003, with Retry-After where `retryAfter` is given", members: ["retryAfter"] },
  "4000": { about: "answers 500/4000: unexpected, for good" },
  "4001": {
    about: "answers 503/4001: offline for maintenance, with Retry-After where `retryAfter` is given",
    members: ["retryAfter"],
  },
  "4002": { about: "answers 500/4002: the server took too long" },
  "4004": { about: "answers 500/4004: unexpected, or two writes at once" },
  "500": { about: "answers 500/4000, the same as 4000" },
  "503html": {
    about: "answers 503 with a web page, with Retry-After where `retryAfter` is given",
    members: ["retryAfter"],
  },
  html200: { about: "answers 200 with a web page" },
  empty: { about: "answers 200 with no body" },
  wrongshape: { about: "answers 200 with JSON of another shape" },
  wrongtypes: { about: "answers in the right shape with values of wrong types" },
  cutjson: { about: "answers with the first half of its JSON" },
  brotli: { about: "packs its answer with brotli, asked or not" },
  wrongencoding: {
    about: "claims an `encoding` (gzip by default, or br) that its body does not have",
    members: ["encoding"],
  },
  gzipbomb: {
    about: "answers with `megabytes` of blanks (default 1,024) packed into a thousandth",
    members: ["megabytes"],
  },
  drip: { about: "sends its answer byte by byte, one each `ms` (default 20)", members: ["ms"] },
  endless: {
    about: "sends headers and then blanks until the client hangs up, 16 kB each `ms` (default 5)",
    members: ["ms"],
  },
  timeout: { about: "never answers" },
  reset: { about: "breaks the connection before the answer" },
  redirect: { about: "redirects to another path of the sandbox, which logs a token carried along" },
  redirecthost: {
    about:
      "redirects to another host: `location`, or the sandbox by its other name, which logs a token carried along",
    members: ["location"],
  },
  afterwrite: {
    about: "is carried out, then answers 500/4002; strikes writes only",
    strikes: "writes",
  },
  duplicaterows: {
    about: "sends one of the sheet's rows twice; strikes reads of a sheet",
    strikes: "sheets",
  },
  movingversion: {
    about:
      "raises the sheet's version after each page, so that no two pages fit; strikes paged reads of a sheet",
    strikes: "pages",
  },
  columnremoved: {
    about:
      "finds a column gone, for good: `column` (title or id), or the last one; strikes reads of a sheet, once",
    members: ["column"],
    strikes: "sheets",
    once: true,
  },
  columnrenamed: {
    about:
      "finds a column renamed to `title`, for good: `column` (title or id), or the last one; strikes reads of a sheet, once",
    members: ["column", "title"],
    strikes: "sheets",
    once: true,
  },
  revoke: {
    about: "has its token revoked halfway: the answer breaks off, later calls get 401/1002; once",
    strikes: "tokens",
    once: true,
  },
  clockskew: {
    about:
      "is answered by a clock `minutes` ahead (default 10; negative: behind): the Date header, a token's end (401/1003), and a new token ends that much before `expires_in`",
    members: ["minutes"],
  },
} as const satisfies Record<string, FaultNotes>;

export interface FaultNotes {
  about: string;
  members?: readonly FaultMember[];
  /** Absent: every call below `/2.0`, refused ones too. `tokens`: calls with a valid token. */
  strikes?: "tokens" | "writes" | "sheets" | "pages";
  once?: boolean;
}

export type FaultMember =
  | "retryAfter"
  | "ms"
  | "minutes"
  | "megabytes"
  | "encoding"
  | "location"
  | "column"
  | "title";

export type FaultKind = keyof typeof FAULT_KINDS;

export const FAULT_NAMES = Object.keys(FAULT_KINDS) as FaultKind[];

export function faultNotes(kind: FaultKind): FaultNotes {
  return FAULT_KINDS[kind];
}

export function isFaultKind(name: unknown): name is FaultKind {
  return typeof name === "string" && Object.hasOwn(FAULT_KINDS, name);
}
