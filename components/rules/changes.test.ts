import { describe, expect, it } from "vitest";
import type { RuleVersionAnswer } from "@/lib/rules/schema";
import { changesBetween, conflictsOf, stepsOf } from "./changes";
import { draftOf } from "./draft";
import { drawn, ids, names, overMany, withoutDelegation } from "./logic.test-helper";
import { keptColumns } from "./sentence";

const words = { names, connections: [{ id: "C-1", name: "Main" }], timeZone: "Europe/Berlin" };

describe("changesBetween", () => {
  it("says nothing where the sentence stays the same", () => {
    expect(
      changesBetween(drawn, { ...drawn, version: 2, columnTitles: { ...drawn.columnTitles } }, words),
    ).toEqual([]);
  });

  it("names each slot with its old and new words", () => {
    const after = { ...drawn, endsAt: "2027-01-31T23:00:00Z", reason: "longer review", rows: null };
    expect(changesBetween(drawn, after, words)).toEqual([
      { label: "Rows", from: "rows where Contact is the viewer", to: "all rows" },
      { label: "End", from: "31 Dec 2026", to: "31 Jan 2027" },
      { label: "Reason", from: "works-council review of bonus plan", to: "longer review" },
    ]);
  });

  it("says which columns came and went", () => {
    const after = { ...drawn, columns: { mode: "only" as const, ids: [ids.person, ids.salary] } };
    expect(changesBetween(drawn, after, words)).toEqual([
      { label: "Columns", from: null, to: "added Salary; removed Department" },
    ]);
  });

  it("says a change from listed columns to all in full", () => {
    const [change] = changesBetween(drawn, { ...drawn, columns: { mode: "all" } }, words);
    expect(change).toEqual({
      label: "Columns",
      from: "the columns Person, Department",
      to: "all columns (also those added later)",
    });
  });
});

describe("changesBetween, of what a rule may say more", () => {
  const changed = (after: Partial<typeof drawn>, before: Partial<typeof drawn> = {}) =>
    changesBetween({ ...drawn, ...before }, { ...drawn, ...after }, words).map(
      ({ label, from, to }) => `${label}: ${from === null ? "" : `${from} → `}${to}`,
    );

  it("names hours, ticket, parents and masks", () => {
    const hours = { days: [1 as const, 2 as const], from: "09:00", to: "12:00" };
    expect(changed({ hours, ticket: "HR-1", parents: true })).toEqual([
      "Rows: rows where Contact is the viewer → rows where Contact is the viewer, with the rows above them",
      "Hours: at any hour → Mon, Tue 9:00–12:00",
      "Ticket: none → HR-1",
    ]);
    const masks = [{ columnId: ids.person, mask: { kind: "initials" as const } }];
    expect(changed({ masks })).toEqual(["Columns: masked Person (initials)"]);
    expect(changed({}, { masks })).toEqual(["Columns: no longer masked Person (initials)"]);
  });

  it("names how fresh a permit is, and nothing of it of what is a forbid now", () => {
    expect(changed({ freshSeconds: 60 }, { freshSeconds: 5 })).toEqual([
      "Checked for changes: every 5 seconds → every minute",
    ]);
    expect(changed({}, { freshSeconds: 90 })).toEqual([
      "Checked for changes: every 90 seconds → as the connection says",
    ]);
    const never = changesBetween({ ...drawn, freshSeconds: 5 }, withoutDelegation, words);
    expect(never.map(({ label }) => label)).not.toContain("Checked for changes");
  });

  it("tells a folder from a workspace and one sheet from another of its name", () => {
    const workspace = { ...overMany };
    const folder = { ...overMany, resource: { type: "folder" as const, id: "88" } };
    expect(changed(folder, workspace)).toEqual([
      "Folder: every sheet in the workspace Operations → every sheet in the folder Operations",
    ]);
    expect(changed({ resource: { type: "sheet", id: "9" } })).toEqual([
      "Sheet: the sheet Payroll 2026 (3288115553007714) → the sheet Payroll 2026 (9)",
    ]);
  });

  it("takes titles that differ in case alone for the same", () => {
    const titled = (...titles: string[]) => ({ columns: { mode: "only" as const, titles } });
    expect(changed(titled("person", "IBAN"), titled("Person"))).toEqual(["Columns: added IBAN"]);
  });

  it("names who looks below a folder only where somebody does", () => {
    const lookup = (assume: string) => ({ assume, connectionId: "C-1" });
    const never = { ...withoutDelegation, ...overMany, lookup: lookup("olga@acme.test") };
    const later = { ...never, lookup: lookup("vik@acme.test") };
    expect(changesBetween(never, later, words)).toEqual([
      { label: "As seen by", from: "Olga Owner", to: "Vik Viewer" },
    ]);
  });
});

describe("conflictsOf", () => {
  it("sets the newer version beside what is on the screen, slot by slot and in full", () => {
    const mine = { ...draftOf(drawn, words.timeZone), reason: "mine", ticket: "T-2" };
    const newer = {
      ...drawn,
      ...{ version: 2, reason: "theirs", endsAt: "2027-01-31T23:00:00Z" },
      columns: { mode: "only" as const, ids: [ids.person] },
    };
    expect(conflictsOf(newer, { draft: mine, columns: keptColumns(drawn) }, words)).toEqual([
      { label: "Columns", from: "the column Person", to: "the columns Person, Department" },
      { label: "End", from: "31 Jan 2027", to: "31 Dec 2026" },
      { label: "Reason", from: "theirs", to: "mine" },
      { label: "Ticket", from: "none", to: "T-2" },
    ]);
  });

  it("finds nothing where both read the same", () => {
    const mine = { draft: draftOf(drawn, words.timeZone), columns: keptColumns(drawn) };
    expect(conflictsOf({ ...drawn, version: 2 }, mine, words)).toEqual([]);
  });
});

describe("stepsOf", () => {
  it("goes from the newest step to the first, and an end changes no slot", () => {
    const step = (version: number, change: RuleVersionAnswer["change"], rule = drawn): RuleVersionAnswer => ({
      ...{ version, change, rule },
      changedBy: "ada@acme.test",
      at: `2026-11-2${version}T08:00:00Z`,
    });
    const later = { ...drawn, endsAt: "2027-03-31T22:00:00Z" };
    const steps = stepsOf([step(1, "created"), step(2, "extended", later), step(3, "ended", later)], words);
    expect(steps.map(({ version, did, changes }) => [version, did, changes.length])).toEqual([
      [3, "ended it", 0],
      [2, "extended it", 1],
      [1, "wrote this rule", 0],
    ]);
  });
});
