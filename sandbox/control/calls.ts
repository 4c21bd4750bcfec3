import type { FaultKind } from "./faults/kinds";

/** One API call as it was answered. `columns` and `rows` count what was released, 0 for refusals. */
export interface LoggedCall {
  /** ISO 8601 UTC. */
  at: string;
  method: string;
  /** With the query, except on the token endpoint, whose query may hold secrets. */
  path: string;
  /** E-mail of the token's person; null without a valid token. */
  caller: string | null;
  assumed: string | null;
  kind: "oauth" | "raw" | null;
  /** 0 where nothing was answered. */
  status: number;
  columns: number;
  rows: number;
  /** From the call's arrival to its answer, without sending it. */
  ms: number;
  /** What the call takes from its token's minute; 0 for calls without a token. */
  cost: number;
  errorCode?: number;
  fault?: FaultKind;
  warning?: string;
}

const KEPT = 20_000;

export class CallLog {
  calls: LoggedCall[] = [];
  /** Ever logged: tells whether there is something new. */
  total = 0;

  add(call: LoggedCall): void {
    this.total += 1;
    this.calls.push(call);
    // Not at each call: shortening a long list costs as much as copying it.
    if (this.calls.length > KEPT * 1.1) this.calls.splice(0, this.calls.length - KEPT);
  }

  clear(): void {
    this.calls = [];
  }
}
