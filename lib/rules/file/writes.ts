import "server-only";
import type { RuleWrite } from "@/db/queries/apply-rules";
import type { RecordedBy, RuleRow } from "@/db/queries/rules";
import type { AuditAction } from "@/lib/audit/event";
import type { AuditService } from "@/lib/audit/service";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { SourceSheet } from "@/lib/policy/sheet";
import { ruleIdOf } from "../facts";
import type { RuleBody } from "../schema";
import type { PlanStep } from "./plan";

/** What saving found out about a rule. */
export interface Settled {
  body: RuleBody;
  /** For its name; null where nobody could look it up, or there is none. */
  sheet: SourceSheet | null;
}

export interface WriteFacts {
  by: string;
  /** ISO 8601 UTC. */
  at: string;
  context: ReadContext;
  audit: AuditService;
}

const ACTION: Record<PlanStep["kind"], AuditAction> = {
  create: "rule:create",
  change: "rule:change",
  end: "rule:end",
};

export function toWrites(
  plan: {
    steps: readonly PlanStep[];
    settled: ReadonlyMap<PlanStep, Settled>;
    rows: ReadonlyMap<number, RuleRow>;
  },
  facts: WriteFacts,
): RuleWrite[] {
  return plan.steps.map((step): RuleWrite => {
    if (step.kind === "end") {
      const { stored } = step;
      const row = plan.rows.get(stored.number);
      if (!row) throw new Error(`${stored.id} is to end and was not read.`);
      // The text as it is stored: a rule that cannot be read must still be endable.
      const { effect, resourceType, sheetId, body } = row;
      const values = { effect, resourceType, sheetId, body, by: facts.by, at: facts.at };
      const reason = stored.body?.reason ?? "unreadable";
      const record = recordOf(step.kind, sheetId, stored.version + 1, reason, facts);
      const { number, version: expectedVersion } = stored;
      return { kind: "next", number, expectedVersion, change: "ended", values, record };
    }
    const body = bodyOf(step, plan.settled);
    const values = { ...columnsOf(body), by: facts.by, at: facts.at };
    const version = step.kind === "create" ? 1 : step.stored.version + 1;
    const record = recordOf(step.kind, values.sheetId, version, body.reason, facts);
    if (step.kind === "create") return { kind: "create", values, record };
    const { number, version: expectedVersion } = step.stored;
    const change = step.isExtension ? "extended" : "changed";
    return { kind: "next", number, expectedVersion, change, values, record };
  });
}

/** The open rules as they would stand once the steps are done; new ones are numbered past all others. */
export function rowsAfter(
  open: readonly RuleRow[],
  steps: readonly PlanStep[],
  settled: ReadonlyMap<PlanStep, Settled>,
  at: string,
): RuleRow[] {
  const byNumber = new Map(open.map((row) => [row.number, row]));
  let next = Math.max(0, ...byNumber.keys());
  for (const step of steps) {
    if (step.kind === "end") byNumber.delete(step.stored.number);
    else {
      const columns = columnsOf(bodyOf(step, settled));
      const known = step.kind === "change" ? byNumber.get(step.stored.number) : undefined;
      const number = known?.number ?? ++next;
      const row = known ?? { number, version: 0, createdBy: "", createdAt: at, endedAt: null };
      byNumber.set(number, { ...row, ...columns, version: row.version + 1 });
    }
  }
  return [...byNumber.values()];
}

function bodyOf(step: PlanStep, settled: ReadonlyMap<PlanStep, Settled>): RuleBody {
  const found = settled.get(step);
  if (!found) throw new Error("A rule is about to be saved that was not verified.");
  return found.body;
}

function columnsOf(body: RuleBody) {
  const { effect, resource } = body;
  return { effect, resourceType: resource.type, sheetId: resource.id, body: JSON.stringify(body) };
}

function recordOf(
  kind: PlanStep["kind"],
  sheetId: string,
  version: number,
  reason: string,
  { context, audit }: WriteFacts,
): RecordedBy {
  const { requestId, actor, network } = context;
  const entry = {
    requestId,
    actor,
    network,
    action: ACTION[kind],
    decision: "done",
    sheetId,
    version,
    reason,
  } as const;
  return {
    event: (number) => audit.draft({ ...entry, target: ruleIdOf(number), rules: [ruleIdOf(number)] }).event,
    chain: audit.draft(entry).chain,
  };
}
