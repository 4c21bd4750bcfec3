import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEPARTMENT, HIDDEN, PAYROLL, PERSON, PLAN, SALARY } from "@/scripts/testing/world";
import type { LiveChange } from "./events";
import { type LiveWorld, openLiveWorld } from "./live-world.test-helper";
import type { Page } from "./page.test-helper";

let at: LiveWorld;
beforeEach(async () => {
  at = await openLiveWorld();
});
afterEach(() => at.close());

const setCell = (row: number, column: string, value: string) =>
  at.edit((rows) =>
    rows.map((one, n) => (n === row ? { ...one, cells: { ...one.cells, [column]: { value } } } : one)),
  );

const events = async () =>
  (await at.world.services.audit.list({ sheetId: PAYROLL }, 100)).map(({ decision }) => decision).reverse();

function changes(page: Page): LiveChange[] {
  return page.told.flatMap((one) => (one.name === "change" ? [one.data] : []));
}

describe("an open page", () => {
  it("says hello, and opening it is no event on record", async () => {
    await at.rule();
    const tag = await at.read(at.vik);
    const before = await events();
    const page = await at.open(at.vik, { tag });
    expect(page.told).toEqual([{ name: "hello", data: { tag, fetchedAt: "2026-11-24T09:00:00.000Z" } }]);
    expect(await events()).toEqual(before);
  });

  it("is told at once to load anew when it shows something else", async () => {
    await at.rule();
    const page = await at.open(at.vik, { tag: "another" });
    const [hello] = page.told;
    expect(page.told[1]).toEqual({
      name: "reload",
      data: { tag: hello?.name === "hello" && hello.data.tag },
    });
  });

  it("gets a change as its rows, recorded as a read, within a freshness", async () => {
    await at.rule();
    const tag = await at.read(at.vik);
    const page = await at.open(at.vik, { tag });
    const before = await events();
    setCell(2, PERSON, "Somebody new");
    await at.pass(16);
    const [change, ...more] = changes(page);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ from: tag, removed: [], sheet: { version: 8, totalRowCount: 6 } });
    expect(change?.access).toMatchObject({ via: "delegated", assumedUsers: ["olga@acme.test"] });
    expect(change?.rows).toEqual([
      {
        ...{ id: "8002", rowNumber: 3, parentId: null },
        cells: { [PERSON]: { value: "Somebody new" }, [DEPARTMENT]: { value: "Finance" } },
      },
    ]);
    expect(Object.keys(change ?? {})).toEqual(["from", "tag", "sheet", "access", "removed", "rows"]);
    const recorded = (await events()).slice(before.length);
    expect(recorded.slice(-2)).toEqual(["allowed", "served"]);
    expect(recorded.filter((one) => one === "served")).toHaveLength(1);
    expect(await at.read(at.vik)).toBe(change?.tag);
  });

  it("I11 a change of a hidden column is a new tag and no row", async () => {
    await at.rule();
    const page = await at.open(at.vik);
    setCell(2, SALARY, `${HIDDEN}-raised`);
    await at.pass(16);
    expect(changes(page)).toMatchObject([{ removed: [], rows: [] }]);
    expect(page.wire()).not.toContain(HIDDEN);
    expect(page.wire()).not.toContain(SALARY);
  });

  it("gets one change after the other, each from the one before", async () => {
    await at.rule();
    const page = await at.open(at.vik);
    setCell(0, PERSON, "First");
    await at.pass(16);
    at.edit((rows) =>
      [...rows.slice(1), ...rows.slice(0, 1)].map((row, n) => ({ ...row, rowNumber: n + 1 })),
    );
    await at.pass(16);
    const [one, two] = changes(page);
    expect(two?.from).toBe(one?.tag);
    expect(two).toMatchObject({
      removed: [],
      rows: [],
      order: ["8001", "8002", "8003", "8004", "8005", "8000"],
    });
  });

  it("is told its age once a freshness while nothing changes", async () => {
    await at.rule();
    const page = await at.open(at.vik);
    const calls = at.world.smartsheet.calls.length;
    await at.pass(61);
    expect(page.names()).toEqual(["hello", "age", "age", "age", "age"]);
    const ages = page.told.flatMap(({ name, data }) => (name === "age" ? [data.fetchedAt] : []));
    expect(new Set(ages).size).toBe(4);
    // Each a question for the version, and never the sheet.
    expect(at.world.smartsheet.calls.slice(calls).map(({ name }) => name)).not.toContain("getSheet");
  });

  it("F01-F03 stays when Smartsheet does not answer, says so, and recovers", async () => {
    await at.rule();
    const page = await at.open(at.vik);
    at.breakSmartsheet();
    await at.pass(31);
    const stale = page.told.at(-1);
    expect(stale).toMatchObject({ name: "stale", data: { error: { code: "upstream_unavailable" } } });
    expect(page.state).toBe("open");
    await at.mendSmartsheet();
    setCell(1, PERSON, "After the fault");
    await at.pass(61);
    expect(changes(page)).toMatchObject([{ rows: [{ id: "8001" }] }]);
    expect(page.names().at(-1)).toBe("age");
  });

  it("says nothing but the age when the budget for open pages ran out", async () => {
    await at.rule();
    const page = await at.open(at.vik);
    at.world.smartsheet.failNext({ code: "rate_limited", message: "as the test says", isQueued: true });
    await at.pass(16);
    await at.pass(16);
    expect(page.names()).toEqual(["hello", "age", "age"]);
    const ages = page.told.flatMap(({ name, data }) =>
      name === "age" || name === "hello" ? [data.fetchedAt] : [],
    );
    expect([ages[1] === ages[0], ages[2] === ages[0]]).toEqual([true, false]);
  });

  it("works the same by own access", async () => {
    const page = await at.open(at.vik, { sheetId: PLAN });
    at.edit(
      (rows) => rows.map((row) => ({ ...row, cells: { "5617817550605962": { value: "Build" } } })),
      PLAN,
    );
    await at.pass(16);
    expect(changes(page)).toMatchObject([
      { access: { via: "own", expiresAt: null }, rows: [{ id: "9001" }] },
    ]);
  });

  it("F01-F03 own access stays through a fault as well", async () => {
    const page = await at.open(at.vik, { sheetId: PLAN });
    at.breakSmartsheet();
    await at.pass(31);
    expect(page.names().at(-1)).toBe("stale");
    expect(page.state).toBe("open");
  });
});

describe("many pages", () => {
  it("of one sheet ask Smartsheet once for all, and have one timer", async () => {
    await at.rule();
    const tag = await at.read(at.vik);
    for (let n = 0; n < 5; n++) await at.open(at.vik, { tag });
    expect(vi.getTimerCount()).toBe(2);
    const calls = at.world.smartsheet.calls.length;
    await at.pass(16);
    const lanes = at.world.smartsheet.calls.slice(calls).filter(({ lane }) => lane === "admin");
    expect(lanes).toHaveLength(1);
  });

  it("cost nothing once they are closed", async () => {
    await at.rule();
    const pages = [await at.open(at.vik), await at.open(at.vik)];
    for (const page of pages) page.leave();
    expect(at.live.openCount()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    const calls = at.world.smartsheet.calls.length;
    await at.pass(120);
    expect(at.world.smartsheet.calls).toHaveLength(calls);
  });
});
