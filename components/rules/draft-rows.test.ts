import { describe, expect, it } from "vitest";
import { groupOf, newCondition, newGroup, rowsProblem } from "./draft-rows";
import { ids } from "./logic.test-helper";

describe("conditions being written", () => {
  it("sends nothing while a line is unfinished, and says what it lacks", () => {
    const group = newGroup();
    expect(groupOf(group)).toBeNull();
    expect(rowsProblem(group)).toMatch(/column/);
    expect(rowsProblem({ ...group, parts: [] })).toMatch(/Add a condition/);
  });

  it("sends two values as a list, one as a value, none as nothing", () => {
    const line = { ...newCondition(), column: { columnId: ids.salary } };
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

  it("says that a group inside is empty", () => {
    const outer = { ...newGroup(), parts: [{ ...newGroup("any"), parts: [] }] };
    expect(rowsProblem(outer)).toMatch(/empty group/);
  });
});
