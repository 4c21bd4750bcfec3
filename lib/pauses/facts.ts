import type { PauseRow } from "@/db/queries/pauses";
import type { RuleId } from "@/lib/policy/ids";
import type { Facts, Paused } from "@/lib/policy/types";

/** What was stopped by hand, as the decision takes it. A paused person is `enabled: false`, a paused link is dead. */
export function pausedFacts(rows: readonly PauseRow[]): Pick<Facts, "switches"> & { paused: Paused } {
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ target }) => target);
  return {
    switches: { appPaused: false, delegationPaused: rows.some(({ kind }) => kind === "all") },
    paused: {
      sheets: of("sheet"),
      assumed: of("assumed"),
      rules: of("rule") as RuleId[],
      connections: of("connection"),
    },
  };
}
