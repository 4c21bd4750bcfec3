import { describe, expect, it } from "vitest";
import { traceLines } from "./decision-trace";
import { missText, unreadableText } from "./reason-text";
import { considered, delegated, denied, record, rule } from "./record.test-helper";

describe("the trace of a decision", () => {
  it("puts deciding rules first, then what would have helped, and counts numbers as numbers", () => {
    const rules = [
      considered("R-10", { outcome: "missed", because: "other_person" }),
      considered("R-2", { outcome: "missed", because: "other_person" }),
      considered("R-7", { outcome: "unreadable", because: "invalid_hours" }),
      considered("R-9", { outcome: "missed", because: "ended" }),
      considered("R-8", { effect: "forbid" }),
    ];
    const decision = {
      ...denied,
      reason: "forbidden" as const,
      because: [rule("R-8")],
      remedy: [rule("R-9")],
    };
    expect(traceLines(record(decision, rules)).map(({ rule: id, kind }) => [id, kind])).toEqual([
      ["R-8", "decided"],
      ["R-9", "would_help"],
      ["R-7", "unreadable"],
      ["R-2", "missed"],
      ["R-10", "missed"],
    ]);
  });

  it("says why each rule counts or does not", () => {
    const rules = [
      considered("R-3"),
      considered("R-4", { outcome: "missed", because: "outside_hours" }),
      considered("R-5", { outcome: "unreadable", because: "invalid_columns" }),
    ];
    expect(traceLines(record(delegated, rules)).map(({ text }) => text)).toEqual([
      "It fits and opens the sheet.",
      `${unreadableText.invalid_columns} So it gives nothing.`,
      missText.outside_hours,
    ]);
  });

  it("says that a forbidding rule that cannot be read closes the sheet", () => {
    const rules = [
      considered("R-5", { effect: "forbid", outcome: "unreadable", because: "stored_rule", version: null }),
    ];
    const decision = { ...denied, reason: "unreadable_forbid" as const, because: [rule("R-5")] };
    const [line] = traceLines(record(decision, rules));
    expect(line).toMatchObject({ kind: "decided" });
    expect(line?.text).toContain("the sheet stays closed");
  });

  it("tells a permit that fits but is not needed from one that decides", () => {
    const own = { ...delegated, via: "own" as const, because: [], grants: [] };
    expect(traceLines(record(own, [considered("R-3")]))).toMatchObject([
      { kind: "matched", text: "It fits, but their own account opens the sheet anyway." },
    ]);
  });

  it("does not let an older version pass for the rule that decided", () => {
    const rules = [
      considered("R-3", { version: 1, outcome: "missed", because: "superseded" }),
      considered("R-3", { version: 2 }),
    ];
    expect(traceLines(record(delegated, rules)).map(({ version, kind }) => [version, kind])).toEqual([
      [2, "decided"],
      [1, "missed"],
    ]);
  });
});
