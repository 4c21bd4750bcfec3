import { describe, expect, it } from "vitest";
import type { RuleAnswer } from "@/lib/rules/schema";
import { type Draft, draftOf, emptyDraft, type SlotName } from "./draft";
import { drawn, ids, names, neverBelow, overMany } from "./logic.test-helper";
import { problemWords } from "./problems";
import { keptColumns, piecesOf, ruleTitle, slotText, tokensOf } from "./sentence";

const zone = "Europe/Berlin";

function say(rule: RuleAnswer): string {
  const wording = { names, columns: keptColumns(rule), connections: [] };
  return piecesOf(draftOf(rule, zone), wording)
    .map((piece) => (typeof piece === "string" ? piece : slotText(piece.slot, piece.tokens)))
    .join("");
}

describe("the sentence", () => {
  it("reads like the drawing", () => {
    expect(say(drawn)).toBe(
      "Vik Viewer may read the sheet Payroll 2026 as Olga Owner, the columns Person, Department, in rows where Contact is the viewer, until 31 Dec 2026, because works-council review of bonus plan.",
    );
  });

  it("says a forbid without a person to read as", () => {
    const { delegation: _left, ...rest } = drawn;
    const never: RuleAnswer = {
      ...rest,
      effect: "forbid",
      columns: { mode: "all" },
      rows: null,
      endsAt: null,
    };
    expect(say(never)).toBe(
      "Vik Viewer may never read the sheet Payroll 2026, all columns (also those added later), in all rows, until further notice, because works-council review of bonus plan.",
    );
  });

  it("puts groups inside groups in brackets", () => {
    const rows: RuleAnswer["rows"] = {
      match: "all",
      conditions: [
        { columnId: ids.department, operator: "IS_ONE_OF", values: ["Legal", "Ops"] },
        {
          match: "any",
          conditions: [
            { columnId: ids.salary, operator: "LESS_THAN", value: 10 },
            { columnId: ids.salary, operator: "IS_BLANK" },
          ],
        },
        { match: "none", conditions: [{ columnId: ids.person, operator: "EQUAL", value: "x" }] },
      ],
    };
    expect(say({ ...drawn, rows })).toContain(
      "rows where Department is one of Legal or Ops and (Salary is less than 10 or Salary is blank) and not (Person is x)",
    );
  });

  it("invites where nothing is chosen", () => {
    const empty = piecesOf(emptyDraft, { names, columns: {}, connections: [] });
    const asked = empty.flatMap((piece) => (typeof piece !== "string" && piece.isEmpty ? piece.slot : []));
    expect(asked).toEqual(["who", "resource", "assume", "columns", "ends", "reason"]);
  });

  it("tells how fresh the data is only where the rule says so, and of a permit", () => {
    expect(say({ ...drawn, freshSeconds: 5 })).toContain(
      ", until 31 Dec 2026, checked for changes every 5 seconds, because",
    );
    const left = { ...draftOf({ ...drawn, freshSeconds: 5 }, zone), effect: "forbid" as const };
    const slots = piecesOf(left, { names, columns: {}, connections: [] });
    expect(slots.flatMap((piece) => (typeof piece === "string" ? [] : piece.slot))).not.toContain("fresh");
  });

  it("names the connection only where there is a choice", () => {
    const slots = (connections: { id: string; name: string }[]) =>
      piecesOf(draftOf(drawn, zone), { names, columns: {}, connections }).flatMap((piece) =>
        typeof piece === "string" ? [] : piece.slot,
      );
    expect(slots([{ id: "C-1", name: "Main" }])).not.toContain("connection");
    expect(
      slots([
        { id: "C-1", name: "Main" },
        { id: "C-2", name: "EU" },
      ]),
    ).toContain("connection");
  });

  it("is short in lists", () => {
    expect(ruleTitle(drawn, names)).toBe("Vik Viewer reads Payroll 2026 as Olga Owner");
    expect(ruleTitle({ ...drawn, effect: "forbid" }, {})).toBe("vik@acme.test never reads Payroll 2026");
    expect(ruleTitle({ ...drawn, ...overMany }, names)).toBe(
      "Vik Viewer reads every sheet in the workspace Operations as Olga Owner",
    );
    expect(ruleTitle(neverBelow, names)).toBe("Vik Viewer never reads any sheet in the folder Board papers");
  });
});

describe("slots", () => {
  const slotsOf = (draft: Draft, open: SlotName | null = null) =>
    piecesOf(draft, { names, columns: {}, connections: [], open }).flatMap((piece) =>
      typeof piece === "string" ? [] : piece,
    );
  const slot = (draft: Draft, name: SlotName) => slotsOf(draft).find((each) => each.slot === name);

  it("are called by what they hold", () => {
    expect(slot(emptyDraft, "resource")?.label).toBe("Sheet");
    expect(slot(draftOf({ ...drawn, ...overMany }, zone), "resource")?.label).toBe("Workspace");
    expect(slot(draftOf(drawn, zone), "assume")).toMatchObject({ label: "As whom", isDelegated: true });
    expect(slot(draftOf(neverBelow, zone), "assume")).toMatchObject({ label: "As seen by" });
    expect(slot(draftOf(neverBelow, zone), "assume")?.isDelegated).toBeUndefined();
  });

  it("of what one may leave out stand there only once it is said, or while it is edited", () => {
    const left = (open: SlotName | null) =>
      slotsOf(draftOf(drawn, zone), open).filter((each) =>
        ["starts", "hours", "fresh", "ticket"].includes(each.slot),
      );
    expect(left(null)).toEqual([]);
    for (const name of ["starts", "hours", "fresh", "ticket"] as const)
      expect(left(name).map((each) => each.slot)).toEqual([name]);
  });

  it("name columns in full up to a number, and count the rest", () => {
    const titles = ["A", "B", "C", "D", "E"];
    const many = draftOf({ ...drawn, ...overMany, columns: { mode: "only", titles } }, zone);
    const tokens = tokensOf(many, "columns", { names, columns: {}, connections: [], most: 4 });
    expect(slotText("columns", tokens)).toBe("the columns A, B, C, + 2");
  });
});

describe("problemWords", () => {
  it("says cause and fix, and nothing about an ended rule", () => {
    const problem = { code: "cannot_assume", at: "2026-11-24T08:00:00Z" };
    expect(problemWords({ ...drawn, problem }, names)?.cause).toContain(
      "Olga Owner can no longer be read as",
    );
    expect(problemWords({ ...drawn, problem: { ...problem, code: "token_expired" } }, names)?.door).toBe(
      "connections",
    );
    expect(problemWords({ ...drawn, problem, state: "ended" }, names)).toBeNull();
    expect(problemWords(drawn, names)).toBeNull();
  });
});
