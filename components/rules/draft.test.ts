import { describe, expect, it } from "vitest";
import { ruleInput } from "@/lib/rules/schema";
import {
  type Draft,
  draftOf,
  emptyDraft,
  inputOf,
  isSameDraft,
  previewOf,
  problemsOf,
  whoOfText,
  withAction,
  withEffect,
  withSheet,
} from "./draft";
import { editPart, groupOf, newCondition, newGroup, rowsProblem } from "./draft-rows";
import { drawn, ids } from "./logic.test-helper";
import { slotOfField } from "./slot-of-field";

const zone = "Europe/Berlin";
const today = "2026-11-24";
const draft = draftOf(drawn, zone);

describe("a draft", () => {
  it("sends back the rule it was made from", () => {
    const input = inputOf(draft, zone, today);
    expect(ruleInput.safeParse(input).success).toBe(true);
    const { principal, resource, delegation, actions, columns, rows, endsAt, reason } = drawn;
    expect(input).toEqual({
      effect: "permit",
      ...{ principal, resource, delegation, actions, columns, rows, endsAt, reason },
    });
  });

  it("keeps a moment inside a day until another day is picked", () => {
    const odd = draftOf({ ...drawn, endsAt: "2026-12-31T12:34:56Z" }, zone);
    expect(inputOf(odd, zone, today)?.endsAt).toBe("2026-12-31T12:34:56Z");
    expect(odd.ends?.day).toBe("2026-12-31");
    expect(inputOf({ ...odd, ends: { day: "2026-12-31" } }, zone, today)?.endsAt).toBe(
      "2026-12-31T23:00:00Z",
    );
  });

  it("names every slot that is still empty, and sends nothing", () => {
    expect(Object.keys(problemsOf(emptyDraft, today)).sort()).toEqual(
      ["assume", "columns", "ends", "reason", "sheet", "who"].sort(),
    );
    expect(inputOf(emptyDraft, zone, today)).toBeNull();
    expect(previewOf(emptyDraft, zone, today)).toBeNull();
  });

  it("refuses an end before today or before the start", () => {
    expect(problemsOf({ ...draft, ends: { day: "2026-11-23" } }, today).ends).toMatch(/past/);
    expect(problemsOf({ ...draft, starts: { day: "2027-02-01" } }, today).ends).toMatch(/before the start/);
  });

  it("previews before the reason and the end are there, and the same with them", () => {
    const early = previewOf({ ...draft, reason: "", ends: null }, zone, today);
    expect(early).not.toBeNull();
    expect(early).toEqual(previewOf(draft, zone, today));
    expect(ruleInput.safeParse(early).success).toBe(true);
  });

  it("makes a forbid without anybody to read as, open-ended if wished", () => {
    const never: Draft = { ...withEffect(draft, "forbid"), ends: null };
    const input = inputOf(never, zone, today);
    expect(input).toMatchObject({ effect: "forbid", endsAt: null });
    expect(input).not.toHaveProperty("delegation");
    expect(ruleInput.safeParse(input).success).toBe(true);
  });

  it("never gives export along when a permit becomes a forbid", () => {
    expect(withEffect(withAction(draft, "export", true), "forbid").actions).toEqual(["read"]);
  });

  it("drops columns and rows of the sheet before, but not of the same sheet", () => {
    expect(withSheet(draft, { id: "9", name: "Other" })).toMatchObject({ columns: null, rows: null });
    expect(withSheet(draft, { id: "3288115553007714", name: "Payroll" }).rows).not.toBeNull();
  });

  it("reads a typed address or domain as a person or a domain", () => {
    expect(whoOfText(" Vik@Acme.test ")).toEqual({ type: "user", email: "vik@acme.test" });
    expect(whoOfText("@acme.test")).toEqual({ type: "domain", domain: "acme.test" });
    expect(whoOfText("a@b.test, c@d.test")).toBeNull();
    expect(whoOfText("vik")).toBeNull();
  });

  it("is the same as another that says the same", () => {
    expect(isSameDraft(draft, draftOf(drawn, zone))).toBe(true);
    expect(isSameDraft(draft, { ...draft, reason: "else" })).toBe(false);
  });
});

describe("conditions being written", () => {
  it("sends nothing while a line is unfinished, and says what it lacks", () => {
    const group = newGroup();
    expect(groupOf(group)).toBeNull();
    expect(rowsProblem(group)).toMatch(/column/);
    expect(rowsProblem({ ...group, parts: [] })).toMatch(/Add a condition/);
  });

  it("sends two values as a list, one as a value, none as nothing", () => {
    const line = { ...newCondition(), columnId: ids.salary };
    const sent = groupOf({
      key: "g",
      match: "any",
      parts: [
        { ...line, operator: "BETWEEN", operands: ["1", "2"] },
        { ...line, operator: "EQUAL", operands: ["1"] },
        { ...line, operator: "IS_BLANK", operands: ["left over"] },
      ],
    });
    expect(sent?.conditions).toEqual([
      { columnId: ids.salary, operator: "BETWEEN", values: ["1", "2"] },
      { columnId: ids.salary, operator: "EQUAL", value: "1" },
      { columnId: ids.salary, operator: "IS_BLANK" },
    ]);
  });

  it("edits and removes a line however deep it stands", () => {
    const inner = newGroup("any");
    const outer = { ...newGroup(), parts: [inner] };
    const [line] = inner.parts;
    const changed = editPart(outer, line?.key ?? "", () => null);
    expect(changed.parts).toEqual([{ ...inner, parts: [] }]);
    expect(rowsProblem(changed)).toMatch(/empty group/);
  });
});

describe("slotOfField", () => {
  it("finds the slot an error speaks of", () => {
    expect(slotOfField("principal")).toBe("who");
    expect(slotOfField("rule.delegation.assume")).toBe("assume");
    expect(slotOfField("delegation.connectionId")).toBe("connection");
    expect(slotOfField("rows.conditions.0.conditions.2")).toBe("rows");
    expect(slotOfField("version")).toBeNull();
    expect(slotOfField(undefined)).toBeNull();
  });
});
