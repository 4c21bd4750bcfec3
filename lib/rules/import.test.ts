import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import { DEPARTMENT, HIDDEN, openWorld, PAYROLL, PERSON, SALARY, type World } from "@/scripts/testing/world";
import type { ImportLines } from "./import-schema";

const HEADER = "effect,who,sheet id,as whom,columns,masks,starts,ends,reason,ticket,fresh seconds";

let world: World;
let ada: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
});
afterEach(() => world.close());

function read(...lines: string[]): ImportLines {
  const { lines: found, problems } = world.services.ruleImport.read([HEADER, ...lines].join("\n"));
  expect(problems).toEqual([]);
  return found.flatMap(({ line, rule }) => (rule === null ? [] : { line, rule }));
}

async function dryRun(...lines: string[]) {
  const tried = await world.services.ruleImport.dryRun(read(...lines), ada, world.context(ada));
  if (!tried.ok) throw new Error(tried.error.code);
  return tried.value;
}

const permit = (columns: string, masks = "", as = "olga@acme.test") =>
  `permit,vik@acme.test,${PAYROLL},${as},${columns},${masks},,2026-12-31,Review,HR-4,60`;

describe("an import of rules", () => {
  it("finds columns by title or id on the sheet, and writes nothing while it is tried", async () => {
    const [line] = await dryRun(permit(`person | ${DEPARTMENT}|Salary`, "Salary=range:10000"));
    expect(line).toMatchObject({
      line: 2,
      ok: true,
      rule: {
        columns: { mode: "only", ids: [PERSON, DEPARTMENT, SALARY] },
        masks: [{ columnId: SALARY, mask: { kind: "bucket", size: 10_000 } }],
      },
      answer: {
        sheetName: "Payroll 2026",
        ticket: "HR-4",
        freshSeconds: 60,
        columnTitles: { [SALARY]: "Salary" },
      },
    });
    expect(await world.services.rules.list()).toEqual([]);
    expect(JSON.stringify(line)).not.toContain(HIDDEN);
    const [event] = await world.services.audit.list({ action: "rule:import" }, 5);
    expect(event).toMatchObject({ decision: "done", reason: "tried", target: "1 rule" });
  });

  it.each([
    ["a column the sheet lacks", permit("Person|Bonus"), "columns"],
    ["a mask on a column the rule leaves out", permit("Person", "Salary=year"), "masks"],
    ["a mask on a column the sheet lacks", permit("all", "Bonus=year"), "masks"],
    ["somebody who cannot open the sheet", permit("all", "", "wanda@acme.test"), "as whom"],
    ["somebody nobody knows", permit("all", "", "nobody@acme.test"), "as whom"],
    ["an end in the past", permit("all").replace("2026-12-31", "2026-01-31"), "ends"],
    ["an end too far away", permit("all").replace("2026-12-31", "2031-01-31"), "ends"],
    ["a group that is not there", permit("all").replace("vik@acme.test", "group:G-000000000000"), "who"],
    ["a permit for links", permit("all").replace("vik@acme.test", "link:all"), "who"],
  ])("says in which column %s stands", async (_, line, column) => {
    expect(await dryRun(line)).toMatchObject([{ line: 2, ok: false, problem: { column } }]);
  });

  it("takes all but some titles of one sheet, as its columns are known", async () => {
    expect(await dryRun(permit("all but Salary"))).toMatchObject([
      { ok: true, rule: { columns: { mode: "except", ids: [SALARY] } } },
    ]);
  });

  it("saves what was tried, each with its own record, and lets no failure stop the rest", async () => {
    const tried = await dryRun(permit("Person"), permit("Department"));
    const lines = tried.flatMap((one) => (one.ok ? [{ line: one.line, rule: one.rule }] : []));
    const [first] = lines;
    if (first?.rule.effect !== "permit") throw new Error("The first line was not tried.");
    const spoilt = { ...first.rule, delegation: { assume: "wanda@acme.test" } };
    const all = [{ line: 9, rule: spoilt }, ...lines];
    const saved = await world.services.ruleImport.save(all, ada, world.context(ada));
    expect(saved).toMatchObject({
      ok: true,
      value: [
        { line: 9, ok: false, problem: { column: "as whom" } },
        { line: 2, ok: true, id: "R-1" },
        { line: 3, ok: true, id: "R-2" },
      ],
    });
    const rules = await world.services.rules.list();
    expect(rules.map(({ id, createdBy }) => [id, createdBy])).toEqual([
      ["R-2", "ada@acme.test"],
      ["R-1", "ada@acme.test"],
    ]);
    const made = await world.services.audit.list({ action: "rule:create" }, 5);
    expect(made.map(({ target }) => target)).toEqual(["R-2", "R-1"]);
  });

  it("T20 asks for a fresh sign-in for a rule for oneself", async () => {
    const tried = await dryRun(permit("Person").replace("vik@acme.test", "ada@acme.test"));
    world.wait(16 * 60);
    const lines = tried.flatMap((one) => (one.ok ? [{ line: one.line, rule: one.rule }] : []));
    expect(await world.services.ruleImport.save(lines, ada, world.context(ada))).toMatchObject({
      ok: true,
      value: [{ ok: false, problem: { column: "who" } }],
    });
  });

  it("refuses names of columns where nobody can look at a forbidden sheet, and takes all of it", async () => {
    expect(await dryRun(`forbid,everyone,${PAYROLL},,Salary,,,,Why,,`)).toMatchObject([
      { ok: false, problem: { column: "columns", message: expect.stringMatching(/look at this sheet/) } },
    ]);
    expect(await dryRun(`forbid,everyone,${PAYROLL},,all,,,,Why,,`)).toMatchObject([{ ok: true }]);
  });
});
