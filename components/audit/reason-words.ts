import type { AdminAction } from "@/lib/policy/administer";
import type { DenyReason } from "@/lib/policy/types";
import type { UpstreamError } from "@/lib/smartsheet/port";

const decided: Record<DenyReason, string> = {
  app_paused: "everything is paused",
  person_disabled: "the person is switched off or paused",
  forbidden: "a rule forbids it",
  unreadable_forbid: "a forbidding rule cannot be read any more",
  sheet_paused: "the sheet is paused",
  no_permit: "no rule opens it",
  own_unknown: "own access could not be asked",
  error: "the decision failed",
};

const upstream: Record<UpstreamError["code"], string> = {
  token_expired: "the token has ended",
  token_invalid: "Smartsheet refuses the token",
  cannot_assume: "the person cannot be read as",
  not_found: "the sheet is gone or closed to them",
  rate_limited: "Smartsheet asks us to slow down",
  unavailable: "Smartsheet did not answer",
  timeout: "Smartsheet took too long",
  bad_answer: "Smartsheet's answer cannot be read",
  too_large: "the sheet is too large",
  aborted: "the reader left",
};

const administered: Record<AdminAction, string> = {
  "rule:list": "rules are for administrators",
  "rule:create": "rules are for administrators",
  "rule:change": "rules are for administrators",
  "rule:end": "rules are for administrators",
  "rule:preview": "rules are for administrators",
  "picker:people": "rules are for administrators",
  "picker:sheets": "rules are for administrators",
  "picker:columns": "rules are for administrators",
  "connection:list": "connections are for administrators",
  "connection:create": "connections are for administrators",
  "connection:check": "connections are for administrators",
  "connection:replace": "connections are for administrators",
  "connection:settings": "connections are for administrators",
  "connection:remove": "connections are for administrators",
  "link:list": "all links are for administrators",
  "link:revoke_any": "all links are for administrators",
  "group:list": "groups are for administrators",
  "group:change": "groups are for administrators",
  "pause:list": "pauses are for administrators",
  "pause:change": "pauses are for administrators",
  "rule:import": "rules are for administrators",
  "rule:health": "rules are for administrators",
  "column:mark": "rules are for administrators",
  "access:explain": "looking into access is for administrators",
  "access:who": "looking into access is for administrators",
  "access:view_as": "looking into access is for administrators",
  "audit:read": "the audit is for administrators",
};

const others: Record<string, string> = {
  AccessDenied: "not allowed at Smartsheet",
  NotAllowedHere: "the account may not sign in here",
  Callback: "the sign-in was not finished",
  OAuthCallback: "the sign-in was not finished",
  OAuthCreateAccount: "the sign-in could not be kept",
  refused: "the sign-in was not finished",
  wrong_password: "wrong password",
  locked: "locked after wrong passwords",
  unknown: "no such link",
  ended: "the link has ended",
  revoked: "the link was ended",
  sharing_off: "share links are switched off",
  unreadable: "the link cannot be read any more",
  maker_disabled: "its maker is switched off or paused",
  paused: "an administrator paused it",
  "no origin": "no site named",
  "foreign origin": "another site asked",
  sheet_changing: "the sheet changed while it was read",
  delegation_off: "delegated reading is off",
  audit_unavailable: "the record could not be written",
};

const words: Record<string, string> = { ...others, ...upstream, ...administered, ...decided };

/** A recorded reason in words. What an administrator wrote, such as a rule's reason, is left as it is. */
export function reasonWords(reason: string): string {
  return Object.hasOwn(words, reason) ? (words[reason] ?? reason) : reason;
}
