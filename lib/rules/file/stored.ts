import type { RuleRow } from "@/db/queries/rules";
import { readBody, ruleIdOf } from "../facts";
import type { RuleBody, RuleInput } from "../schema";

/** A stored rule as rule files are compared with it. */
export interface StoredRule {
  id: string;
  number: number;
  version: number;
  isEnded: boolean;
  /** Null where its body cannot be read any more. */
  body: RuleBody | null;
}

export function toStoredRule(row: RuleRow): StoredRule {
  const read = readBody(row);
  return {
    id: ruleIdOf(row.number),
    number: row.number,
    version: row.version,
    isEnded: row.endedAt !== null,
    body: "body" in read ? read.body : null,
  };
}

/** Whether its time has run out. `now`: ISO 8601. */
export function isOver({ body }: StoredRule, now: string): boolean {
  return body !== null && body.endsAt !== null && Date.parse(body.endsAt) <= Date.parse(now);
}

/** What an administrator said, without what only saving knows. */
export function inputOf(body: RuleBody): RuleInput {
  const { knownColumns: _known, sheetName: _name, columnTitles: _titles, ...rest } = body;
  if (rest.effect === "forbid") return rest;
  const { assumedName: _assumed, ...input } = rest;
  return input;
}
