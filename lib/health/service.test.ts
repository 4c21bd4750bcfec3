import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import type { RuleInput } from "@/lib/rules/schema";
import { openWorld, PAYROLL, payrollRule, SALARY, type World } from "@/scripts/testing/world";
import type { FindingCode } from "./schema";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

async function write(input: RuleInput) {
  const made = await world.services.rules.create(input, ada, world.context(ada));
  if (!made.ok) throw new Error(`${made.error.field}: ${made.error.message}`);
  return made.value.id;
}

async function check() {
  const answer = await world.services.health.check(world.context(ada));
  const codes = (id: string) => answer.rules[id]?.map(({ code }) => code);
  return { answer, codes };
}

const payroll = () => {
  const found = world.smart.sheets.find(({ sheet }) => sheet.id === PAYROLL);
  if (!found) throw new Error("The payroll is gone.");
  return found;
};

describe("the health of rules and connections", () => {
  it("is green where all is well, and says when it looked", async () => {
    const id = await write(payrollRule());
    const { answer, codes } = await check();
    expect(codes(id)).toEqual([]);
    expect(answer).toMatchObject({ checkedAt: "2026-11-24T09:00:00.000Z", connections: { "C-1": [] } });
    expect(await world.services.health.last()).toEqual(answer);
  });

  it.each<[string, () => void, FindingCode]>([
    [
      "the owner left the plan",
      () => world.smart.people.splice(world.smart.people.indexOf(world.person("olga")), 1),
      "owner_left",
    ],
    [
      "the owner became a System Admin",
      () => {
        world.person("olga").profile.admin = true;
      },
      "owner_admin",
    ],
    [
      "the owner is deactivated",
      () => {
        world.person("olga").status = "DEACTIVATED";
      },
      "owner_left",
    ],
    [
      "the owner lost the sheet",
      () => {
        payroll().shares = {};
      },
      "owner_lost_access",
    ],
    ["a column is gone", () => void payroll().sheet.columns.shift(), "column_lost"],
    [
      "the token is refused",
      () => {
        world.person("ada").tokens = [];
      },
      "token_refused",
    ],
  ])("F16 F11 F10 tells when %s, with the fix", async (_, break_, code) => {
    const id = await write(payrollRule());
    break_();
    const { answer, codes } = await check();
    expect(codes(id)).toContain(code);
    const found = answer.rules[id]?.find((one) => one.code === code);
    expect(found?.severity).toBe("broken");
    expect(found?.cause).toMatch(/\.$/);
    expect(found?.fix).toMatch(/\.$/);
  });

  it("F10 says that a forbid on a lost column closes its sheet", async () => {
    await write(payrollRule());
    const id = await write({
      effect: "forbid",
      principal: { type: "everyone" },
      resource: { type: "sheet", id: PAYROLL },
      actions: ["read"],
      columns: { mode: "only", ids: [SALARY] },
      rows: null,
      endsAt: null,
      reason: "Pay",
    });
    const { codes } = await check();
    expect(codes(id)).toEqual([]);
  });

  it("tells of rules that end soon, that nobody uses, and whose person has not come yet", async () => {
    const soon = await write(payrollRule({ endsAt: "2026-11-27T09:00:00Z" }));
    const idle = await write(payrollRule());
    const nobody = await write(payrollRule({ principal: { type: "user", email: "new@acme.test" } }));
    expect((await check()).codes(soon)).toEqual(["ends_soon"]);
    world.wait(31 * 86_400);
    const later = await check();
    expect(later.codes(idle)).toEqual(["ends_soon", "never_used"]);
    expect(later.codes(nobody)).toEqual(["never_bound", "ends_soon", "never_used"]);
  });

  it("counts a use from the day it was used", async () => {
    const id = await write(payrollRule({ endsAt: "2027-06-01T00:00:00Z" }));
    world.wait(20 * 86_400);
    const read = await world.services.readSheet({
      ...world.context(vik),
      userId: vik.userId,
      sheetId: PAYROLL,
      action: "read",
      freshSeconds: 0,
      window: { page: 1, pageSize: 10 },
    });
    expect(read.ok).toBe(true);
    world.wait(20 * 86_400);
    expect((await check()).codes(id)).toEqual([]);
    world.wait(15 * 86_400);
    expect((await check()).codes(id)).toEqual(["unused"]);
  });

  it("I26 is on record, runs once at a time, and once a day by itself", async () => {
    await write(payrollRule());
    const [one, two] = await Promise.all([check(), check()]);
    expect(one.answer).toEqual(two.answer);
    expect(await world.services.audit.list({ action: "rule:health" }, 10)).toHaveLength(1);
    expect(await world.services.health.daily()).toBe(false);
    world.wait(86_401);
    expect(await world.services.health.daily()).toBe(true);
    const [last] = await world.services.audit.list({ action: "rule:health" }, 10);
    expect(last).toMatchObject({ actor: "system", decision: "done", reason: "2 looked at, 0 broken" });
  });
});
