import { type Caller, tokenExpired } from "../../api/caller";
import { isRecord } from "../../http/body";
import { timedOut } from "../../http/errors";
import { failure, type Reply, withHeaders } from "../../http/reply";
import type { Sandbox } from "../../sandbox";
import type { Sheet } from "../../store/sheet";
import { findColumn, noticeChange, removeColumn, renameColumn } from "../columns";
import type { Strike } from "./faults";
import { insteadOfAnswer, pause } from "./instead";
import type { Fault } from "./plan";
import { cutInHalf, packWithBrotli, withRowTwice, withWrongTypes } from "./spoil";

/** The call a fault strikes. */
export interface StruckCall {
  sandbox: Sandbox;
  caller: Caller | null;
  /** Of a sheet's read; null for other calls, and where there is no such sheet. */
  sheet: Sheet | null;
  /** True for `POST /token`. */
  isTokenCall: boolean;
  /** The answer as it would have been. */
  answer: () => Promise<Reply>;
}

/** What goes out under a fault. Some leave a mark on the sandbox; see `kinds.ts`. */
export async function answerUnder({ fault, random }: Strike, call: StruckCall): Promise<Reply> {
  if (!fault) return call.answer();
  const instead = insteadOfAnswer(fault, call.sandbox.origin);
  if (instead) return instead;
  if (fault.kind === "clockskew") return answerBySkewedClock(fault, call);
  if (fault.kind === "columnremoved" || fault.kind === "columnrenamed") changeColumn(fault, call);
  const reply = await call.answer();
  switch (fault.kind) {
    case "cutjson":
      return cutInHalf(reply);
    case "brotli":
      return packWithBrotli(reply);
    case "wrongencoding":
      return withHeaders(reply, { "content-encoding": fault.encoding ?? "gzip" });
    case "wrongtypes":
      return withWrongTypes(reply);
    case "duplicaterows":
      return withRowTwice(reply, random);
    case "drip":
      return { ...reply, delivery: { how: "drip", everyMs: pause(fault, 20) } };
    case "afterwrite":
      return reply.status < 400 ? failure(timedOut()) : reply;
    case "movingversion":
      if (call.sheet) noticeChange(call.sandbox, call.sheet, []);
      return reply;
    case "revoke":
      if (call.caller) call.sandbox.grants.revoke(call.caller.token);
      return { ...reply, delivery: { how: "cut" } };
    default:
      return reply;
  }
}

function changeColumn({ kind, column: wanted, title }: Fault, { sandbox, sheet }: StruckCall): void {
  const column = sheet && (wanted === undefined ? sheet.columns.at(-1) : findColumn(sheet, wanted));
  // The primary column cannot go, in Smartsheet as here.
  if (!sheet || !column || sheet.columns[0] === column) return;
  if (kind === "columnremoved") removeColumn(sandbox, sheet, column);
  else renameColumn(sandbox, sheet, column, title ?? `${column.title} (renamed)`);
}

async function answerBySkewedClock({ minutes = 10 }: Fault, call: StruckCall): Promise<Reply> {
  const { grants, clock } = call.sandbox;
  const ms = minutes * 60_000;
  const own = call.caller && grants.byAccess.get(call.caller.token);
  const reply = own && own.expiresAt <= clock() + ms ? failure(tokenExpired()) : await call.answer();
  if (call.isTokenCall) {
    const answer: unknown = JSON.parse(reply.body.toString());
    const made = isRecord(answer) && grants.byAccess.get(String(answer.access_token));
    if (made) made.expiresAt -= ms;
  }
  return withHeaders(reply, { date: new Date(clock() + ms).toUTCString() });
}
