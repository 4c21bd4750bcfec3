import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyRules, type RuleWrite } from "@/db/queries/apply-rules";
import { listAudit } from "@/db/queries/audit";
import {
  findRule,
  listRuleHealth,
  listRules,
  listRuleVersions,
  policyStampNow,
  saveRuleHealth,
  updateRule,
} from "@/db/queries/rules";
import { chainHash } from "@/lib/audit/service";
import { verifyChain } from "@/lib/audit/verify";
import { openTestDatabase } from "@/scripts/testing/database";

const AT = "2026-11-24T09:00:00Z";

describe("many rules at once", () => {
  let test: Awaited<ReturnType<typeof openTestDatabase>>;
  const chain = chainHash(randomBytes(32));
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  const record = (action: string) => ({
    event: (number: number) => ({
      at: AT,
      requestId: "request-1",
      actorId: null,
      action,
      sheetId: "1",
      decision: "done",
      details: { target: `R-${number}` },
    }),
    chain,
  });
  const values = (body: string, resourceType = "sheet") => ({
    effect: "permit",
    resourceType,
    sheetId: "1",
    body,
    by: "command line",
    at: AT,
  });
  const create = (body: string, resourceType?: string): RuleWrite => ({
    kind: "create",
    values: values(body, resourceType),
    record: record("rule:create"),
  });
  const next = (
    number: number,
    expectedVersion: number,
    change: "changed" | "ended",
    body = "changed",
  ): RuleWrite => ({
    kind: "next",
    number,
    expectedVersion,
    change,
    values: values(body),
    record: record(`rule:${change}`),
  });
  const apply = async (...steps: RuleWrite[]) => applyRules(steps, await policyStampNow());

  it("come with a version and an audit row each, and the chain holds", async () => {
    expect(await apply(create("one"), create("two", "workspace"), create("three"))).toEqual({
      done: true,
      numbers: [1, 2, 3],
    });
    await saveRuleHealth(1, "not_found", AT);
    expect(await apply(next(1, 1, "changed"), next(3, 1, "ended", "three"), create("four"))).toEqual({
      done: true,
      numbers: [1, 3, 4],
    });
    const rows = (await listRules()).reverse();
    expect(
      rows.map(({ version, body, resourceType, endedAt }) => [version, body, resourceType, endedAt]),
    ).toEqual([
      [2, "changed", "sheet", null],
      [1, "two", "workspace", null],
      [2, "three", "sheet", AT],
      [1, "four", "sheet", null],
    ]);
    expect((await listRuleVersions(3)).map(({ version, change }) => [version, change])).toEqual([
      [2, "ended"],
      [1, "created"],
    ]);
    expect(await listRuleHealth()).toEqual(new Map());
    const audit = await listAudit({}, 10);
    expect(audit.map(({ action }) => action).reverse()).toEqual([
      "rule:create",
      "rule:create",
      "rule:create",
      "rule:changed",
      "rule:ended",
      "rule:create",
    ]);
    expect(await verifyChain(chain)).toMatchObject({ ok: true, count: 6 });
  });

  it("come not at all where one is stale, and tell which", async () => {
    await apply(create("one"), create("two"), create("three"));
    const stamp = await policyStampNow();
    const since = {
      ...values("since"),
      change: "changed",
      changedBy: "ada@acme.test",
      endedAt: null,
    } as const;
    await updateRule(2, 1, since, record("rule:change"));
    await updateRule(3, 1, { ...since, change: "ended", endedAt: AT }, record("rule:end"));
    const steps = [create("new"), next(1, 1, "changed"), next(2, 1, "changed"), next(3, 1, "ended")];
    expect(await applyRules(steps, stamp)).toEqual({ done: false, stale: [2, 3] });
    expect(await listRules()).toHaveLength(3);
    expect(await findRule(1)).toMatchObject({ version: 1, body: "one" });
    expect(await listAudit({}, 10)).toHaveLength(5);
  });

  it("come not at all where another rule was made since they were planned", async () => {
    const stamp = await policyStampNow();
    await apply(create("one"));
    expect(await applyRules([create("one")], stamp)).toEqual({ done: false, stale: [] });
    expect(await listRules()).toHaveLength(1);
  });

  it("are taken back whole where something breaks halfway", async () => {
    await apply(create("one"));
    const broken: RuleWrite = {
      ...create("two"),
      record: {
        event: () => {
          throw new Error("no record");
        },
        chain,
      },
    };
    await expect(apply(next(1, 1, "changed"), broken)).rejects.toThrow("no record");
    await expect(apply(next(1, 1, "changed"), next(1, 1, "changed"))).rejects.toThrow(/own transaction/);
    expect(await findRule(1)).toMatchObject({ version: 1, body: "one" });
    expect(await listAudit({}, 10)).toHaveLength(1);
  });
});
