import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import { openWorld, PAYROLL, payrollRule, type World } from "@/scripts/testing/world";
import { type BulkChange, bulkInput, MOST_BULK } from "./bulk-schema";
import type { RuleInput } from "./schema";

let world: World;
let ada: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
});
afterEach(() => world.close());

async function make(...inputs: RuleInput[]) {
  for (const input of inputs) {
    const rule = await world.services.rules.create(input, ada, world.context(ada));
    if (!rule.ok) throw new Error(rule.error.message);
  }
}

async function bulk(ids: string[], change: BulkChange, by = ada) {
  const answer = await world.services.ruleBulk.apply({ ids, change }, by, world.context(by));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const rule = async (id: string) => {
  const found = await world.services.rules.find(id);
  if (!found.ok) throw new Error(id);
  return found.value;
};
const recorded = async () =>
  (await world.services.audit.list({}, 50))
    .filter(({ action }) => /^(rule|pause):/.test(action) && action !== "rule:preview")
    .map(({ action, target }) => `${action} ${target}`);

const forbid: RuleInput = {
  effect: "forbid",
  principal: { type: "everyone" },
  resource: { type: "sheet", id: PAYROLL },
  actions: ["read"],
  columns: { mode: "all" },
  rows: null,
  endsAt: null,
  reason: "Under review",
};

describe("a change to many rules", () => {
  it("extends those that end before the day, and says why it left the others", async () => {
    await make(payrollRule(), payrollRule({ endsAt: "2027-03-31T00:00:00Z", reason: "Longer" }), forbid);
    const results = await bulk(["R-1", "R-2", "R-3", "R-9"], {
      kind: "extend",
      endsAt: "2027-02-01T00:00:00Z",
    });
    expect(results.map(({ id, ok }) => [id, ok])).toEqual([
      ["R-1", true],
      ["R-2", false],
      ["R-3", false],
      ["R-9", false],
    ]);
    expect(results[1]?.message).toMatch(/runs until that day or longer/);
    expect(results[2]?.message).toMatch(/no end/);
    expect((await rule("R-1")).endsAt).toBe("2027-02-01T00:00:00Z");
    expect((await rule("R-2")).version).toBe(1);
    const history = await world.services.rules.history("R-1");
    expect(history.ok && history.value[0]?.change).toBe("extended");
  });

  it("holds each rule to the same checks as by itself", async () => {
    await make(payrollRule());
    const [tooLong] = await bulk(["R-1"], { kind: "extend", endsAt: "2031-01-01T00:00:00Z" });
    expect(tooLong).toMatchObject({ ok: false, message: expect.stringMatching(/days at most/) });
    const [sheet] = world.smart.sheets;
    if (sheet) sheet.shares = {};
    const [unshared] = await bulk(["R-1"], { kind: "reason", reason: "Another" });
    expect(unshared).toMatchObject({ ok: false, message: expect.stringMatching(/cannot open this sheet/) });
    expect((await rule("R-1")).version).toBe(1);
  });

  it("T20 asks for a fresh sign-in where a rule is for oneself", async () => {
    await make(payrollRule({ principal: { type: "user", email: "ada@acme.test" } }), payrollRule());
    world.wait(16 * 60);
    const results = await bulk(["R-1", "R-2"], { kind: "reason", reason: "Another" });
    expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  });

  it("changes the reason and nothing else", async () => {
    await make(payrollRule(), forbid);
    const before = [await rule("R-1"), await rule("R-2")];
    const results = await bulk(["R-1", "R-2", "R-1"], { kind: "reason", reason: "Audit of 2026" });
    expect(results.map(({ id, ok }) => [id, ok])).toEqual([
      ["R-1", true],
      ["R-2", true],
    ]);
    const changed = { version: 2, reason: "Audit of 2026" };
    expect([await rule("R-1"), await rule("R-2")]).toEqual(before.map((one) => ({ ...one, ...changed })));
  });

  it("pauses and lifts, on record for each rule", async () => {
    await make(payrollRule(), payrollRule({ reason: "Another" }), forbid);
    const paused = await bulk(["R-1", "R-2", "R-3"], { kind: "pause", reason: "An incident" });
    expect(paused.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(paused[2]?.message).toMatch(/forbid is never paused/);
    expect((await world.services.pauses.list()).map(({ target }) => target)).toEqual(["R-1", "R-2"]);
    await bulk(["R-2"], { kind: "lift" });
    expect((await world.services.pauses.list()).map(({ target }) => target)).toEqual(["R-1"]);
    expect((await recorded()).slice(0, 3)).toEqual([
      "pause:lift rule R-2",
      "pause:set rule R-2",
      "pause:set rule R-1",
    ]);
  });

  it("ends each with a version and a record of its own, and touches no ended one", async () => {
    await make(payrollRule(), forbid);
    expect(await bulk(["R-1", "R-2"], { kind: "end" })).toEqual([
      { id: "R-1", ok: true, message: "" },
      { id: "R-2", ok: true, message: "" },
    ]);
    expect((await recorded()).slice(0, 2)).toEqual(["rule:end R-2", "rule:end R-1"]);
    const kinds = [
      { kind: "end" },
      { kind: "reason", reason: "Late" },
      { kind: "pause", reason: "Late" },
    ] as const;
    for (const change of kinds)
      expect(await bulk(["R-1"], change)).toMatchObject([
        { ok: false, message: expect.stringMatching(/ended/) },
      ]);
    expect(await world.services.pauses.list()).toEqual([]);
  });

  it("leaves a rule whose time has run out as it is", async () => {
    await make(payrollRule({ endsAt: "2026-11-24T10:00:00Z" }));
    world.wait(2 * 3600);
    expect(await bulk(["R-1"], { kind: "extend", endsAt: "2026-12-24T10:00:00Z" })).toMatchObject([
      { ok: false },
    ]);
    expect((await rule("R-1")).version).toBe(1);
  });

  it("does nothing for somebody who is no administrator", async () => {
    await make(payrollRule());
    const vik = await world.signIn("vik");
    const input = { ids: ["R-1"], change: { kind: "end" as const } };
    expect(await world.services.ruleBulk.apply(input, vik, world.context(vik))).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect((await rule("R-1")).state).toBe("active");
  });

  it("takes no more than fits, and no other ids than rules'", () => {
    const change = { kind: "end" };
    const ids = Array.from({ length: MOST_BULK + 1 }, (_, n) => `R-${n + 1}`);
    expect(bulkInput.safeParse({ ids, change }).success).toBe(false);
    expect(bulkInput.safeParse({ ids: ids.slice(1), change }).success).toBe(true);
    for (const bad of [[], ["R-0"], ["L-1"], ["R-1; drop"]])
      expect(bulkInput.safeParse({ ids: bad, change }).success).toBe(false);
    expect(bulkInput.safeParse({ ids: ["R-1"], change: { kind: "pause", reason: " " } }).success).toBe(false);
  });
});
