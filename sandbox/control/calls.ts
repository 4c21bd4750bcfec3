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
  status: number;
  columns: number;
  rows: number;
}

const KEPT = 20_000;

export class CallLog {
  calls: LoggedCall[] = [];

  add(call: LoggedCall): void {
    this.calls.push(call);
    if (this.calls.length > KEPT) this.calls.splice(0, this.calls.length - KEPT);
  }

  clear(): void {
    this.calls = [];
  }
}
