import "server-only";
import type { AuditService } from "@/lib/audit/service";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { AppError } from "@/lib/errors";
import { fail, ok, type Result } from "@/lib/result";
import { checkRule } from "./check";
import { columnOfField, parseImport } from "./import-csv";
import type { ImportLines, ImportProblem, ReadImport, SavedLine, TriedLine } from "./import-schema";
import { withColumnIds } from "./name-columns";
import type { RuleBody, RuleInput } from "./schema";
import type { RuleService } from "./service";
import type { Verifier } from "./verifier";
import { asWritten, wouldBe } from "./would-be";

/** Rules from a CSV file: read, tried against Smartsheet, saved one by one. */
export interface RuleImport {
  read(csv: string): ReadImport;
  /** What saving would say of each, with columns by their ids; writes no rule. On record, as the sheets are read. */
  dryRun(lines: ImportLines, by: Viewer, context: ReadContext): Promise<Result<TriedLine[], AppError>>;
  /** Each as if written in the form: what fails keeps no other from being saved. */
  save(lines: ImportLines, by: Viewer, context: ReadContext): Promise<Result<SavedLine[], AppError>>;
}

export interface RuleImportParts {
  rules: RuleService;
  verifier: Verifier;
  audit: AuditService;
  clock: Clock;
  timeZone: string;
  longestDays: number;
}

const COPY_SECONDS = 60;

export function createRuleImport(parts: RuleImportParts): RuleImport {
  const { rules, verifier, audit, clock } = parts;
  const now = () => clock.now().toISOString();

  function record(reason: string, target: string, { requestId, actor, network }: ReadContext) {
    const entry = { requestId, actor, network, action: "rule:import", decision: "done" } as const;
    return audit.record({ ...entry, reason, target });
  }

  async function verified(
    rule: RuleInput,
    by: Viewer,
    context: ReadContext,
  ): Promise<Result<{ rule: RuleInput; body: RuleBody }, Pick<AppError, "field" | "message">>> {
    // Columns are known once the sheet was looked at; until then the rule stands for all of it.
    const found = await verifier.verify(withoutNames(rule), by, context, COPY_SECONDS);
    if (!found.ok) return found;
    const { body, sheet } = found.value;
    const named = withColumnIds(rule, sheet?.columns ?? null);
    if (!named.ok) return named;
    const [problem] = checkRule(named.value, { now: now(), longestDays: parts.longestDays });
    if (problem) return fail(problem);
    const { columns } = named.value;
    const columnTitles = Object.fromEntries(sheet?.columns.map(({ id, title }) => [id, title]) ?? []);
    const masks = named.value.effect === "permit" && named.value.masks ? { masks: named.value.masks } : {};
    return ok({ rule: named.value, body: { ...body, columns, columnTitles, ...masks } as RuleBody });
  }

  return {
    read(csv) {
      const { lines, problems } = parseImport(csv, parts.timeZone);
      const at = now();
      const shown = lines.map((line) => ({ ...line, answer: line.rule && asWritten(line.rule, at) }));
      return { lines: shown, problems };
    },
    async dryRun(lines, by, context) {
      const recorded = await record("tried", countWords(lines.length), context);
      if (!recorded.ok) return recorded;
      const tried: TriedLine[] = [];
      for (const { line, rule } of lines) {
        const found = await verified(rule, by, context);
        tried.push(
          found.ok
            ? { line, ok: true, rule: found.value.rule, answer: wouldBe(found.value.body, now()) }
            : { line, ok: false, problem: problemOf(found.error) },
        );
      }
      return ok(tried);
    },
    async save(lines, by, context) {
      const recorded = await record("saved", countWords(lines.length), context);
      if (!recorded.ok) return recorded;
      const saved: SavedLine[] = [];
      for (const { line, rule } of lines) {
        const done = await rules.create(rule, by, context);
        saved.push(
          done.ok
            ? { line, ok: true, id: done.value.id }
            : { line, ok: false, problem: problemOf(done.error) },
        );
      }
      return ok(saved);
    },
  };
}

function withoutNames(rule: RuleInput): RuleInput {
  if (rule.resource.type !== "sheet") return rule;
  const all = { ...rule, columns: { mode: "all" as const } };
  if (all.effect === "forbid") return all;
  const { masks: _masks, ...permit } = all;
  return permit;
}

function countWords(many: number): string {
  return `${many} ${many === 1 ? "rule" : "rules"}`;
}

function problemOf({ field, message }: Pick<AppError, "field" | "message">): ImportProblem {
  return { column: columnOfField(field), message };
}
