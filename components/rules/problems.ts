import type { RuleAnswer } from "@/lib/rules/schema";
import { type Names, nameOf } from "./condition-words";

export interface ProblemWords {
  cause: string;
  fix: string;
  /** Where the fix is made. */
  door: "rule" | "connections";
}

/** What went wrong at the last read under a rule, and what to do; null where nothing did. */
export function problemWords(rule: RuleAnswer, names: Names): ProblemWords | null {
  if (rule.problem === null || rule.state === "ended") return null;
  const owner = nameOf(rule.delegation?.assume ?? "the person", names);
  switch (rule.problem.code) {
    case "cannot_assume":
      return {
        cause: `${owner} can no longer be read as: gone from the plan, deactivated or made a System Admin.`,
        fix: "Choose somebody else in the rule.",
        door: "rule",
      };
    case "not_found":
      return {
        cause: `${owner} can no longer open ${rule.sheetName}: it was deleted or is no longer shared.`,
        fix: "Choose another person or sheet, or share the sheet again.",
        door: "rule",
      };
    case "token_invalid":
    case "token_expired":
      return {
        cause: "Smartsheet refuses the connection's token.",
        fix: "Replace the token on the connections page.",
        door: "connections",
      };
    default:
      return {
        cause: `The last read under this rule failed (${rule.problem.code}).`,
        fix: "Check the connection.",
        door: "connections",
      };
  }
}
