import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findDecision } from "@/db/queries/decisions";
import type { Viewer } from "@/lib/auth/principal";
import type { DecisionRecord } from "@/lib/decisions/record";
import type { RuleInput } from "@/lib/rules/schema";
import { openSheet } from "@/lib/sheets/open-sheet";
import { openWorld, PAYROLL, PLAN, payrollRule, type World } from "@/scripts/testing/world";
import type { ExplainAnswer } from "./schema";

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
  return made.value;
}

async function explained(over: Record<string, unknown> = {}): Promise<ExplainAnswer> {
  const question = { userId: vik.userId, sheetId: PAYROLL, action: "read", own: "no", ...over } as const;
  const answer = await world.services.access.explain(question, asAda());
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function readDecision(requestId: string, sheetId: string = PAYROLL): Promise<DecisionRecord> {
  await openSheet(
    world.services,
    vik,
    sheetId,
    "read",
    { ...world.context(vik), requestId },
    { window, isFresh: true },
  );
  const found = await findDecision(requestId);
  if (!found) throw new Error("No decision is kept.");
  return JSON.parse(found.record) as DecisionRecord;
}

const outcomes = ({ record }: { record: DecisionRecord }) =>
  record.considered.map(({ rule, outcome, because }) => [rule, outcome, because]);

describe("explain", () => {
  it("says of every rule about the sheet whether it fits and if not, why", async () => {
    await make(payrollRule());
    await make(payrollRule({ principal: { type: "user", email: "wanda@acme.test" } }));
    await make(payrollRule({ startsAt: "2026-12-01T00:00:00Z" }));
    await make(payrollRule({ hours: { days: [6], from: "08:00", to: "18:00" } }));
    const answer = await explained();
    expect(outcomes(answer)).toEqual([
      ["R-1", "matched", null],
      ["R-2", "missed", "other_person"],
      ["R-3", "missed", "not_started"],
      ["R-4", "missed", "outside_hours"],
    ]);
    expect(answer).toMatchObject({
      person: { name: "Vik Viewer" },
      sheet: { name: "Payroll 2026" },
      others: 0,
      rules: { "R-1": { sheetName: "Payroll 2026", reason: "Review of the bonus plan" } },
    });
  });

  it("I02 decides as a read decides, for yes and for no", async () => {
    await make(payrollRule());
    const yes = await readDecision("read-1");
    expect((await explained()).record.decision).toEqual(yes.decision);
    await world.services.pauses.pause({ kind: "rule", target: "R-1" }, "Stop", ada, world.context(ada));
    const no = await readDecision("read-2");
    expect(no.decision).toMatchObject({ effect: "deny", reason: "no_permit", remedy: ["R-1"] });
    const answer = await explained();
    expect(answer.record.decision).toEqual(no.decision);
    expect(outcomes(answer)).toEqual([["R-1", "missed", "paused"]]);
  });

  it("takes own access as it is supposed, and agrees with a read that found it so", async () => {
    const read = await readDecision("read-3", PLAN);
    expect((await explained({ sheetId: PLAN, own: "yes" })).record.decision).toEqual(read.decision);
    expect((await explained({ sheetId: PLAN, own: "no" })).record.decision).toMatchObject({
      effect: "deny",
      reason: "no_permit",
    });
  });

  it("judges the time that was asked, by today's rules", async () => {
    await make(payrollRule({ endsAt: "2026-12-01T00:00:00Z" }));
    expect((await explained()).record.decision.effect).toBe("allow");
    const later = await explained({ at: "2026-12-02T10:00:00+01:00" });
    expect(later.at).toBe("2026-12-02T09:00:00.000Z");
    expect(outcomes(later)).toEqual([["R-1", "missed", "ended"]]);
    expect(later.record.decision.remedy).toEqual(["R-1"]);
  });

  it("says what a rule would have to carry for another action", async () => {
    await make(payrollRule({ actions: ["read"] }));
    const answer = await explained({ action: "export" });
    expect(outcomes(answer)).toEqual([["R-1", "missed", "action_not_carried"]]);
    expect(answer.record.decision.remedy).toEqual(["R-1"]);
  });

  it("counts rules about other sheets without telling them", async () => {
    await make(payrollRule());
    const answer = await explained({ sheetId: PLAN });
    expect(answer).toMatchObject({ others: 1, rules: {}, record: { considered: [] } });
  });

  it("T01 is on record under the administrator's name, asks nobody at Smartsheet and keeps no decision", async () => {
    await make(payrollRule());
    const before = world.smartsheet.calls.length;
    await explained();
    expect(world.smartsheet.calls.length).toBe(before);
    expect(await events("request-ada")).toMatchObject([
      {
        actor: "ada@acme.test",
        action: "access:explain",
        decision: "done",
        sheetId: PAYROLL,
        target: vik.userId,
      },
    ]);
    expect(await findDecision("request-ada")).toBeNull();
  });

  it("refuses people who never signed in", async () => {
    const question = { userId: "999", sheetId: PAYROLL, action: "read", own: "no" } as const;
    const answer = await world.services.access.explain(question, asAda());
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid_input", field: "userId" } });
  });
});

describe("a decision by its number", () => {
  it("is found for a read and for nothing else", async () => {
    await make(payrollRule());
    const read = await readDecision("read-4");
    expect(await world.services.access.decision("read-4")).toEqual({ ok: true, value: read });
    expect(await world.services.access.decision("read-5")).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
  });
});
