import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import type { RuleInput } from "@/lib/rules/schema";
import {
  DEPARTMENT,
  HIDDEN,
  openWorld,
  PAYROLL,
  PERSON,
  payrollRule,
  SALARY,
  type World,
} from "@/scripts/testing/world";
import type { WhoAnswer } from "./schema";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

const asAda = (requestId = "request-ada") => ({ ...world.context(ada), requestId });
const events = (requestId: string) => world.services.audit.list({ requestId }, 20);

async function make(input: RuleInput) {
  const made = await world.services.rules.create(input, ada, world.context(ada));
  if (!made.ok) throw new Error(`${made.error.field}: ${made.error.message}`);
}

describe("who sees what", () => {
  async function who(input: Parameters<World["services"]["access"]["who"]>[0]): Promise<WhoAnswer> {
    const answer = await world.services.access.who(input, ada, asAda());
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }
  const masked = payrollRule({
    columns: { mode: "only", ids: [PERSON, SALARY] },
    masks: [{ columnId: SALARY, mask: { kind: "initials" } }],
    rows: { match: "all", conditions: [{ columnId: DEPARTMENT, operator: "EQUAL", value: "Finance" }] },
  });

  it("names people with their columns, masked and closed ones, and marks sensitive ones", async () => {
    await make(masked);
    const answer = await who({ by: "sheet", sheetId: PAYROLL });
    expect(answer.about).toEqual({ id: PAYROLL, name: "Payroll 2026" });
    expect(answer.lines).toMatchObject([
      {
        person: { name: "Vik Viewer" },
        via: "delegated",
        rules: ["R-1"],
        rows: 3,
        columns: [
          { title: "Person", isMasked: false, isSensitive: false },
          { title: "Salary", isMasked: true, isSensitive: true },
        ],
        closed: [{ title: "Department" }, { title: "Contact" }],
      },
    ]);
    expect(answer.columns).toHaveLength(4);
    expect(JSON.stringify(answer)).not.toContain(HIDDEN);
  });

  it("narrows to those who see one column or one row", async () => {
    await make(masked);
    const wanda = await world.signIn("wanda");
    await make(payrollRule({ principal: { type: "user", email: "wanda@acme.test" } }));
    const names = async (over: { columnId?: string; rowId?: string }) =>
      (await who({ by: "sheet", sheetId: PAYROLL, ...over })).lines.map(({ person }) => person.userId);
    expect(await names({})).toEqual([vik.userId, wanda.userId]);
    expect(await names({ columnId: SALARY })).toEqual([vik.userId]);
    expect(await names({ columnId: DEPARTMENT })).toEqual([wanda.userId]);
    // Row 8001 is of the Field department, which Vik's rule leaves out.
    expect(await names({ rowId: "8001" })).toEqual([wanda.userId]);
    expect(await names({ rowId: "8000", columnId: SALARY })).toEqual([vik.userId]);
  });

  it("turns round: what one person sees, sheet by sheet", async () => {
    await make(masked);
    const answer = await who({ by: "person", userId: vik.userId });
    expect(answer.about.name).toBe("Vik Viewer");
    expect(answer.lines).toMatchObject([
      { sheet: { name: "Payroll 2026" }, rows: 3, closed: [{ title: "Department" }, { title: "Contact" }] },
    ]);
  });

  it("names a sheet it could not look at", async () => {
    await make(payrollRule());
    for (const sheet of world.smart.sheets) sheet.shares = {};
    world.wait(120);
    expect(await who({ by: "sheet", sheetId: PAYROLL })).toMatchObject({
      lines: [],
      unreadable: ["Payroll 2026"],
    });
  });

  it("T01 is on record under the administrator's name, and never asks with people's own tokens", async () => {
    await make(payrollRule());
    const before = world.smartsheet.calls.length;
    await who({ by: "sheet", sheetId: PAYROLL });
    const asked = world.smartsheet.calls.slice(before);
    expect(asked.filter(({ lane }) => lane === "own")).toEqual([]);
    const recorded = await events("request-ada");
    expect(recorded.some(({ action }) => action === "access:who")).toBe(true);
    expect(new Set(recorded.map(({ actor }) => actor))).toEqual(new Set(["ada@acme.test"]));
  });

  it("names rows by their text only after a recent sign-in", async () => {
    await make(payrollRule());
    const fresh = await who({ by: "sheet", sheetId: PAYROLL });
    expect(fresh.rows[0]).toEqual({ id: "8000", number: 1, label: "Person 1" });
    world.wait(16 * 60);
    const old = await who({ by: "sheet", sheetId: PAYROLL });
    expect(old.rows[0]).toEqual({ id: "8000", number: 1, label: "" });
  });
});
