import { randomUUID } from "node:crypto";
import type { ReadContext } from "@/lib/connections/admin-read";
import { planCounts, planLines } from "@/lib/rules/file/plan-lines";
import type { ReadyPlan, RuleFileService } from "@/lib/rules/file/service";
import type { Options, Terminal } from "../sheetpass";
import { plainLine } from "./plain-line";
import { readRuleFile, tellProblems } from "./read-file";

type Open = () => Promise<RuleFileService>;

/** What is kept as who made a version: whoever may run commands on this machine. */
const BY = "command line";

export async function planFile(
  file: string,
  options: Options,
  terminal: Terminal,
  open: Open,
): Promise<number> {
  const planned = await makePlan(file, options, terminal, open, newContext());
  if (!planned) return 1;
  tellPlan(planned.plan, terminal);
  return planned.plan.steps.length === 0 ? 0 : 2;
}

export async function applyFile(
  file: string,
  options: Options,
  terminal: Terminal,
  open: Open,
): Promise<number> {
  const context = newContext();
  const planned = await makePlan(file, options, terminal, open, context);
  if (!planned) return 1;
  const { plan, service } = planned;
  tellPlan(plan, terminal);
  if (plan.steps.length === 0) return 0;
  if (!(await isWanted(options, terminal))) return 1;
  const applied = await service.apply(plan, BY, context);
  if (applied.ok) {
    terminal.out(`Done: ${planCounts(plan)}.`);
    return 0;
  }
  const who = applied.error.stale.length > 0 ? applied.error.stale.join(", ") : "The rules";
  terminal.error(
    `${who} changed in the meantime, so nothing was changed here. Run it again to see the new plan.`,
  );
  return 1;
}

async function makePlan(
  file: string,
  { endMissing, ...rest }: Options,
  terminal: Terminal,
  open: Open,
  context: ReadContext,
): Promise<{ plan: ReadyPlan; service: RuleFileService } | null> {
  const read = readRuleFile(file, { endMissing, ...rest }, terminal);
  if (!read) return null;
  const service = await open();
  const plan = await service.plan(read, { endMissing }, context);
  if (plan.ok) return { plan: plan.value, service };
  tellProblems(file, plan.error, terminal);
  return null;
}

function tellPlan(plan: ReadyPlan, terminal: Terminal): void {
  for (const line of planLines(plan)) terminal.out(plainLine(line));
  if (plan.steps.length === 0) {
    terminal.out("The rules say what the file says: nothing to do.");
    return;
  }
  terminal.out(`Planned: ${planCounts(plan)}.`);
  terminal.out("");
  terminal.out(plainLine(`Who sees what: ${plan.radius.sentence}`));
  for (const line of plan.radius.lines) terminal.out(plainLine(`  ${line}`));
}

async function isWanted({ yes }: Options, terminal: Terminal): Promise<boolean> {
  if (yes) return true;
  if (terminal.ask === null) {
    terminal.error("Nobody is here to ask, so nothing was changed. Add --yes to apply without a question.");
    return false;
  }
  const answer = await terminal.ask("Apply this? Type yes: ");
  if (answer.trim().toLowerCase() === "yes") return true;
  terminal.error("Nothing was changed.");
  return false;
}

function newContext(): ReadContext {
  return { requestId: randomUUID(), actor: { kind: "system" } };
}
