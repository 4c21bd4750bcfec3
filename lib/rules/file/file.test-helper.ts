import { parseRuleFile, type RuleFile } from "./parse";

/** The part of an example file a test changes; the rest is as it should be. */
export const PERMIT = `  - effect: permit
    principal: { type: user, email: vik@acme.test }
    resource: { type: sheet, id: "3288115553007714" }
    delegation: { assume: olga@acme.test }
    columns: { mode: only, ids: ["6216506360996457", "7217761152125855"] }
    endsAt: 2026-12-31T23:59:59Z
    reason: Review of the bonus plan
`;

export function fileOf(rules: string, tests = ""): string {
  return `version: 1\nrules:\n${rules}${tests === "" ? "" : `tests:\n${tests}`}`;
}

export function parsed(text: string): RuleFile {
  const result = parseRuleFile(text, "yaml");
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** `line:column field: message`, as the command prints it. */
export function problemsOf(text: string, format: "yaml" | "json" = "yaml"): string[] {
  const result = parseRuleFile(text, format);
  return result.ok
    ? []
    : result.error.map(({ line, column, field, message }) => `${line}:${column} ${field}: ${message}`);
}
