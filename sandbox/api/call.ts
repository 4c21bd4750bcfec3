import type { IncomingMessage } from "node:http";
import { badValue, notAuthorized, notFound } from "../http/errors";
import type { Reply } from "../http/reply";
import type { Scope } from "../oauth/scopes";
import type { Sandbox } from "../sandbox";
import type { AccessLevel } from "../scenarios/types";
import { parseId } from "../store/ids";
import { type Sheet, stamp } from "../store/sheet";
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

export interface ApiRoute {
  /** Null: any valid token will do. */
  scope: Scope | null;
  run: Handler;
}

export function requireScope(call: Call, scope: Scope): void {
  if (!call.caller.scopes.includes(scope)) throw notAuthorized();
}

export function idParam(call: Call, name: string): Id {
  const text = call.params[name] ?? "";
  const id = parseId(text);
  if (id === null) throw /^\d+$/.test(text) ? notFound() : badValue(text, name);
  return id;
}

/** The sheet of the path, if it is shared with the person; an unshared and an unknown one answer alike. */
export function openSheet(call: Call): { sheet: Sheet; level: AccessLevel } {
  const sheet = call.sandbox.store.sheet(idParam(call, "sheetId"));
  const level = sheet && call.sandbox.store.accessLevel(call.person, sheet);
  if (!sheet || !level) throw notFound();
  return { sheet, level };
}

/** At access level 0 a commenter is reported as a viewer. */
export function shownLevel(call: Call, level: AccessLevel): AccessLevel {
  return level === "COMMENTER" && call.query.get("accessApiLevel") !== "1" ? "VIEWER" : level;
}

/** ISO 8601 UTC, or epoch milliseconds with `numericDates=true`. */
export function when(call: Call, at: number): string | number {
  return call.query.get("numericDates") === "true" ? at : stamp(at);
}

export function permalink(sheet: Sheet): string {
  return `https://app.smartsheet.example/sheets/${sheet.key}`;
}
