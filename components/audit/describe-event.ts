import type { AuditAction, AuditEntry, AuditEvent } from "@/lib/audit/event";

export type AuditDecision = AuditEntry["decision"];

/** What was done, as "read" or "made a link", and the same as something one tries: "read", "make a link". */
interface Verb {
  past: string;
  base: string;
}

const verb = (past: string, base: string): Verb => ({ past, base });
const same = (word: string): Verb => ({ past: word, base: word });

/** The rest of the sentence after the person: "read", "tried to export", "created rule R-3". */
export function describeEvent(event: AuditEvent, nameOf: (userId: string) => string | undefined): string {
  const action = event.action as AuditAction;
  const { past, base } = verbOf(action, event, nameOf);
  const decision = event.decision as AuditDecision;
  switch (decision) {
    case "served":
    case "done":
      return past;
    case "allowed":
      return hasOutcome(action) ? `was let in to ${base}` : past;
    case "denied":
    case "failed":
      return `tried to ${base}`;
    default:
      return `${past} (${decision satisfies never})`;
  }
}

/** The word between what was done and the sheet it was done to: "created rule R-3 for Payroll". */
export function sheetJoint(action: string): string {
  if (action.startsWith("rule:") || action === "picker:columns" || action === "picker:sheets") return " for ";
  if (action === "link:create" || action === "link:revoke") return " to ";
  if (action === "link:view" || action === "link:unlock") return ": ";
  return ["sheet:attachments", "sheet:comments", "sheet:history"].includes(action) ? " of " : " ";
}

/** True where a second event says how it went: an `allowed` of these is only the beginning. */
function hasOutcome(action: AuditAction): boolean {
  return action.startsWith("sheet:") || action === "link:view";
}

function verbOf(
  action: AuditAction,
  event: Pick<AuditEvent, "target" | "rows" | "actorKind">,
  nameOf: (userId: string) => string | undefined,
): Verb {
  const target = event.target ? ` ${event.target}` : "";
  // Who comes by a link is named by it; who comes by none that works, by nothing.
  const link = event.actorKind === "link" ? "it" : "a link";
  switch (action) {
    case "sheet:read":
      return same("read");
    case "sheet:share":
      return verb("shared", "share");
    case "sheet:export":
      return verb("exported", "export");
    case "sheet:print":
      return verb("printed", "print");
    case "sheet:attachments":
      return verb("looked at the attachments", "look at the attachments");
    case "sheet:comments":
      return verb("read the comments", "read the comments");
    case "sheet:history":
      return verb("read the history", "read the history");
    case "sheets:list":
      return verb("listed the sheets open to them", "list the sheets open to them");
    case "link:view":
      return verb(`opened ${link}`, `open ${link}`);
    case "link:unlock":
      return verb(`unlocked ${link}`, `unlock ${link}`);
    case "link:create":
      return verb(`made link${target}`, `make link${target}`);
    case "link:revoke":
      return verb(`ended link${target}`, `end link${target}`);
    case "rule:create":
      return verb(`created rule${target}`, `create rule${target}`);
    case "rule:change":
      return verb(`changed rule${target}`, `change rule${target}`);
    case "rule:end":
      return verb(`ended rule${target}`, `end rule${target}`);
    case "rule:preview":
      return verb("tried out a rule", "try out a rule");
    case "picker:people":
      return verb("looked up people for a rule", "look up people for a rule");
    case "picker:sheets":
      return verb("looked up sheets for a rule", "look up sheets for a rule");
    case "picker:columns":
      return verb("looked up columns for a rule", "look up columns for a rule");
    case "connection:create":
      return verb(`added connection${target}`, `add connection${target}`);
    case "connection:check":
      return verb(`checked connection${target}`, `check connection${target}`);
    case "connection:replace":
      return verb(`replaced the token of${target || " a connection"}`, `replace the token of${target}`);
    case "connection:remove":
      return verb(`removed connection${target}`, `remove connection${target}`);
    case "session:sign_in":
      return verb("signed in", "sign in");
    case "session:sign_out":
      return verb("signed out", "sign out");
    case "session:end":
      return endedSessions(event.rows);
    case "account:tokens_refreshed":
      return verb(`renewed ${ownerOf(event, nameOf)}`, `renew ${ownerOf(event, nameOf)}`);
    case "account:tokens_lost":
      return verb(`ended ${ownerOf(event, nameOf)}`, `end ${ownerOf(event, nameOf)}`);
    case "account:disconnect":
      return verb("disconnected from Smartsheet", "disconnect from Smartsheet");
    case "admin:refused":
      return verb("used an administrator's page", "use an administrator's page");
    case "request:refused":
      return verb("sent a request from elsewhere", "send a request from elsewhere");
    default:
      return same(action satisfies never);
  }
}

/** `rows` counts the sign-ins where somebody ended all others at once. */
function endedSessions(count: number | null): Verb {
  const words = count === null || count === 1 ? "a sign-in of theirs" : `${count} sign-ins of theirs`;
  return verb(`ended ${words}`, `end ${words}`);
}

function ownerOf(
  { target }: Pick<AuditEvent, "target">,
  nameOf: (userId: string) => string | undefined,
): string {
  const owner = target === null ? undefined : (nameOf(target) ?? `person ${target}`);
  return owner ? `the Smartsheet connection of ${owner}` : "a Smartsheet connection";
}

/** "6 columns, 41 rows"; null where nothing left the server. */
export function servedText({ columns, rows, action, decision }: AuditEvent): string | null {
  if (action === "session:end") return null;
  const count = (amount: number, word: string) =>
    `${amount.toLocaleString("en-GB")} ${word}${amount === 1 ? "" : "s"}`;
  if (action === "sheets:list") return rows === null ? null : count(rows, "sheet");
  // An allowed read names what it will ask for; what left is what the second event says.
  if (decision === "allowed" && rows === null)
    return columns === null ? null : `asks for ${count(columns, "column")}`;
  const parts = [
    columns === null ? null : count(columns, "column"),
    rows === null ? null : count(rows, "row"),
  ];
  return parts.filter((part) => part !== null).join(", ") || null;
}
