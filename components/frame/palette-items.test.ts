import { describe, expect, it } from "vitest";
import { joinGroups, matchingGroups } from "./palette-items";

const item = (id: string, label: string, hint?: string) => ({ id, label, hint, href: `/${id}` });
const groups = [
  { label: "Go to", items: [item("sheets", "Sheets"), item("audit", "Audit", "Administration")] },
  { label: "Sheets", items: [item("s1", "Payroll 2026", "as Olga Owner")] },
];

describe("palette items", () => {
  it("finds every typed word, in label or hint, without case", () => {
    expect(matchingGroups(groups, "OLGA pay")).toEqual([groups[1]]);
    expect(matchingGroups(groups, "administ").map((group) => group.items[0]?.id)).toEqual(["audit"]);
  });

  it("shows all when nothing is typed, and no empty groups", () => {
    expect(matchingGroups(groups, " ")).toEqual(groups);
    expect(matchingGroups(groups, "zebra")).toEqual([]);
  });

  it("adds found items to the group of the same name, once each", () => {
    const found = [
      { label: "Sheets", items: [item("s1", "Payroll 2026"), item("s2", "Payroll 2025")] },
      { label: "People", items: [] },
    ];
    const joined = joinGroups(groups, found);
    expect(joined.map((group) => [group.label, group.items.map((one) => one.id)])).toEqual([
      ["Go to", ["sheets", "audit"]],
      ["Sheets", ["s1", "s2"]],
    ]);
  });
});
