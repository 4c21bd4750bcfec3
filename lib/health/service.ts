import "server-only";
import { randomUUID } from "node:crypto";
import { listConnections } from "@/db/queries/connections";
import { deleteOldDecisions, findRuleUses } from "@/db/queries/decisions";
import { listGroupReads, listKeptGroupNames, listLocalGroups } from "@/db/queries/groups";
import { listHealthChecks, replaceHealthChecks } from "@/db/queries/health";
import { findBindings } from "@/db/queries/people";
import type { AuditService } from "@/lib/audit/service";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import type { ConnectionService } from "@/lib/connections/service";
import { GROUPS_HOURS } from "@/lib/groups/memberships";
import type { GroupService } from "@/lib/groups/service";
import type { ConnectionId } from "@/lib/policy/ids";
import { addressesOf, ruleIdOf } from "@/lib/rules/facts";
import type { RuleBook } from "@/lib/rules/rule-book";
import type { PlanUser } from "@/lib/smartsheet/port";
import type { TreeService } from "@/lib/tree/service";
import { type CheckWorld, checkRuleHealth } from "./check-rule";
import { finding } from "./findings";
import type { Finding, HealthAnswer } from "./schema";

export interface HealthService {
  /** What the last check found. Asks nobody. */
  last(): Promise<HealthAnswer>;
  /** Looks at every connection and every open rule, and keeps what it finds. One at a time; a second caller waits for the first. */
  check(context: ReadContext): Promise<HealthAnswer>;
  /** The nightly check and what else is due once a day; does nothing when the last one is younger. */
  daily(): Promise<boolean>;
}

const DAY_MS = 86_400_000;
/** Decisions are kept so long; the audit keeps who, what and when for good. */
const DECISION_DAYS = 90;

export function createHealthService(parts: {
  audit: AuditService;
  clock: Clock;
  reader: DelegatedReader;
  connections: ConnectionService;
  groups: GroupService;
  tree: TreeService;
  ruleBook: () => Promise<RuleBook>;
}): HealthService {
  const { audit, clock, reader } = parts;
  let running: Promise<HealthAnswer> | null = null;
  const now = () => clock.now().toISOString();

  async function last(): Promise<HealthAnswer> {
    const rows = await listHealthChecks();
    const of = (prefix: string) =>
      Object.fromEntries(
        rows
          .filter(({ target }) => target.startsWith(prefix))
          .map(({ target, findings }) => [target, JSON.parse(findings) as Finding[]]),
      );
    const ages = rows.map(({ checkedAt }) => checkedAt).sort();
    return { checkedAt: ages.at(-1) ?? null, rules: of("R-"), connections: of("C-") };
  }

  async function checkNow(context: ReadContext): Promise<HealthAnswer> {
    await parts.groups.refresh(context);
    const book = await parts.ruleBook();
    await parts.tree.refresh(book, context);
    const { connections, people, refused } = await checkConnections(context);
    const world: CheckWorld = {
      now: now(),
      reader,
      context,
      people,
      refused,
      usedAt: await findRuleUses(book.rows.map(({ number }) => number)),
      ...(await knownGroups()),
      bound: new Set((await findBindings(addressesOf(book.rows))).keys()),
    };
    const found: [string, Finding[]][] = [...connections];
    for (const row of book.rows) {
      found.push([ruleIdOf(row.number), await checkRuleHealth(row, world)]);
    }
    const { requestId, actor, network } = context;
    const broken = found.filter(([, findings]) => findings.some(({ severity }) => severity === "broken"));
    const record = audit.draft({
      requestId,
      actor,
      network,
      action: "rule:health",
      decision: "done",
      reason: `${found.length} looked at, ${broken.length} broken`,
    });
    const checkedAt = now();
    await replaceHealthChecks(
      found.map(([target, findings]) => ({ target, checkedAt, findings: JSON.stringify(findings) })),
      record,
    );
    return last();
  }

  async function checkConnections(context: ReadContext) {
    const connections: [string, Finding[]][] = [];
    const people = new Map<string, ReadonlyMap<string, PlanUser> | null>();
    const refused = new Set<string>();
    for (const { id } of await listConnections()) {
      const checked = await parts.connections.check(id, context);
      const check = checked.ok ? checked.value.check : null;
      const isFine = check === null || check.state === "ok" || check.state === "unproven";
      if (check?.state === "refused") refused.add(id);
      connections.push([
        id,
        isFine || !check
          ? []
          : [
              finding(
                check.state === "unreachable" ? "upstream_silent" : "token_refused",
                check.finding,
                check.advice,
              ),
            ],
      ]);
      const list = await reader.listPeople(
        { purpose: "pick_people", connectionId: id as ConnectionId },
        context,
      );
      people.set(
        id,
        list.ok ? new Map(list.value.map((person) => [person.email.toLowerCase(), person])) : null,
      );
    }
    return { connections, people, refused };
  }

  async function knownGroups() {
    const oldest = clock.now().getTime() - GROUPS_HOURS * 3_600_000;
    const reads = (await listGroupReads()).filter(
      ({ readAt }) => readAt !== null && Date.parse(readAt) > oldest,
    );
    const kept = await listKeptGroupNames(reads.map(({ connectionId }) => connectionId));
    return {
      localGroups: new Set((await listLocalGroups()).map(({ id }) => id)),
      smartsheetGroups: new Set(kept.map(({ id }) => id)),
      areGroupsFresh: reads.length > 0,
    };
  }

  function check(context: ReadContext): Promise<HealthAnswer> {
    running ??= checkNow(context).finally(() => {
      running = null;
    });
    return running;
  }

  return {
    last,
    check,
    async daily() {
      const { checkedAt } = await last();
      if (checkedAt !== null && clock.now().getTime() - Date.parse(checkedAt) < DAY_MS) return false;
      await deleteOldDecisions(new Date(clock.now().getTime() - DECISION_DAYS * DAY_MS).toISOString());
      await check({ requestId: randomUUID(), actor: { kind: "system" } });
      return true;
    },
  };
}
