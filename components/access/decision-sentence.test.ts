import { describe, expect, it } from "vitest";
import type { DecisionRecord } from "@/lib/decisions/record";
import { decisionSentence, sentenceText } from "./decision-sentence";
import { delegated, denied, grant, record, rule } from "./record.test-helper";

const names = { addresses: { "olga@acme.test": "Olga Owner" }, timeZone: "UTC" };
const say = (decision: DecisionRecord["decision"]) => sentenceText(decisionSentence(record(decision), names));

describe("a decision in one sentence", () => {
  it("says as whom, until when and under which rule", () => {
    expect(say(delegated)).toBe("Yes, delegated, as Olga Owner, until 31 Dec 2026, under R-3.");
  });

  it("names everybody and every rule it is joined from, each once", () => {
    const grants = [
      grant("R-3", "olga@acme.test"),
      grant("R-4", "olga@acme.test"),
      grant("R-5", "dana@acme.test"),
    ];
    expect(say({ ...delegated, grants })).toBe(
      "Yes, delegated, as Olga Owner and dana@acme.test, until 31 Dec 2026, under R-3, R-4 and R-5.",
    );
  });

  it("says what is taken away", () => {
    expect(say({ ...delegated, forbids: [rule("R-8")] })).toBe(
      "Yes, delegated, as Olga Owner, until 31 Dec 2026, under R-3, without what R-8 forbids.",
    );
    expect(say({ ...delegated, via: "own", grants: [], forbids: [rule("R-8"), rule("R-9")] })).toBe(
      "Yes, with their own account, without what R-8 and R-9 forbid.",
    );
  });

  it("counts the last day in the zone it was picked in", () => {
    const told = record({ ...delegated, expiresAt: "2026-12-31T23:00:00Z" });
    const parts = decisionSentence(told, { ...names, timeZone: "Europe/Berlin" });
    expect(sentenceText(parts)).toContain("until 31 Dec 2026");
  });

  it("says no with its reason and the rules behind it, which can be followed", () => {
    expect(say(denied)).toBe("No: no rule opens it to them.");
    const parts = decisionSentence(
      record({ ...denied, reason: "forbidden", because: [rule("R-5"), rule("R-6")] }),
      names,
    );
    expect(sentenceText(parts)).toBe("No: the whole sheet is forbidden to them, by R-5 and R-6.");
    expect(parts).toContainEqual({ rule: "R-6" });
  });
});
