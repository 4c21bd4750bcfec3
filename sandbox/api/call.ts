import type { IncomingMessage } from "node:http";
import { ApiError, badValue, notAuthorized, notFound } from "../http/errors";
import type { Reply } from "../http/reply";
import type { Scope } from "../oauth/scopes";
import type { Sandbox } from "../sandbox";
import type { AccessLevel } from "../scenarios/types";
import type { ChangeEvent } from "../store/changes";
import { parseId } from "../store/ids";
import type { Sheet } from "../store/sheet";
import { stamp } from "../store/stamp";
import { atLeast } from "../store/store";
import type { Id, Person } from "../store/types";
import type { Caller } from "./caller";

/** One API call on its way through a handler. */
export interface Call {
  sandbox: Sandbox;
  request: IncomingMessage;
  query: URLSearchParams;
  params: Record<string, string>;
  caller: Caller;
  /** Whose rights apply: the assumed person, or the token's own. */
  person: Person;
  /** Set by handlers that hand out sheet data; the call log shows them. */
  released: { columns: number; rows: number };
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

export function requireScope(call: Call, scope: Scope): void {
  if (call.caller.scopes.includes(scope)) return;
  throw call.sandbox.switches.is("missingScope", "401")
    ? new ApiError(401, 1002, "Your Access Token is invalid.")
    : notAuthorized();
}

export function idParam(call: Call, name: string): Id {
  const text = call.params[name] ?? "";
  const id = parseId(text);
  if (id === null) throw /^\d+$/.test(text) ? notFound() : badValue(text, name);
  return id;
}

/** The sheet of the path, if it is shared with the person; an unshared and an unknown one answer alike (see the switches). */
export function openSheet(call: Call): { sheet: Sheet; level: AccessLevel } {
  const sheet = call.sandbox.store.sheet(idParam(call, "sheetId"));
  const level = sheet && call.sandbox.store.accessLevel(call.person, sheet);
  if (!sheet || !level) throw unshared(call);
  return { sheet, level };
}

/** The sheet of the path, for callers whose level reaches `least`; 403/1004 below it. */
export function openSheetFor(call: Call, least: AccessLevel): Sheet {
  const { sheet, level } = openSheet(call);
  if (!atLeast(level, least)) throw notAuthorized();
  return sheet;
}

/** The same for the unshared and the unknown. */
export function unshared(call: Call): ApiError {
  return call.sandbox.switches.is("unshared", "403") ? notAuthorized() : notFound();
}

/** A change by this caller: version, webhooks and event log follow. */
export function commit(call: Call, sheet: Sheet, events: ChangeEvent[], keepVersion = false): void {
  const agent = call.request.headers["smartsheet-change-agent"];
  const token = { person: call.caller.person, kind: call.caller.kind };
  const change = { sheet, by: call.person, at: call.sandbox.clock(), token, events };
  // The header is trimmed from the front (API limits: 512 characters).
  call.sandbox.changes.commit(
    typeof agent === "string" && agent !== "" ? { ...change, agent: agent.slice(-512) } : change,
    keepVersion,
  );
}

/** At access level 0 a commenter is reported as a viewer. */
export function shownLevel(call: Call, level: AccessLevel): AccessLevel {
  return level === "COMMENTER" && call.query.get("accessApiLevel") !== "1" ? "VIEWER" : level;
}

/** ISO 8601 UTC, or epoch milliseconds with `numericDates=true`. */
export function when(call: Call, at: number): string | number {
  return call.query.get("numericDates") === "true" ? at : stamp(at);
}

export function permalink({ kind, key }: { kind: string; key: string }): string {
  const folder = kind === "sight" ? "dashboards" : `${kind}s`;
  return `https://app.smartsheet.example/${folder}/${key}`;
}
