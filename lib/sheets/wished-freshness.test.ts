import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import type { RuleInput } from "@/lib/rules/schema";
import { openWorld, PAYROLL, PERSON, PLAN, payrollRule, type World } from "@/scripts/testing/world";
import { readRequestOf } from "./open-sheet";

const HALF_MINUTE = 30;
const window = { page: 1, pageSize: 100 };

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

async function write(over: Partial<Extract<RuleInput, { effect: "permit" }>> = {}): Promise<void> {
  const made = await world.services.rules.create(payrollRule(over), ada, world.context(ada));
  if (!made.ok) throw new Error(made.error.message);
}

const requestOf = (freshSeconds: number | null = null, sheetId = PAYROLL) => ({
  ...readRequestOf(vik, sheetId, "read", world.context(vik), { window }),
  freshSeconds,
});

/** What a read costs with an admin token. */
async function callsOf(freshSeconds: number | null = null): Promise<string[]> {
  const before = world.smartsheet.calls.length;
  const read = await world.services.readSheet(requestOf(freshSeconds));
  if (!read.ok) throw new Error(read.error.code);
  return world.smartsheet.calls.slice(before).flatMap(({ lane, name }) => (lane === "admin" ? name : []));
}

async function look(freshSeconds: number | null = null, sheetId = PAYROLL): Promise<number> {
  const looked = await world.services.lookAtSheet(requestOf(freshSeconds, sheetId));
  if (!looked.ok) throw new Error(looked.error.code);
  return looked.value.freshSeconds;
}

describe("how fresh a rule wants its data", () => {
  it("a rule with 5 s asks for the version after 6 s, where the connection's 15 s would not", async () => {
    await write({ freshSeconds: 5 });
    await callsOf();
    world.wait(6);
    expect(await callsOf()).toEqual(["getSheetVersion"]);
    expect(await callsOf()).toEqual([]);
  });

  it("a rule that says nothing leaves it to the connection", async () => {
    await write();
    await callsOf();
    world.wait(6);
    expect(await callsOf()).toEqual([]);
    world.wait(10);
    expect(await callsOf()).toEqual(["getSheetVersion"]);
  });

  it("a rule may want less than the connection gives", async () => {
    await write({ freshSeconds: 3600 });
    await callsOf();
    world.wait(3599);
    expect(await callsOf()).toEqual([]);
    world.wait(2);
    expect(await callsOf()).toEqual(["getSheetVersion"]);
  });

  it("of two rules of one read the smaller number counts", async () => {
    await write({ freshSeconds: HALF_MINUTE });
    expect(await look()).toBe(HALF_MINUTE);
    await write({ freshSeconds: 5, columns: { mode: "only", ids: [PERSON] } });
    expect(await look()).toBe(5);
  });

  it("of two reads each goes by its own rules, and an open page by the more eager one", async () => {
    const [payroll] = world.smart.sheets;
    if (payroll) payroll.shares["wanda@acme.test"] = "VIEWER";
    await write({ freshSeconds: 60 });
    await write({ freshSeconds: 5, delegation: { assume: "wanda@acme.test" } });
    expect(await look()).toBe(5);
    world.wait(6);
    expect(await callsOf()).toEqual(["getSheetVersion"]);
  });

  it("what is asked for afresh is fresh, whatever a rule says", async () => {
    await write({ freshSeconds: 3600 });
    await callsOf();
    expect(await callsOf(0)).toEqual(["getSheetVersion"]);
    expect(await callsOf(60)).toEqual([]);
    world.wait(61);
    expect(await callsOf(60)).toEqual(["getSheetVersion"]);
  });

  it("a rule that wants it fresher than the request wins over the request", async () => {
    await write({ freshSeconds: 5 });
    await callsOf();
    world.wait(6);
    expect(await callsOf(60)).toEqual(["getSheetVersion"]);
  });

  it("I04 a changed number counts from the next look on", async () => {
    await write({ freshSeconds: HALF_MINUTE });
    expect(await look()).toBe(HALF_MINUTE);
    const next = payrollRule({ freshSeconds: 7 });
    await world.services.rules.change("R-1", 1, next, ada, world.context(ada));
    expect(await look()).toBe(7);
  });

  it("a look tells the connection's own where no rule says, and 15 s for own access", async () => {
    const settings = { freshSeconds: 42, staleSeconds: 600, pollsPerMinute: 60 };
    await world.services.connections.saveSettings("C-1", settings, world.context(ada));
    await write();
    expect(await look()).toBe(42);
    expect(await look(null, PLAN)).toBe(15);
  });
});
