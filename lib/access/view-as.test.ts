import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import type { RuleInput } from "@/lib/rules/schema";
import { openSheet } from "@/lib/sheets/open-sheet";
import { HIDDEN, openWorld, PAYROLL, PLAN, payrollRule, type World } from "@/scripts/testing/world";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

const window = { page: 1, pageSize: 100 };
const asAda = (requestId = "request-ada") => ({ ...world.context(ada), requestId });
const events = (requestId: string) => world.services.audit.list({ requestId }, 20);

async function make(input: RuleInput) {
  const made = await world.services.rules.create(input, ada, world.context(ada));
  if (!made.ok) throw new Error(`${made.error.field}: ${made.error.message}`);
}

describe("view as", () => {
  const readAs = (requestId?: string, sheetId = PAYROLL) =>
    world.services.access.readAs(vik.userId, sheetId, ada, asAda(requestId), window);

  it("shows what rules show the person, and never asks with their own token", async () => {
    await make(payrollRule());
    const before = world.smartsheet.calls.length;
    const read = await readAs();
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.sheet.columns.map(({ title }) => title)).toEqual(["Person", "Department"]);
    expect(JSON.stringify(read.value.sheet.rows)).not.toContain(HIDDEN);
    const asked = world.smartsheet.calls.slice(before);
    expect(asked.filter(({ lane }) => lane === "own")).toEqual([]);
  });

  it("does not show what only their own account opens, whether or not it was seen to", async () => {
    const read = { ...world.context(vik), requestId: "read-own" };
    const opened = await openSheet(world.services, vik, PLAN, "read", read, { window });
    expect(opened.ok).toBe(true);
    const before = world.smartsheet.calls.length;
    expect(await readAs("request-plan", PLAN)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(world.smartsheet.calls.slice(before)).toEqual([]);
    const list = await world.services.access.listAs(vik.userId, ada, asAda());
    expect(list).toEqual({ ok: true, value: [] });
  });

  it("T01 is on record under the administrator's name, with whom they looked as and the decision behind it", async () => {
    await make(payrollRule());
    world.wait(120);
    await readAs("request-look");
    await readAs("request-no", PLAN);
    const looked = await events("request-look");
    expect(
      looked.map(({ decision, actorId, action, target }) => [decision, actorId, action, target]),
    ).toEqual([
      ["served", ada.userId, "access:view_as", vik.userId],
      ["allowed", ada.userId, "access:view_as", vik.userId],
    ]);
    for (const [event] of [looked, await events("request-no")])
      expect(event).toMatchObject({
        actor: "ada@acme.test",
        action: "access:view_as",
        decision: event === looked[0] ? "served" : "denied",
        target: vik.userId,
      });
    const kept = await world.services.access.decision("request-look");
    expect(kept).toMatchObject({
      ok: true,
      value: { asked: { userId: vik.userId, viewedBy: "ada@acme.test" }, facts: { own: "not_asked" } },
    });
  });

  it("T01 puts a look at somebody's list on record too", async () => {
    await make(payrollRule());
    const list = await world.services.access.listAs(vik.userId, ada, asAda("request-list"));
    expect(list).toMatchObject({ ok: true, value: [{ id: PAYROLL, via: "delegated", rules: ["R-1"] }] });
    expect(await events("request-list")).toMatchObject([
      {
        actor: "ada@acme.test",
        action: "access:view_as",
        decision: "done",
        target: vik.userId,
        sheetId: null,
      },
    ]);
  });

  it("asks for a new sign-in after fifteen minutes, and reads and records nothing before", async () => {
    await make(payrollRule());
    world.wait(15 * 60);
    const before = world.smartsheet.calls.length;
    expect(await readAs("request-late")).toMatchObject({ ok: false, error: { code: "sign_in_again" } });
    expect(world.smartsheet.calls.length).toBe(before);
    expect(await events("request-late")).toEqual([]);
  });
});
