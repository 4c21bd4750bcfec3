import { notFound } from "../http/errors";
import type { Sandbox } from "../sandbox";
import { readFault, readPlan } from "./faults/plan";

/** The plan as it stands: what has struck its last time is gone from it. */
export function currentPlan({ faults }: Sandbox): unknown {
  return { seed: faults.seed, faults: faults.list };
}

/** Errors: `RangeError` for an entry that is none; the plan before stays. */
export function loadPlan(sandbox: Sandbox, body: unknown): unknown {
  sandbox.faults.load(readPlan(body));
  return currentPlan(sandbox);
}

export function addFault(sandbox: Sandbox, body: unknown): unknown {
  return { ok: true, id: sandbox.faults.add(readFault(body)) };
}

export function removeFault(sandbox: Sandbox, id: string | undefined): void {
  if (!sandbox.faults.remove(Number(id))) throw notFound();
}
