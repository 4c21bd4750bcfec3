import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertRule } from "@/db/queries/rules";
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

const WORKSPACE = "4400112233445566";
const REPORT = "5500112233445566";

let world: World;
let ada: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
});
afterEach(() => world.close());

async function foresee(input: RuleInput | null, id: string | null = null) {
  const answer = await world.services.rules.foresee({ id, input }, ada, world.context(ada));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

async function made(input: RuleInput = payrollRule()) {
  const rule = await world.services.rules.create(input, ada, world.context(ada));
  if (!rule.ok) throw new Error(rule.error.message);
  return rule.value;
}

const aboutViewer: RuleInput["rows"] = {
  match: "all",
  conditions: [{ columnId: CONTACT, operator: "EQUAL", value: { viewer: "email" } }],
};

describe("what saving a rule would do", () => {
  it("counts the people, sheets and rows a new rule opens, and writes nothing", async () => {
    await world.signIn("vik");
    const radius = await foresee(payrollRule({ rows: aboutViewer }));
    expect(radius.sentence).toBe("+1 person, +1 sheet, +2 rows");
    expect(radius.persons).toMatchObject([
      {
        name: "Vik Viewer",
        sheets: [
          {
            name: "Payroll 2026",
            rows: { before: 0, after: 2, gained: 2, lost: 0 },
            columns: { gained: ["Person", "Department"] },
            expiresAt: { before: null, after: "2026-12-31T23:59:59Z" },
          },
        ],
      },
    ]);
    expect(radius.looked).toEqual({ sheets: 1, of: 1 });
    expect(await world.services.rules.list()).toEqual([]);
  });

  it("counts somebody who has not signed in, as whoever signs in with the address", async () => {
    const radius = await foresee(payrollRule());
    expect(radius.sentence).toBe("+1 person, +1 sheet, +6 rows");
    expect(radius.persons.map(({ email }) => email)).toEqual(["vik@acme.test"]);
  });

  it("names the sensitive columns, by what an administrator marked before how they sound", async () => {
    const columns = { mode: "only" as const, ids: [PERSON, DEPARTMENT, SALARY] };
    const radius = await foresee(payrollRule({ columns }));
    expect(radius.sentence).toBe("+1 person, +1 sheet, +6 rows, +1 sensitive column");
    expect(radius.sensitive.gained).toEqual([{ sheet: "Payroll 2026", title: "Salary" }]);
    for (const [columnId, isSensitive] of [
      [SALARY, false],
      [DEPARTMENT, true],
    ] as const) {
      const marked = { title: "", isSensitive };
      const mark = await world.services.columnMarks.mark(
        { sheetId: PAYROLL, columnId, ...marked },
        ada,
        world.context(ada),
      );
      expect(mark.ok).toBe(true);
    }
    expect((await foresee(payrollRule({ columns }))).sensitive.gained.map(({ title }) => title)).toEqual([
      "Department",
    ]);
  });

  it("shows first rows as that person would see them after a fresh sign-in alone", async () => {
    const [fresh] = (await foresee(payrollRule())).persons;
    expect(fresh?.sheets[0]?.sample?.rows[0]?.cells).toEqual({
      [PERSON]: "Person 1",
      [DEPARTMENT]: "Finance",
    });
    expect(JSON.stringify(fresh)).not.toContain(HIDDEN);
    world.wait(16 * 60);
    const [stale] = (await foresee(payrollRule())).persons;
    expect(stale?.sheets[0]?.sample).toBeNull();
  });

  it("counts what a change of a rule takes and gives, and a later end as such", async () => {
    await made();
    const narrower = await foresee(payrollRule({ rows: aboutViewer }), "R-1");
    expect(narrower.sentence).toBe("−4 rows");
    const longer = await foresee(payrollRule({ endsAt: "2027-01-31T23:59:59Z" }), "R-1");
    expect(longer.sentence).toBe("Other actions or end dates for 1 person");
    expect(longer.persons[0]?.sheets[0]?.expiresAt).toEqual({
      before: "2026-12-31T23:59:59Z",
      after: "2027-01-31T23:59:59Z",
    });
  });

  it("says that nothing changes where only the reason does", async () => {
    await made();
    const same = await foresee(payrollRule({ reason: "Another reason" }), "R-1");
    expect(same).toMatchObject({ isUnchanged: true, sentence: "Nothing changes", persons: [] });
  });

  it("counts what ending a rule takes, and what another rule keeps open", async () => {
    await made();
    expect((await foresee(null, "R-1")).sentence).toBe("−1 person, −1 sheet, −6 rows");
    await made(payrollRule({ rows: aboutViewer, reason: "The same again" }));
    expect((await foresee(null, "R-1")).sentence).toBe("−4 rows");
  });

  it("counts what a forbid takes from others", async () => {
    await made(payrollRule({ principal: { type: "domain", domain: "acme.test" } }));
    await world.signIn("vik");
    await world.signIn("wanda");
    const radius = await foresee({
      effect: "forbid",
      principal: { type: "user", email: "wanda@acme.test" },
      resource: { type: "sheet", id: PAYROLL },
      actions: ["read"],
      columns: { mode: "all" },
      rows: null,
      endsAt: null,
      reason: "A conflict of interest",
    });
    expect(radius.sentence).toBe("−1 person, −1 sheet, −6 rows");
    expect(radius.persons.map(({ name }) => name)).toEqual(["Wanda Watcher"]);
  });

  it("counts what an unreadable forbid closes as opened again when it ends", async () => {
    await world.signIn("vik");
    await made();
    await made({
      effect: "forbid",
      principal: { type: "everyone" },
      resource: { type: "sheet", id: PAYROLL },
      actions: ["read"],
      columns: { mode: "all" },
      rows: null,
      endsAt: null,
      reason: "Under review",
    });
    world.database.open.$client.prepare("update rules set body = 'spoilt' where number = 2").run();
    expect((await foresee(null, "R-2")).sentence).toBe("+1 person, +1 sheet, +6 rows");
  });

  it("counts one that begins next month as if it had begun", async () => {
    const radius = await foresee(payrollRule({ startsAt: "2026-12-01T00:00:00Z" }));
    expect(radius.sentence).toBe("+1 person, +1 sheet, +6 rows");
  });

  it("answers with the field where the assumed user cannot open the sheet", async () => {
    const change = { id: null, input: payrollRule({ delegation: { assume: "wanda@acme.test" } }) };
    expect(await world.services.rules.foresee(change, ada, world.context(ada))).toMatchObject({
      ok: false,
      error: { code: "invalid_input", field: "delegation.assume" },
    });
  });

  it("knows nothing of a rule that is not there", async () => {
    const change = { id: "R-9", input: null };
    expect(await world.services.rules.foresee(change, ada, world.context(ada))).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
  });
});

describe("what a rule over many sheets would do", () => {
  const over = (type: "workspace" | "report", id: string): RuleInput =>
    payrollRule({ resource: { type, id }, columns: { mode: "only", titles: ["Person", "Task"] } });

  beforeEach(() => {
    world.smart.places = [
      { type: "workspace", id: WORKSPACE, name: "Operations", shares: { "olga@acme.test": "OWNER" } },
    ];
    for (const sheet of world.smart.sheets) sheet.placeId = WORKSPACE;
  });

  it("counts every sheet below a workspace before the rule is kept", async () => {
    const radius = await foresee(over("workspace", WORKSPACE));
    expect(radius.looked).toEqual({ sheets: 2, of: 2 });
    expect(radius.sentence).toBe("+1 person, +2 sheets, +7 rows");
  });

  it("counts the same when such a rule ends", async () => {
    await made(over("workspace", WORKSPACE));
    expect((await foresee(null, "R-1")).sentence).toBe("−1 person, −2 sheets, −7 rows");
  });

  it("counts what a forbid over it takes", async () => {
    await made(over("workspace", WORKSPACE));
    const radius = await foresee({
      effect: "forbid",
      principal: { type: "everyone" },
      resource: { type: "workspace", id: WORKSPACE },
      actions: ["read"],
      columns: { mode: "only", titles: ["Task"] },
      rows: null,
      endsAt: null,
      lookup: { assume: "olga@acme.test" },
      reason: "Not before the launch",
    });
    // A forbid on a title that a sheet lacks can't be told to be harmless there, so it closes all of that sheet.
    expect(radius.persons[0]?.sheets).toMatchObject([
      { name: "Payroll 2026", columns: { lost: ["Person"] } },
      { name: "Launch plan", columns: { lost: ["Task"] } },
    ]);
  });

  it("looks at twenty sheets and says of how many", async () => {
    const [first] = world.smart.sheets;
    if (!first) throw new Error("The world has no sheet.");
    for (let n = 0; n < 23; n++) {
      const sheet = { ...first.sheet, id: `77001122334455${String(n).padStart(2, "0")}` as typeof PAYROLL };
      world.smart.sheets.push({ ...first, sheet });
    }
    expect((await foresee(over("workspace", WORKSPACE))).looked).toEqual({ sheets: 20, of: 25 });
  });

  it("names a report, whose rows are not read here, instead of calling it unchanged", async () => {
    await world.signIn("vik");
    const { delegation: _as, ...rest } = payrollRule() as Extract<RuleInput, { effect: "permit" }>;
    const body = {
      ...rest,
      resource: { type: "report", id: REPORT },
      columns: { mode: "only", titles: ["Person"] },
      delegation: { assume: "olga@acme.test", connectionId: "C-1" },
      ...{ knownColumns: [], sheetName: "Pay by team", columnTitles: {} },
    };
    const context = world.context(ada);
    const record = world.services.audit.draft({ ...context, action: "rule:create", decision: "done" });
    await insertRule(
      {
        ...{ effect: "permit", resourceType: "report", sheetId: REPORT, body: JSON.stringify(body) },
        ...{ createdBy: ada.email, at: world.services.clock.now().toISOString() },
      },
      { event: () => record.event, chain: record.chain },
    );
    expect(await foresee(null, "R-1")).toMatchObject({
      isUnchanged: false,
      unreadable: [REPORT],
      looked: { sheets: 0, of: 0 },
    });
  });
});
