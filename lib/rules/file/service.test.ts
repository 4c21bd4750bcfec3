import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listRules, listRuleVersions } from "@/db/queries/rules";
import { createAuditService } from "@/lib/audit/service";
import { appError } from "@/lib/errors";
import type { AnyRule } from "@/lib/policy/types";
import { fail, ok } from "@/lib/result";
import { exportText } from "@/scripts/rules/export";
import { applyFile, planFile } from "@/scripts/rules/with-database";
import type { Options, Terminal } from "@/scripts/sheetpass";
import { openTestDatabase } from "@/scripts/testing/database";
import type { RuleBody } from "../schema";
import { fileOf, PERMIT, parsed } from "./file.test-helper";
import { createRuleFileService, type RuleFileService, type VerifyForFile } from "./service";

const NOW = new Date("2026-11-24T09:00:00Z");
const CONTEXT = { requestId: "request-1", actor: { kind: "system" } } as const;
const FORBID = `  - effect: forbid
    principal: { type: everyone }
    resource: { type: workspace, id: "77" }
    lookup: { assume: olga@acme.test }
    columns: { mode: only, titles: [Salary] }
    endsAt: null
    reason: Pay stays closed
`;

describe("a rule file against the stored rules", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  let folder = "";
  let service: RuleFileService;
  let asked: string[] = [];
  let seen: { before: AnyRule[]; after: AnyRule[] } | null = null;

  /** Stands for Smartsheet, which the rules' own service asks; what it is asked and answers is what counts here. */
  const verify: VerifyForFile = async (input) => {
    asked.push(input.reason);
    const connectionId = "C-1";
    const known = { knownColumns: ["6216506360996457"], sheetName: "Payroll 2026", columnTitles: {} };
    if (input.effect === "forbid") {
      const { lookup, ...rest } = input;
      return ok({
        sheet: null,
        body: { ...rest, ...known, ...(lookup ? { lookup: { ...lookup, connectionId } } : {}) } as RuleBody,
      });
    }
    if (input.delegation.assume.startsWith("nobody"))
      return fail(
        appError("invalid_input", { field: "delegation.assume", message: "Nobody cannot open this sheet." }),
      );
    if (input.delegation.assume.startsWith("busy")) return fail(appError("upstream_busy"));
    return ok({
      sheet: null,
      body: { ...input, ...known, delegation: { ...input.delegation, connectionId } },
    });
  };

  beforeEach(async () => {
    test = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), "sheetpass-rules-"));
    asked = [];
    seen = null;
    const clock = { now: () => NOW };
    service = createRuleFileService({
      audit: createAuditService(randomBytes(32), clock),
      clock,
      longestDays: 366,
      verify,
      radius: async (before, after) => {
        seen = { before, after };
        return {
          sentence: `${after.length - before.length} rules more`,
          lines: ["+ Vik Viewer: Payroll 2026"],
        };
      },
    });
  });
  afterEach(() => {
    test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(command: typeof planFile, text: string, over: Partial<Options> = {}, answer?: string) {
    writeFileSync(join(folder, "rules.yaml"), text);
    const lines: string[] = [];
    const terminal: Terminal = {
      out: (line) => lines.push(line),
      error: (line) => lines.push(line),
      ask: answer === undefined ? null : async () => answer,
      folder,
      now: NOW,
      timeZone: "UTC",
      longestDays: 366,
    };
    const options = { endMissing: false, yes: false, ...over };
    return {
      code: await command("rules.yaml", options, terminal, async () => service),
      text: lines.join("\n"),
    };
  }

  it("is planned without a trace, applied, and then is nothing to do", async () => {
    const planned = await run(planFile, fileOf(PERMIT + FORBID));
    expect(planned.code).toBe(2);
    expect(planned.text).toBe(
      [
        "+ new rule (line 3): permit vik@acme.test on sheet 3288115553007714",
        "+ new rule (line 10): forbid everyone on workspace 77",
        "Planned: 2 new, 0 changed, 0 ended, 0 as they are.",
        "",
        "Who sees what: 2 rules more",
        "  + Vik Viewer: Payroll 2026",
      ].join("\n"),
    );
    expect(await listRules()).toEqual([]);
    expect(await run(applyFile, fileOf(PERMIT + FORBID), { yes: true })).toMatchObject({ code: 0 });
    expect((await listRules()).map(({ resourceType, createdBy }) => [resourceType, createdBy])).toEqual([
      ["workspace", "command line"],
      ["sheet", "command line"],
    ]);
    asked = [];
    seen = null;
    const again = await run(planFile, fileOf(PERMIT + FORBID), { endMissing: true });
    expect(again).toEqual({ code: 0, text: "The rules say what the file says: nothing to do." });
    expect({ asked, seen }).toEqual({ asked: [], seen: null });
    const exported = await exportText("yaml", NOW);
    expect(await run(planFile, exported, { endMissing: true })).toMatchObject({ code: 0 });
  });

  it("takes a rule's freshness there and back, and says where it differs", async () => {
    await run(applyFile, fileOf(`${PERMIT}    freshSeconds: 5\n`), { yes: true });
    const exported = await exportText("yaml", NOW);
    expect(exported).toContain("freshSeconds: 5\n");
    expect(await run(planFile, exported, { endMissing: true })).toMatchObject({ code: 0 });
    const slower = await run(planFile, exported.replace("freshSeconds: 5", "freshSeconds: 60"));
    expect(slower.code).toBe(2);
    expect(slower.text).toMatch(/freshSeconds.*5.*60/);
    const wrong = await run(planFile, exported.replace("freshSeconds: 5", "freshSeconds: 4"));
    expect(wrong.text).toContain("freshSeconds: Give whole seconds from 5 to 3,600.");
  });

  it("changes, extends and ends by versions, and shows the rules as they would be", async () => {
    await run(applyFile, fileOf(PERMIT + FORBID), { yes: true });
    const later = PERMIT.replace("- effect", "- id: R-1\n    effect").replace("2026-12-31", "2027-01-31");
    expect(await run(applyFile, fileOf(later), { yes: true, endMissing: true })).toMatchObject({ code: 0 });
    expect(seen?.before).toMatchObject([{ id: "R-1", endsAt: "2026-12-31T23:59:59Z" }, { id: "R-2" }]);
    expect(seen?.after).toMatchObject([{ id: "R-1", version: 2, endsAt: "2027-01-31T23:59:59Z" }]);
    expect((await listRuleVersions(1)).map(({ change }) => change)).toEqual(["extended", "created"]);
    expect((await listRuleVersions(2)).map(({ change }) => change)).toEqual(["ended", "created"]);
    const ended = fileOf(FORBID.replace("- effect", "- id: R-2\n    effect"));
    expect(await run(planFile, ended)).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^rules\.yaml:3:9: .*has ended/),
    });
  });

  it("is refused whole for one rule, with the line of what Smartsheet and the checks refuse", async () => {
    const nobody = PERMIT.replace("olga@", "nobody@").replace("bonus", "pay");
    const refused = await run(applyFile, fileOf(PERMIT + nobody), { yes: true });
    expect(refused).toEqual({
      code: 1,
      text: "rules.yaml:13:27: rules[1].delegation.assume: Nobody cannot open this sheet.\n1 mistake. Nothing was changed.",
    });
    const past = await run(applyFile, fileOf(PERMIT + PERMIT.replace("2026-12", "2025-12")), { yes: true });
    expect(past.text).toMatch(/^rules\.yaml:15:13: rules\[1\]\.endsAt: The end is in the past/);
    expect(await listRules()).toEqual([]);
  });

  it("stops asking where Smartsheet cannot answer", async () => {
    const busy = PERMIT.replace("olga@", "busy@");
    const refused = await run(planFile, fileOf(busy + busy.replace("bonus", "pay")));
    expect(refused.text).toMatch(
      /^rules\.yaml:3:5: rules\[0\]: Smartsheet asks us to slow down.*\n1 mistake/,
    );
    expect(asked).toHaveLength(1);
  });

  it("is applied after a yes alone", async () => {
    expect(await run(applyFile, fileOf(PERMIT))).toMatchObject({
      code: 1,
      text: expect.stringContaining("Add --yes"),
    });
    expect(await run(applyFile, fileOf(PERMIT), {}, "y")).toMatchObject({ code: 1 });
    expect(await listRules()).toEqual([]);
    expect(await run(applyFile, fileOf(PERMIT), {}, "yes")).toMatchObject({ code: 0 });
    expect(await listRules()).toHaveLength(1);
  });

  it("is not applied where the rules changed since the plan", async () => {
    const plan = await service.plan(parsed(fileOf(PERMIT)), { endMissing: false }, CONTEXT);
    if (!plan.ok) throw new Error("The plan was refused.");
    expect((await service.apply(plan.value, "one", CONTEXT)).ok).toBe(true);
    expect(await service.apply(plan.value, "two", CONTEXT)).toEqual(fail({ stale: [] }));
    expect(await listRules()).toHaveLength(1);
  });
});
