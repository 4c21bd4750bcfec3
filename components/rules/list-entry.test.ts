import { describe, expect, it } from "vitest";
import type { RuleAnswer } from "@/lib/rules/schema";
import { entryOf, shownEntries } from "./list-entry";
import { drawn, ids, names } from "./logic.test-helper";

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
