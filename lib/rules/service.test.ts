import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseInput } from "@/lib/actions/input";
import type { Viewer } from "@/lib/auth/principal";
import {
  CONTACT,
  DEPARTMENT,
  HIDDEN,
  openWorld,
  PAYROLL,
  PERSON,
  payrollRule,
  SALARY,
  type World,
} from "@/scripts/testing/world";
import type { RuleInput } from "./schema";
import { ruleInput } from "./schema";

let world: World;
let ada: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
});
afterEach(() => world.close());

const create = (input: RuleInput) => world.services.rules.create(input, ada, world.context(ada));
const aboutViewer: RuleInput["rows"] = {
  match: "all",
  conditions: [{ columnId: CONTACT, operator: "EQUAL", value: { viewer: "email" } }],
};

async function made(input: RuleInput = payrollRule()) {
  const rule = await create(input);
  if (!rule.ok) throw new Error(rule.error.message);
  return rule.value;
}

describe("writing a rule", () => {
  it("keeps what was asked for, with the sheet's and columns' names", async () => {
    expect(await made(payrollRule({ rows: aboutViewer }))).toMatchObject({
      id: "R-1",
      version: 1,
      state: "active",
      sheetName: "Payroll 2026",
      createdBy: "ada@acme.test",
      columnTitles: { [PERSON]: "Person", [DEPARTMENT]: "Department", [CONTACT]: "Contact" },
      delegation: { assume: "olga@acme.test", connectionId: "C-1" },
    });
  });

  it.each([
    ["an end in the past", payrollRule({ endsAt: "2026-11-24T08:59:59Z" }), "endsAt"],
    ["an end before its start", payrollRule({ startsAt: "2027-01-05T00:00:00Z" }), "endsAt"],
    [
      "a column the sheet lacks",
      payrollRule({ columns: { mode: "only", ids: ["1234567890123456"] } }),
      "columns",
    ],
    [
      "a condition on a column the sheet lacks",
      payrollRule({
        rows: { match: "all", conditions: [{ columnId: "1234567890123456", operator: "IS_BLANK" }] },
      }),
      "rows",
    ],
    [
      "an operator without its value",
      payrollRule({
        rows: { match: "all", conditions: [{ columnId: PERSON, operator: "BETWEEN", values: [1] }] },
      }),
      "rows",
    ],
    [
      "a connection that is not there",
      payrollRule({ delegation: { assume: "olga@acme.test", connectionId: "C-9" } }),
      "delegation.connectionId",
    ],
    [
      "somebody the sheet is not shared with",
      payrollRule({ delegation: { assume: "wanda@acme.test" } }),
      "delegation.assume",
    ],
  ])("refuses %s", async (_, input, field) => {
    const answer = await create(input);
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid_input" } });
    if (!answer.ok) expect(answer.error.field).toMatch(new RegExp(`^${field}`));
    expect(await world.services.rules.list()).toEqual([]);
  });

  it.each([
    ["a System Admin", "sid@acme.test", /System Admin/],
    ["somebody of another plan", "eve@outside.test", /not in the connection's plan/],
    ["somebody nobody knows", "nobody@acme.test", /not in the connection's plan/],
  ])("F16 says why %s cannot be read as", async (_, assume, why) => {
    const answer = await create(payrollRule({ delegation: { assume } }));
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: "assumed_user_unreachable",
        field: "delegation.assume",
        message: expect.stringMatching(why),
      },
    });
  });

  it("I05 a permit without an end, a wildcard or two assumed users has no shape", () => {
    const { endsAt: _, ...endless } = payrollRule() as Record<string, unknown>;
    const bad: unknown[] = [
      endless,
      { ...payrollRule(), endsAt: null },
      payrollRule({ delegation: { assume: "*" } }),
      payrollRule({ delegation: { assume: "olga@acme.test,dana@acme.test" } }),
      { ...payrollRule(), delegation: undefined },
      { ...payrollRule(), reason: " " },
      { ...payrollRule(), surprise: 1 },
      { ...payrollRule(), endsAt: "2026-12-31T23:59:59" },
      { ...payrollRule(), endsAt: "+275760-09-13T00:00:00Z" },
      { ...payrollRule(), reason: "a\u0000b" },
      { ...payrollRule(), reason: "\ud800" },
    ];
    for (const input of bad) expect(ruleInput.safeParse(input).success, JSON.stringify(input)).toBe(false);
    expect(ruleInput.safeParse(payrollRule()).success).toBe(true);
  });

  it.each([4, 3601, 5.5, "15", null, Number.NaN])(
    "refuses %o as freshness, by the field's name",
    (seconds) => {
      expect(parseInput(ruleInput, { ...payrollRule(), freshSeconds: seconds })).toMatchObject({
        ok: false,
        error: { code: "invalid_input", field: "freshSeconds" },
      });
    },
  );

  it("takes freshness at both of its bounds, and none of a forbid", () => {
    for (const freshSeconds of [5, 3600])
      expect(ruleInput.parse({ ...payrollRule(), freshSeconds })).toMatchObject({ freshSeconds });
    const { delegation: _none, ...never } = payrollRule({ freshSeconds: 5 }) as Record<string, unknown>;
    expect(ruleInput.safeParse({ ...never, effect: "forbid" }).success).toBe(false);
  });

  it("keeps the freshness it was written with, in every version and in none that left it out", async () => {
    const rule = await made(payrollRule({ freshSeconds: 5 }));
    expect(rule.freshSeconds).toBe(5);
    const { rules } = world.services;
    await rules.change(rule.id, 1, payrollRule({ freshSeconds: 60 }), ada, world.context(ada));
    await rules.change(rule.id, 2, payrollRule(), ada, world.context(ada));
    const history = await rules.history(rule.id);
    if (!history.ok) throw new Error(history.error.code);
    expect(history.value.map(({ change, rule: then }) => [change, then.freshSeconds])).toEqual([
      ["changed", undefined],
      ["changed", 60],
      ["created", 5],
    ]);
  });

  it("T20 who gives themself access has just signed in", async () => {
    world.wait(16 * 60);
    const self = payrollRule({ principal: { type: "user", email: "ada@acme.test" } });
    expect(await create(self)).toMatchObject({ ok: false, error: { code: "sign_in_again" } });
    expect(await create(payrollRule())).toMatchObject({ ok: true });
  });
});

describe("changing a rule", () => {
  const change = (id: string, version: number, input: RuleInput) =>
    world.services.rules.change(id, version, input, ada, world.context(ada));

  it("makes a new version and keeps the old ones", async () => {
    const rule = await made();
    await change(rule.id, 1, payrollRule({ columns: { mode: "only", ids: [PERSON] } }));
    await change(
      rule.id,
      2,
      payrollRule({ columns: { mode: "only", ids: [PERSON] }, endsAt: "2027-03-31T22:00:00Z" }),
    );
    await world.services.rules.end(rule.id, ada, world.context(ada));
    const history = await world.services.rules.history(rule.id);
    if (!history.ok) throw new Error("no history");
    expect(history.value.map(({ version, change: kind }) => [version, kind])).toEqual([
      [4, "ended"],
      [3, "extended"],
      [2, "changed"],
      [1, "created"],
    ]);
    expect(history.value[3]?.rule.columns).toEqual({ mode: "only", ids: [PERSON, DEPARTMENT] });
  });

  it("refuses a change made on an older version, and any change of an ended rule", async () => {
    const rule = await made();
    expect(await change(rule.id, 1, payrollRule({ reason: "First" }))).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await change(rule.id, 1, payrollRule({ reason: "Second" }))).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    await world.services.rules.end(rule.id, ada, world.context(ada));
    expect(await change(rule.id, 3, payrollRule())).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(await world.services.rules.end(rule.id, ada, world.context(ada))).toMatchObject({
      ok: true,
      value: { version: 3 },
    });
  });

  it("of two changes at once one wins and nothing is lost", async () => {
    const rule = await made();
    const both = await Promise.all(
      ["First", "Second"].map((reason) => change(rule.id, 1, payrollRule({ reason }))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const history = await world.services.rules.history(rule.id);
    expect(history.ok && history.value).toHaveLength(2);
  });

  it("I25 I26 a change and its record stand or fall together", async () => {
    const rule = await made();
    world.database.open.$client.exec(
      "create trigger full before insert on audit_events when new.action = 'rule:end' begin select raise(abort, 'disk full'); end",
    );
    await expect(world.services.rules.end(rule.id, ada, world.context(ada))).rejects.toThrow(/disk full/);
    expect(await world.services.rules.find(rule.id)).toMatchObject({
      ok: true,
      value: { state: "active", version: 1 },
    });
  });

  it("answers not found for a rule that is not there", async () => {
    for (const id of ["R-99", "R-0", "x", "../R-1", "R-1 "])
      expect(await change(id, 1, payrollRule())).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});

describe("previewing a rule", () => {
  const preview = (input: RuleInput) => world.services.rules.preview(input, ada, world.context(ada));

  it("counts what it would open, by the real decision", async () => {
    expect(await preview(payrollRule({ rows: aboutViewer }))).toMatchObject({
      ok: true,
      value: {
        sheetName: "Payroll 2026",
        columns: { open: 2, of: 4 },
        rows: { open: 2, of: 6 },
        sensitive: [],
        keptHidden: ["Salary"],
      },
    });
    expect(await preview(payrollRule({ columns: { mode: "only", ids: [SALARY] } }))).toMatchObject({
      ok: true,
      value: { sensitive: ["Salary"] },
    });
  });

  it("shows first rows after a recent sign-in only, and never a hidden cell", async () => {
    const fresh = await preview(payrollRule());
    expect(fresh).toMatchObject({ ok: true, value: { sample: { rows: { length: 6 } } } });
    expect(JSON.stringify(fresh)).not.toContain(HIDDEN);
    world.wait(16 * 60);
    expect(await preview(payrollRule())).toMatchObject({
      ok: true,
      value: { sample: null, notes: [expect.stringContaining("Sign in again")] },
    });
  });

  it("saves nothing, and is on record", async () => {
    await preview(payrollRule());
    expect(await world.services.rules.list()).toEqual([]);
    expect((await world.services.audit.list({ action: "rule:preview" }, 5))[0]).toMatchObject({
      decision: "allowed",
      assumedUser: "olga@acme.test",
      sheetId: PAYROLL,
    });
  });

  it("shows a rule that has not begun as it will be", async () => {
    expect(await preview(payrollRule({ startsAt: "2026-12-01T00:00:00Z" }))).toMatchObject({
      ok: true,
      value: { rows: { open: 6 } },
    });
  });
});
