import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findDecision, findRuleUses } from "@/db/queries/decisions";
import type { Viewer } from "@/lib/auth/principal";
import type { DecisionRecord } from "@/lib/decisions/record";
import { CONTACT, HIDDEN, openWorld, PAYROLL, PLAN, payrollRule, type World } from "@/scripts/testing/world";
import { openSheet } from "./open-sheet";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

const window = { page: 1, pageSize: 2 };
const open = (viewer: Viewer, requestId: string, id: string = PAYROLL) =>
  openSheet(
    world.services,
    viewer,
    id,
    "read",
    { ...world.context(viewer), requestId },
    { window, isFresh: true },
  );

async function recordOf(requestId: string): Promise<DecisionRecord> {
  const found = await findDecision(requestId);
  if (!found) throw new Error("No decision is kept.");
  return JSON.parse(found.record) as DecisionRecord;
}

describe("the record of a decision", () => {
  it("says what was asked, what was known, what each rule said, what was asked upstream and what went out", async () => {
    const { id } = await make(payrollRule());
    await make(payrollRule({ principal: { type: "user", email: "wanda@acme.test" } }));
    await make(payrollRule({ actions: ["read"], startsAt: "2026-12-01T00:00:00Z" }));
    expect((await open(vik, "request-9")).ok).toBe(true);
    const record = await recordOf("request-9");
    expect(record).toMatchObject({
      id: "request-9",
      asked: { userId: vik.userId, email: "vik@acme.test", sheetId: PAYROLL, action: "read", viewedBy: null },
      facts: { own: "no", isEnabled: true, within: [], delegationPaused: false },
      decision: {
        effect: "allow",
        via: "delegated",
        because: [id],
        grants: [{ rule: id, assume: "olga@acme.test" }],
      },
      projection: { rows: 2, totalRows: 6, maskedIds: [] },
      calls: [
        { lane: "own", outcome: "not_found" },
        { lane: "delegated", assume: "olga@acme.test", columns: 2, outcome: "ok" },
      ],
    });
    expect(record.considered.map(({ rule, outcome, because }) => [rule, outcome, because])).toEqual([
      [id, "matched", null],
      ["R-3", "missed", "not_started"],
    ]);
    expect(record.projection?.columnIds).toHaveLength(2);
  });

  it("stands under the number of the audit's rows and of the error, for refusals too", async () => {
    await make(payrollRule({ endsAt: "2026-11-24T09:30:00Z" }));
    world.wait(3600);
    const refused = await open(vik, "request-10");
    expect(refused).toMatchObject({ ok: false, error: { code: "not_found" } });
    const record = await recordOf("request-10");
    expect(record.decision).toMatchObject({ effect: "deny", reason: "no_permit", remedy: ["R-1"] });
    expect(record.considered).toMatchObject([{ rule: "R-1", outcome: "missed", because: "ended" }]);
    expect(record.projection).toBeNull();
    const events = await world.services.audit.list({ requestId: "request-10" }, 10);
    expect(events.map(({ decision, reason }) => [decision, reason])).toEqual([["denied", "no_permit"]]);
  });

  it("T07 holds no cell and no value a rule compares with", async () => {
    const secret = "the value in the rule";
    await make(
      payrollRule({
        rows: { match: "any", conditions: [{ columnId: CONTACT, operator: "EQUAL", value: secret }] },
      }),
    );
    await open(vik, "request-11");
    const text = JSON.stringify(await recordOf("request-11"));
    for (const word of [HIDDEN, "Person 1", "Finance", secret]) expect(text).not.toContain(word);
  });

  it("notes when a rule last let something through, and not for a look as somebody", async () => {
    await make(payrollRule());
    const fresh = await world.services.access.readAs(vik.userId, PAYROLL, ada, world.context(ada), window);
    expect(fresh.ok).toBe(true);
    expect((await findRuleUses([1])).size).toBe(0);
    await open(vik, "request-12");
    expect((await findRuleUses([1])).get(1)).toBe("2026-11-24T09:00:00.000Z");
  });

  it("tells of own access without a delegated call", async () => {
    await open(vik, "request-13", PLAN);
    expect(await recordOf("request-13")).toMatchObject({
      facts: { own: "yes" },
      decision: { effect: "allow", via: "own", grants: [] },
      calls: [{ lane: "own", outcome: "ok" }],
    });
  });
});

async function make(input: ReturnType<typeof payrollRule>) {
  const made = await world.services.rules.create(input, ada, world.context(ada));
  if (!made.ok) throw new Error(`${made.error.field}: ${made.error.message}`);
  return made.value;
}
