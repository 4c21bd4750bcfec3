import { describe, expect, it } from "vitest";
import {
  all,
  COST,
  DUE,
  forbid,
  PROJECTS,
  permit,
  STATUS,
  sheet,
  TASK,
  unreadable,
  userId,
} from "@/lib/policy/sample.test-helper";
import type { Person } from "@/lib/policy/types";
import { blastRadius } from "./blast-radius";
import {
  added,
  asset,
  budget,
  dana,
  FILLED,
  FOLDER,
  facts,
  forVik,
  onBudget,
  onSheet,
  vik,
  wanda,
  world,
} from "./radius.test-helper";

describe("what a change of rules does", () => {
  it("counts whom a new permit lets in, and what they see", () => {
    const radius = added(permit("r1", forVik));
    expect(radius).toMatchObject({
      people: { gained: 1, lost: 0 },
      sheets: { gained: 1, lost: 0 },
      rows: { gained: 5, lost: 0 },
      columns: { gained: 5, lost: 0 },
      sensitive: { gained: [{ sheet: "Projects", title: "Cost" }], lost: [] },
      cells: { gained: FILLED, lost: 0 },
      isUnchanged: false,
      unreadable: [],
    });
    expect(radius.persons.map(({ name }) => name)).toEqual(["Vik Viewer"]);
    expect(onSheet(radius)).toEqual({
      sheetId: PROJECTS,
      name: "Projects",
      rows: { before: 0, after: 5, gained: 5, lost: 0 },
      columns: {
        gained: ["Task", "Owner", "Status", "Cost", "Due"],
        lost: [],
        newlyMasked: [],
        unmasked: [],
      },
      sensitive: { gained: ["Cost"], lost: [] },
      cells: { gained: FILLED, lost: 0 },
      actions: { gained: ["read"], lost: [] },
      expiresAt: { before: null, after: "2026-12-31T23:59:59+01:00" },
      sample: null,
    });
  });

  it("counts rows and columns once, and cells for each person", () => {
    const radius = added(permit("r1"));
    expect(radius.people).toEqual({ gained: 3, lost: 0 });
    expect(radius.rows).toEqual({ gained: 5, lost: 0 });
    expect(radius.columns).toEqual({ gained: 5, lost: 0 });
    expect(radius.cells).toEqual({ gained: 3 * FILLED, lost: 0 });
    expect(radius.persons.map(({ name }) => name)).toEqual(["Dana Data", "Vik Viewer", "Wanda Watcher"]);
  });

  it("counts somebody who saw rows of another sheet as no new person", () => {
    const radius = added(permit("r2", onBudget), [permit("r1", forVik)]);
    expect(radius.people).toEqual({ gained: 2, lost: 0 });
    expect(radius.sheets).toEqual({ gained: 1, lost: 0 });
    const end = blastRadius([permit("r1"), permit("r2", onBudget)], [permit("r1")], world());
    expect(end.people).toEqual({ gained: 0, lost: 0 });
    expect(end.sheets).toEqual({ gained: 0, lost: 1 });
    expect(end.sensitive.lost).toEqual([{ sheet: "Budget", title: "Salary" }]);
  });

  it("opens a sheet of which no row matches with its titles, and to nobody's first row", () => {
    const rows = all({ columnId: TASK, operator: "EQUAL", value: "nothing" });
    const radius = added(permit("r1", { ...forVik, rows }));
    expect(radius.people.gained).toBe(0);
    expect([radius.sheets.gained, radius.rows.gained, radius.columns.gained]).toEqual([1, 0, 5]);
  });

  it("says what a forbid takes, cell by cell", () => {
    const rows = all({ columnId: STATUS, operator: "EQUAL", value: "Done" });
    const narrow = forbid("f1", { ...forVik, columns: { mode: "only", ids: [COST, TASK] }, rows });
    const radius = added(narrow, [permit("r1")]);
    expect(radius).toMatchObject({
      people: { gained: 0, lost: 0 },
      rows: { gained: 0, lost: 0 },
      columns: { gained: 0, lost: 0 },
      cells: { gained: 0, lost: 2 },
    });
    expect(radius.persons).toHaveLength(1);
    const whole = added(forbid("f2", { rows }), [permit("r1")]);
    expect(whole.rows).toEqual({ gained: 0, lost: 1 });
    expect(onSheet(whole)?.rows).toEqual({ before: 5, after: 4, gained: 0, lost: 1 });
  });

  it("closes every sheet to everybody where a forbid can't be read", () => {
    const radius = added(unreadable("f1", { sheetId: null }), [permit("r1"), permit("r2", onBudget)]);
    expect(radius).toMatchObject({ people: { lost: 3 }, sheets: { lost: 2 }, rows: { lost: 6 } });
  });

  it("compares by id: other rows and columns of equal number are both gained and lost", () => {
    const on = (status: string, id: typeof COST) =>
      permit("r1", {
        ...forVik,
        version: status === "Done" ? 1 : 2,
        columns: { mode: "only", ids: [id, TASK] },
        rows: all({ columnId: STATUS, operator: "EQUAL", value: status }),
      });
    const radius = blastRadius([on("Done", COST)], [on("Open", DUE)], world());
    expect(radius.people).toEqual({ gained: 0, lost: 0 });
    expect(radius.rows).toEqual({ gained: 1, lost: 1 });
    expect(onSheet(radius)?.columns).toMatchObject({ gained: ["Due"], lost: ["Cost"] });
    expect(radius.cells).toEqual({ gained: 2, lost: 2 });
  });

  it("tells of actions and ends alone", () => {
    const was = permit("r1", forVik);
    const now = permit("r1", {
      ...forVik,
      version: 2,
      actions: ["read", "export"],
      endsAt: "2027-01-31T00:00:00Z",
    });
    const radius = blastRadius([was], [now], world());
    expect(radius.isUnchanged).toBe(false);
    expect(radius.cells).toEqual({ gained: 0, lost: 0 });
    expect(onSheet(radius)).toMatchObject({
      actions: { gained: ["export"], lost: [] },
      expiresAt: { before: was.endsAt, after: "2027-01-31T00:00:00Z" },
    });
  });

  it("lets a folder's rule reach the sheets in it, and none of which nobody knows where they lie", () => {
    const assets = [asset(sheet()), asset(budget, { within: null })];
    const radius = added(permit("r1", { resource: FOLDER }), [], { assets });
    expect(radius.persons[0]?.sheets.map(({ name }) => name)).toEqual(["Projects"]);
  });

  it("I03 reaches a person by id, whatever the address", () => {
    const twin: Person = { ...dana, userId: userId("14"), email: vik.email };
    const radius = added(permit("r1", forVik), [], { people: [twin, vik] });
    expect(radius.persons.map(({ userId: id }) => id)).toEqual([vik.userId]);
  });

  it("opens nothing to those who are disabled, nor while everything is paused", () => {
    const off = { ...vik, enabled: false };
    expect(added(permit("r1"), [], { people: [off] }).isUnchanged).toBe(true);
    const paused = { ...facts, switches: { appPaused: true, delegationPaused: false } };
    expect(added(permit("r1"), [], { facts: paused }).isUnchanged).toBe(true);
    const stopped = { ...facts, switches: { appPaused: false, delegationPaused: true } };
    expect(added(permit("r1"), [], { facts: stopped }).isUnchanged).toBe(true);
  });

  it("takes a newer version for the one that counts", () => {
    const older = permit("r1", forVik);
    const newer = permit("r1", { version: 2, principal: { type: "user", email: "", userId: wanda.userId } });
    const radius = blastRadius([older], [older, newer], world());
    expect(radius.people).toEqual({ gained: 1, lost: 1 });
  });
});
