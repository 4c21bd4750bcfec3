import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setUserEnabled } from "@/db/queries/people";
import { listRuleHealth } from "@/db/queries/rules";
import type { Viewer } from "@/lib/auth/principal";
import type { SheetId } from "@/lib/policy/ids";
import type { RuleInput } from "@/lib/rules/schema";
import { upstreamError } from "@/lib/smartsheet/errors";
import {
  CONTACT,
  DEPARTMENT,
  HIDDEN,
  openWorld,
  PAYROLL,
  PERSON,
  PLAN,
  payrollRule,
  SALARY,
  type World,
} from "@/scripts/testing/world";
import { openSheet } from "./open-sheet";
import { rowsIn } from "./read-parts";
import { toSheetAnswer } from "./to-answer";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

const window = { page: 1, pageSize: 1000 };
const open = (viewer: Viewer, id: string = PAYROLL, isFresh = true) =>
  openSheet(world.services, viewer, id, "read", world.context(viewer), { window, isFresh });

async function write(input: RuleInput = payrollRule()) {
  const made = await world.services.rules.create(input, ada, world.context(ada));
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

const adminCalls = () => world.smartsheet.calls.filter(({ lane }) => lane === "admin");

async function events() {
  return (await world.services.audit.list({}, 100)).map(
    ({ action, decision, rows, assumedUser, rules, reason }) => ({
      action,
      decision,
      rows,
      assumedUser,
      rules,
      reason,
    }),
  );
}

describe("reading a sheet", () => {
  it("T01 a sheet without a rule is not found, costs no call with an admin token, and is on record", async () => {
    const before = adminCalls().length;
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(adminCalls()).toHaveLength(before);
    expect((await events())[0]).toMatchObject({
      action: "sheet:read",
      decision: "denied",
      reason: "no_permit",
    });
  });

  it("I06 not there, not allowed and not an id are one answer", async () => {
    const answers = [
      await open(vik),
      await open(vik, "4444444444444444"),
      await open(vik, "../x"),
      await open(vik, "9".repeat(40)),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("I11 a rule opens just its columns, asked for as such upstream, and the rest is in no byte", async () => {
    await write();
    const answer = await open(vik);
    if (!answer.ok) throw new Error(answer.error.code);
    const sent = JSON.stringify(toSheetAnswer(answer.value));
    expect(answer.value.sheet.columns.map(({ title }) => title)).toEqual(["Person", "Department"]);
    expect(rowsIn(answer.value)).toHaveLength(6);
    expect(sent).not.toContain(HIDDEN);
    expect(sent).not.toContain(SALARY);
  });

  it("I13 a row condition may look at a hidden column without showing it", async () => {
    await write(
      payrollRule({
        rows: {
          match: "all",
          conditions: [{ columnId: CONTACT, operator: "EQUAL", value: { viewer: "email" } }],
        },
      }),
    );
    const answer = await open(vik);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.totalRowCount).toBe(2);
    expect(JSON.stringify(toSheetAnswer(answer.value))).not.toContain(CONTACT);
  });

  it("own access comes first and never uses the admin token", async () => {
    const before = adminCalls().length;
    const answer = await open(vik, PLAN);
    expect(answer).toMatchObject({ ok: true, value: { decision: { via: "own" } } });
    expect(adminCalls()).toHaveLength(before);
  });

  it("I08 two records for one read: allowed before Smartsheet is asked, served before the answer", async () => {
    const rule = await write();
    await open(vik);
    const [served, allowed] = await events();
    expect(allowed).toMatchObject({ decision: "allowed", assumedUser: "olga@acme.test", rules: [rule.id] });
    expect(served).toMatchObject({
      decision: "served",
      rows: 6,
      assumedUser: "olga@acme.test",
      rules: [rule.id],
    });
  });

  it("T16 when the record cannot be written nothing is asked and nothing answered", async () => {
    await write();
    const before = adminCalls().length;
    world.database.open.$client.exec(
      "create trigger full before insert on audit_events begin select raise(abort, 'disk full'); end",
    );
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "audit_unavailable" } });
    expect(adminCalls()).toHaveLength(before);
  });

  it("T04 an ended rule is refused at the next request, whatever copy there is", async () => {
    const rule = await write();
    expect(await open(vik)).toMatchObject({ ok: true });
    await world.services.rules.end(rule.id, ada, world.context(ada));
    expect(await open(vik, PAYROLL, false)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("T04 a rule runs out by itself", async () => {
    await write(payrollRule({ endsAt: "2026-11-24T10:00:00Z" }));
    expect(await open(vik)).toMatchObject({ ok: true });
    world.wait(3600);
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("I04 an answer whose rule ended while it was fetched is thrown away", async () => {
    const rule = await write();
    const getSheet = world.smartsheet.getSheet.bind(world.smartsheet);
    world.smartsheet.getSheet = async (authority, id, options) => {
      const answer = await getSheet(authority, id, options);
      if (authority.lane === "admin") await world.services.rules.end(rule.id, ada, world.context(ada));
      return answer;
    };
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("I04 a rule narrowed while its answer was fetched shows the narrower sheet", async () => {
    const rule = await write();
    const getSheet = world.smartsheet.getSheet.bind(world.smartsheet);
    let isChanged = false;
    world.smartsheet.getSheet = async (authority, id, options) => {
      const answer = await getSheet(authority, id, options);
      if (authority.lane === "admin" && !isChanged) {
        isChanged = true;
        const narrower = payrollRule({ columns: { mode: "only", ids: [PERSON] } });
        const changed = await world.services.rules.change(rule.id, 1, narrower, ada, world.context(ada));
        expect(changed).toMatchObject({ ok: true });
      }
      return answer;
    };
    const answer = await open(vik);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.sheet.columns.map(({ title }) => title)).toEqual(["Person"]);
  });

  it("T10 a disabled person is refused at once, with a rule or without", async () => {
    await write();
    await setUserEnabled(vik.userId, false);
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await open(vik, PLAN)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("I03 T09 the same address with another user id gets nothing", async () => {
    await write();
    const impostor = await world.signIn("wanda", { email: "vik@acme.test" });
    expect(await open(impostor)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await open(vik)).toMatchObject({ ok: true });
  });

  it("I01 a forbid wins in both lanes", async () => {
    await write();
    await write(forbid(PAYROLL, { mode: "only", ids: [DEPARTMENT] }));
    const narrowed = await open(vik);
    if (!narrowed.ok) throw new Error(narrowed.error.code);
    expect(narrowed.value.sheet.columns.map(({ title }) => title)).toEqual(["Person"]);
    await write(forbid(PLAN, { mode: "all" }));
    expect(await open(vik, PLAN)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("F10 a forbid on a column that is gone closes the sheet", async () => {
    await write();
    await write(forbid(PAYROLL, { mode: "only", ids: [SALARY] }));
    expect(await open(vik)).toMatchObject({ ok: true });
    const stored = world.smart.sheets[0];
    if (stored) {
      stored.sheet.columns = stored.sheet.columns.filter(({ id }) => id !== SALARY);
      stored.sheet.version += 1;
    }
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("I12 a column added later stays hidden where a rule lists columns", async () => {
    await write(payrollRule({ columns: { mode: "except", ids: [SALARY] } }));
    const stored = world.smart.sheets[0];
    stored?.sheet.columns.push({
      id: "7777777777777777" as never,
      index: 4,
      title: "Bonus",
      type: "TEXT_NUMBER",
    });
    const answer = await open(vik);
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.sheet.columns.map(({ title }) => title)).toEqual(["Person", "Department", "Contact"]);
  });

  it("I10 F16 an assumed user who became a System Admin breaks the rule, not the viewer's sign-in", async () => {
    await write();
    world.person("olga").profile.admin = true;
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "delegation_off" } });
    expect([...(await listRuleHealth()).values()]).toMatchObject([{ problem: "cannot_assume" }]);
    expect(world.oauth.refreshes).toBe(0);
    expect(await open(vik, PLAN)).toMatchObject({ ok: true });
  });

  it("F17 a refused admin token turns delegation off and leaves own access alone", async () => {
    await write();
    world.person("ada").tokens = [];
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "delegation_off" } });
    expect(await open(vik, PLAN)).toMatchObject({ ok: true });
    expect(world.oauth.refreshes).toBe(0);
  });

  it("F11 a sheet that is gone is not found and marks its rule", async () => {
    await write();
    world.smart.sheets.shift();
    expect(await open(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect([...(await listRuleHealth()).values()]).toMatchObject([{ problem: "not_found" }]);
  });

  it("own access that cannot be asked answers alike for existing and unknown sheets", async () => {
    const codes: unknown[] = [];
    for (const id of [PAYROLL, "4444444444444444"]) {
      world.smartsheet.failNext(upstreamError("bad_answer"));
      codes.push(await open(vik, id));
    }
    expect(codes[0]).toMatchObject({ ok: false, error: { code: "upstream_unavailable" } });
    expect(codes[1]).toEqual(codes[0]);
  });

  it("a rule still serves while own access cannot be asked", async () => {
    await write();
    world.smartsheet.failNext(upstreamError("timeout"));
    expect(await open(vik)).toMatchObject({ ok: true, value: { decision: { via: "delegated" } } });
  });

  it("two rules that read as two people join by row, and one that fails adds nothing", async () => {
    const stored = world.smart.sheets[0];
    if (stored) stored.shares["wanda@acme.test"] = "VIEWER";
    await write();
    await write(
      payrollRule({ columns: { mode: "only", ids: [CONTACT] }, delegation: { assume: "wanda@acme.test" } }),
    );
    const both = await open(vik);
    if (!both.ok) throw new Error(both.error.code);
    expect(both.value.sheet.columns.map(({ title }) => title)).toEqual(["Person", "Department", "Contact"]);
    if (stored) delete stored.shares["wanda@acme.test"];
    const one = await open(vik);
    if (!one.ok) throw new Error(one.error.code);
    expect(one.value.sheet.columns.map(({ title }) => title)).toEqual(["Person", "Department"]);
  });

  it("pages of rows: what is written down is what was sent", async () => {
    await write();
    const page = await openSheet(world.services, vik, PAYROLL, "read", world.context(vik), {
      window: { page: 2, pageSize: 4 },
    });
    expect(page).toMatchObject({ ok: true, value: { totalRowCount: 6, window: { from: 4, count: 2 } } });
    expect((await events())[0]).toMatchObject({ decision: "served", rows: 2 });
    const past = await openSheet(world.services, vik, PAYROLL, "read", world.context(vik), {
      window: { page: 9, pageSize: 4 },
    });
    expect(past).toMatchObject({ ok: true, value: { window: { count: 0 } } });
  });

  it("an action no permit carries is refused", async () => {
    await write();
    const share = await openSheet(world.services, vik, PAYROLL, "share", world.context(vik), { window });
    expect(share).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});

function forbid(id: SheetId, columns: RuleInput["columns"]): RuleInput {
  return {
    effect: "forbid",
    principal: { type: "everyone" },
    resource: { type: "sheet", id },
    actions: ["read"],
    columns,
    rows: null,
    endsAt: null,
    reason: "Closed",
  };
}
