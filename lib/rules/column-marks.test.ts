import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import { DEPARTMENT, openWorld, PAYROLL, payrollRule, SALARY, type World } from "@/scripts/testing/world";

let world: World;
let ada: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
});
afterEach(() => world.close());

async function mark(columnId: string, title: string, isSensitive: boolean) {
  const input = { sheetId: PAYROLL as string, columnId, title, isSensitive };
  const done = await world.services.columnMarks.mark(input, ada, world.context(ada));
  if (!done.ok) throw new Error(done.error.code);
}

async function picked() {
  const found = await world.services.pickers.columns(
    undefined,
    "olga@acme.test",
    PAYROLL,
    world.context(ada),
  );
  if (!found.ok) throw new Error(found.error.message);
  return found.value.filter(({ isSensitive }) => isSensitive).map(({ title }) => title);
}

describe("what an administrator says of a column", () => {
  it("counts at once where columns are picked, though their list is remembered", async () => {
    expect(await picked()).toEqual(["Salary"]);
    const { length } = world.smartsheet.calls;
    await mark(DEPARTMENT, "Department", true);
    expect(await picked()).toEqual(["Department", "Salary"]);
    await mark(SALARY, "Salary", false);
    expect(await picked()).toEqual(["Department"]);
    await mark(DEPARTMENT, "Department", false);
    expect(await picked()).toEqual([]);
    expect(world.smartsheet.calls).toHaveLength(length);
  });

  it("counts in a preview, for what opens and for what stays hidden", async () => {
    await mark(DEPARTMENT, "Department", true);
    const preview = await world.services.rules.preview(payrollRule(), ada, world.context(ada));
    expect(preview).toMatchObject({
      ok: true,
      value: { sensitive: ["Department"], keptHidden: ["Salary"] },
    });
  });

  it("is on record with the sheet, the column and what was said", async () => {
    await mark(SALARY, "Salary", false);
    const [event] = await world.services.audit.list({ action: "column:mark" }, 5);
    expect(event).toMatchObject({
      actor: "ada@acme.test",
      sheetId: PAYROLL,
      target: SALARY,
      reason: "not sensitive",
      decision: "done",
    });
  });
});
