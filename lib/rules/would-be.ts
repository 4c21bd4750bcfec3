import { toRuleAnswer } from "./answer";
import type { RuleAnswer, RuleBody, RuleInput } from "./schema";

/** A rule nobody has saved, as one that is shown. `now`: ISO 8601. */
export function wouldBe(body: RuleBody, now: string): RuleAnswer {
  const row = {
    number: 0,
    version: 1,
    effect: body.effect,
    resourceType: body.resource.type,
    sheetId: body.resource.id,
    body: JSON.stringify(body),
    createdBy: "",
    createdAt: now,
    endedAt: null,
  };
  return toRuleAnswer(row, now, null);
}

/** The same before anybody looked at Smartsheet: names are ids still. */
export function asWritten(input: RuleInput, now: string): RuleAnswer {
  const unknown = { knownColumns: [], sheetName: input.resource.id, columnTitles: {} };
  if (input.effect === "permit")
    return wouldBe({ ...input, ...unknown, delegation: { connectionId: "", ...input.delegation } }, now);
  const { lookup, ...rest } = input;
  return wouldBe(
    { ...rest, ...unknown, ...(lookup ? { lookup: { connectionId: "", ...lookup } } : {}) },
    now,
  );
}
