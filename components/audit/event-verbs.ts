import type { AuditAction, AuditEvent } from "@/lib/audit/event";

/** What was done, as "read" or "made a link", and the same as something one tries: "read", "make a link". */
export interface Verb {
  past: string;
  base: string;
}

const verb = (past: string, base: string): Verb => ({ past, base });
const same = (word: string): Verb => ({ past: word, base: word });

type NameOf = (userId: string) => string | undefined;

export function verbOf(
  action: AuditAction,
  event: Pick<AuditEvent, "target" | "rows" | "actorKind" | "sheetId" | "reason">,
  nameOf: NameOf,
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
    case "sheet:refresh":
      return verb("kept open", "keep open");
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
    case "picker:places":
      return verb("looked up places for a rule", "look up places for a rule");
    case "rule:import":
      return event.reason === "tried"
        ? verb("tried out a file of rules", "try out a file of rules")
        : verb("applied a rule file", "apply a rule file");
    case "rule:health":
      return verb(`checked ${target ? `rule${target}` : "the rules"}`, "check rules");
    case "tree:read":
      return event.sheetId === null
        ? verb("looked up what lies in a folder or workspace", "look up what lies in a folder or workspace")
        : verb("looked up the place of", "look up the place of");
    case "groups:read":
      return verb("read the groups of Smartsheet", "read the groups of Smartsheet");
    case "group:save":
      return verb(`saved group${target}`, `save group${target}`);
    case "group:remove":
      return verb(`removed group${target}`, `remove group${target}`);
    case "attributes:save":
      return verb("replaced the table of people", "replace the table of people");
    case "column:mark":
      return verb("marked a column of", "mark a column of");
    case "pause:set":
      return verb(`paused${pausedWords(event, nameOf)}`, `pause${pausedWords(event, nameOf)}`);
    case "pause:lift":
      return verb(
        `lifted the pause of${pausedWords(event, nameOf)}`,
        `lift the pause of${pausedWords(event, nameOf)}`,
      );
    case "access:explain":
      return verb(
        `asked what decides for ${personWords(event, nameOf)} on`,
        `ask what decides for ${personWords(event, nameOf)} on`,
      );
    case "access:who":
      return event.target === null
        ? verb("asked who can read", "ask who can read")
        : verb(
            `asked what ${personWords(event, nameOf)} can read`,
            `ask what ${personWords(event, nameOf)} can read`,
          );
    case "access:view_as":
      return verb(
        `looked at what ${personWords(event, nameOf)} sees`,
        `look at what ${personWords(event, nameOf)} sees`,
      );
    case "connection:create":
      return verb(`added connection${target}`, `add connection${target}`);
    case "connection:check":
      return verb(`checked connection${target}`, `check connection${target}`);
    case "connection:replace":
      return verb(`replaced the token of${target || " a connection"}`, `replace the token of${target}`);
    case "connection:settings":
      return verb(`changed the limits of${target || " a connection"}`, `change the limits of${target}`);
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

/** The target of a pause is "link L-1"; a sheet is named after the verb, as in any event about one. */
function pausedWords({ target, sheetId }: Pick<AuditEvent, "target" | "sheetId">, nameOf: NameOf): string {
  if (target === null) return sheetId === null ? " something" : "";
  const [kind = "", id = ""] = target.split(" ");
  switch (kind) {
    case "all":
      return " all delegated reading";
    case "sheet":
      return sheetId === null ? ` ${target}` : "";
    case "person":
      return ` ${nameOf(id) ?? target}`;
    case "assumed":
      return ` reading as ${id}`;
    default:
      return ` ${target}`;
  }
}

function personWords({ target }: Pick<AuditEvent, "target">, nameOf: NameOf): string {
  return target === null ? "somebody" : (nameOf(target) ?? `person ${target}`);
}

function ownerOf({ target }: Pick<AuditEvent, "target">, nameOf: NameOf): string {
  const owner = target === null ? undefined : (nameOf(target) ?? `person ${target}`);
  return owner ? `the Smartsheet connection of ${owner}` : "a Smartsheet connection";
}
