import { describe, expect, it } from "vitest";
import type { RuleAnswer } from "@/lib/rules/schema";
import { entryOf, shownEntries } from "./list-entry";
import { drawn, ids, names, overMany, withoutDelegation } from "./logic.test-helper";

const entry = (change: Partial<RuleAnswer>) => entryOf({ ...drawn, ...change }, names, "UTC");

describe("the list of rules", () => {
  it("says a rule in short", () => {
    expect(entry({ actions: ["read", "export"] })).toMatchObject({
      title: "Vik Viewer reads Payroll 2026 as Olga Owner",
      columns: "2 columns",
      columnNames: "the columns Person, Department",
      rows: "rows where Contact is the viewer",
      extra: "export",
    });
    expect(entry({ columns: { mode: "except", ids: [ids.salary] } }).columns).toBe("all but 1 column");
    expect(entry({ endedAt: "2026-11-24T10:00:00Z" }).endsAt).toBe("2026-11-24T10:00:00Z");
  });

  it("counts titles as columns, and finds a rule by its ticket", () => {
    const titled = entry({ columns: { mode: "only", titles: ["A", "B"] }, ticket: "HR-12" });
    expect(titled).toMatchObject({ columns: "2 columns", columnNames: "the columns A, B" });
    expect(shownEntries([titled], "all", "hr-12")).toHaveLength(1);
  });

  it("tells a workspace, a report and a group by their words, and how many columns are masked", () => {
    const masks: RuleAnswer["masks"] = [{ title: "Salary", mask: { kind: "year" } }];
    const many = { principal: { type: "localGroup", id: "G-1" } as const, ...overMany, masks };
    const named = { ...names, "localGroup:G-1": "Pay team" };
    expect(entryOf({ ...drawn, ...many }, named, "UTC")).toMatchObject({
      title: "The group Pay team (kept here) reads every sheet in the workspace Operations as Olga Owner",
      columns: "2 columns, 1 masked",
    });
    const report = {
      ...withoutDelegation,
      resource: { type: "report", id: "5" } as const,
      sheetName: "By team",
    };
    expect(entryOf({ ...report, principal: { type: "link", id: null } }, names, "UTC").title).toBe(
      "Every share link never reads the report By team",
    );
  });

  it("knows a paused permit; a forbid never is one", () => {
    const paused = new Set(["R-17"]);
    expect(entryOf(drawn, names, "UTC", paused).isPaused).toBe(true);
    expect(entryOf(drawn, names, "UTC").isPaused).toBe(false);
    expect(entryOf(withoutDelegation, names, "UTC", paused).isPaused).toBe(false);
  });

  it("keeps upcoming and unreadable rules among the active, and puts trouble first", () => {
    const entries = [
      entry({ id: "R-1", state: "ended" }),
      entry({ id: "R-2", state: "unreadable" }),
      entry({ id: "R-9" }),
      entry({ id: "R-10", state: "upcoming" }),
      entry({ id: "R-3", problem: { code: "cannot_assume", at: "2026-11-24T10:00:00Z" } }),
    ];
    const order = (filter: "all" | "active" | "ended", query = "") =>
      shownEntries(entries, filter, query).map(({ id }) => id);
    expect(order("active")).toEqual(["R-3", "R-2", "R-10", "R-9"]);
    expect(order("ended")).toEqual(["R-1"]);
    expect(order("all", "vik R-9")).toEqual(["R-9"]);
    expect(order("all", "bonus nobody")).toEqual([]);
  });
});
