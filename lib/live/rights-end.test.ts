import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deleteSession } from "@/db/queries/people";
import { DEPARTMENT, HIDDEN, PAYROLL, PERSON, payrollRule } from "@/scripts/testing/world";
import { type LiveWorld, openLiveWorld } from "./live-world.test-helper";
import type { Page } from "./page.test-helper";

let at: LiveWorld;
beforeEach(async () => {
  at = await openLiveWorld();
});
afterEach(() => at.close());

const by = () => [at.ada, at.world.context(at.ada)] as const;
const pause = (what: Parameters<LiveWorld["world"]["services"]["pauses"]["pause"]>[0]) =>
  at.world.services.pauses.pause(what, "A test", ...by());

/** The page was told that it is gone, and this is all: whatever happens to the sheet after. */
async function expectGone(page: Page, code: string): Promise<void> {
  const last = page.told.at(-1);
  expect(last).toMatchObject({ name: "gone", data: { error: { code } } });
  expect(last?.name === "gone" && last.data.error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(page.state).toBe("ended");
  const wire = page.wire();
  at.edit((rows) => rows.map((row) => ({ ...row, cells: { [PERSON]: { value: HIDDEN } } })));
  await at.pass(40);
  expect(page.wire()).toBe(wire);
  expect(at.live.openCount()).toBe(0);
}

describe("T04 the right ends on an open page", () => {
  it("by its time: gone at that moment", async () => {
    await at.rule({ endsAt: "2026-11-24T09:00:40Z" });
    const page = await at.open(at.vik);
    await at.pass(39.75);
    expect(page.names()).not.toContain("gone");
    await at.pass(0.5);
    await expectGone(page, "not_found");
  });

  it("F18 by its time, though the clock is set back", async () => {
    await at.rule({ endsAt: "2026-11-24T09:00:40Z" });
    const page = await at.open(at.vik);
    await at.pass(20);
    at.setBack(600);
    await at.pass(19.5);
    expect(page.state).toBe("open");
    await at.pass(0.75);
    await expectGone(page, "not_found");
  });

  it("by its time, though a look is under way and hangs", async () => {
    await at.rule({ endsAt: "2026-11-24T09:00:40Z" });
    const page = await at.open(at.vik);
    await at.pass(29);
    let answer = () => {};
    at.hold(new Promise<void>((resolve) => (answer = resolve)));
    await at.pass(2);
    at.hold(null);
    await at.pass(9.25);
    expect(page.names().at(-1)).toBe("gone");
    answer();
    await expectGone(page, "not_found");
  });

  it("by a longer one that goes on, not at all", async () => {
    const first = await at.rule({ endsAt: "2026-11-24T09:00:40Z" });
    await at.rule({ endsAt: "2026-11-24T10:00:00Z" });
    const page = await at.open(at.vik);
    await at.pass(60);
    expect(page.state).toBe("open");
    expect(page.told.at(-1)?.name).not.toBe("gone");
    expect(first).toMatch(/^R-/);
  });

  const ways: [string, string, (page: Page, rule: string) => Promise<unknown>][] = [
    ["an administrator ends the rule", "not_found", (_, rule) => at.world.services.rules.end(rule, ...by())],
    ["the rule is paused", "not_found", (_, rule) => pause({ kind: "rule", target: rule })],
    ["the sheet is paused", "not_found", () => pause({ kind: "sheet", target: PAYROLL })],
    ["the assumed user is paused", "not_found", () => pause({ kind: "assumed", target: "olga@acme.test" })],
    ["all delegation is paused", "delegation_off", () => pause({ kind: "all", target: "" })],
    ["the person is paused", "unauthenticated", () => pause({ kind: "person", target: at.vik.userId })],
    ["the sign-in is ended", "unauthenticated", ({ sessionId }) => deleteSession(sessionId, at.vik.userId)],
    [
      "the connection is removed",
      "delegation_off",
      async () => {
        for (const { id } of await at.world.services.connections.list())
          await at.world.services.connections.remove(id, at.world.context(at.ada));
      },
    ],
  ];
  it.each(ways)("I04 when %s: gone within a second", async (_, code, end) => {
    const rule = await at.rule();
    const page = await at.open(at.vik);
    await at.pass(2);
    await end(page, rule);
    await at.pass(1);
    await expectGone(page, code);
  });

  it("at once where a service says so itself", async () => {
    const rule = await at.rule();
    const page = await at.open(at.vik);
    await at.world.services.rules.end(rule, ...by());
    at.live.poke(PAYROLL);
    await at.pass(0.25);
    await expectGone(page, "not_found");
  });

  it("F11 the sheet is no more: gone at the next look", async () => {
    await at.rule();
    const page = await at.open(at.vik);
    at.world.smart.sheets = at.world.smart.sheets.filter(({ sheet }) => sheet.id !== PAYROLL);
    await at.pass(16);
    expect(page.told.at(-1)).toMatchObject({ name: "gone", data: { error: { code: "not_found" } } });
    expect(page.state).toBe("ended");
  });

  it("an idle sign-in ends, whatever is open", async () => {
    await at.rule({ endsAt: "2026-12-01T00:00:00Z" });
    const page = await at.open(at.vik);
    at.world.wait(12 * 3600);
    await at.pass(16);
    await expectGone(page, "unauthenticated");
  });

  it("while Smartsheet is down: gone, as the right cannot be found to hold", async () => {
    const rule = await at.rule();
    const page = await at.open(at.vik);
    at.breakSmartsheet();
    // Until what the person's own token said is forgotten: then only the rule opens the sheet for certain.
    await at.pass(91);
    expect(page.names().at(-1)).toBe("stale");
    await at.world.services.rules.end(rule, ...by());
    await at.pass(1);
    expect(page.told.at(-1)).toMatchObject({
      name: "gone",
      data: { error: { code: "upstream_unavailable" } },
    });
    expect(page.state).toBe("ended");
  });
});

describe("I04 the right changes on an open page", () => {
  it("a column is taken away: told within a second, with every row that showed it", async () => {
    const id = await at.rule();
    const page = await at.open(at.vik);
    const input = payrollRule({ columns: { mode: "only", ids: [PERSON] } });
    const changed = await at.world.services.rules.change(id, 1, input, ...by());
    expect(changed.ok).toBe(true);
    await at.pass(1);
    const change = page.told.at(-1);
    if (change?.name !== "change") throw new Error("A change was expected.");
    expect(change.data.columns?.map(({ id }) => id)).toEqual([PERSON]);
    expect(change.data.rows).toHaveLength(6);
    expect(JSON.stringify(change.data)).not.toContain(DEPARTMENT);
  });
});
