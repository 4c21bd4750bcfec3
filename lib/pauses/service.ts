import "server-only";
import { deletePause, insertPause, listPauses, type PauseRow } from "@/db/queries/pauses";
import { findUser, listKnownUsers } from "@/db/queries/people";
import { findSheetLabels } from "@/db/queries/sheets";
import type { AuditService } from "@/lib/audit/service";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import { fail, ok, type Result } from "@/lib/result";
import type { PauseAnswer, PauseKind, PauseTarget } from "./schema";

export interface PauseService {
  /** Stops it from the next request on, cached data and open pages included. Pausing what is paused changes nothing. */
  pause(what: PauseTarget, reason: string, by: Viewer, context: ReadContext): Promise<Result<null, AppError>>;
  lift(what: PauseTarget, by: Viewer, context: ReadContext): Promise<Result<null, AppError>>;
  list(): Promise<PauseAnswer[]>;
}

export function createPauseService({ audit, clock }: { audit: AuditService; clock: Clock }): PauseService {
  function record(
    action: "pause:set" | "pause:lift",
    what: PauseTarget,
    context: ReadContext,
    reason?: string,
  ) {
    const { requestId, actor, network } = context;
    return audit.draft({
      requestId,
      actor,
      network,
      action,
      decision: "done",
      ...(what.kind === "sheet" ? { sheetId: what.target } : {}),
      target: `${what.kind} ${what.target}`.trim(),
      reason,
    });
  }

  return {
    async pause(what, reason, by, context) {
      if (what.kind === "person") {
        if (what.target === by.userId)
          return fail(
            appError("invalid_input", {
              field: "what",
              message:
                "You cannot pause yourself: nobody could be left to lift it. Ask another administrator.",
            }),
          );
        if (!(await findUser(what.target)))
          return fail(
            appError("invalid_input", {
              field: "what",
              message: "Nobody with this id has signed in. End their rules instead.",
            }),
          );
      }
      const row: PauseRow = { ...what, reason, pausedBy: by.email, pausedAt: clock.now().toISOString() };
      await insertPause(row, record("pause:set", what, context, reason));
      return ok(null);
    },
    async lift(what, _by, context) {
      await deletePause(what.kind, what.target, record("pause:lift", what, context));
      return ok(null);
    },
    async list() {
      const rows = await listPauses();
      const labels = await findSheetLabels(
        rows.flatMap(({ kind, target }) => (kind === "sheet" ? target : [])),
      );
      const people = new Map((await listKnownUsers()).map(({ id, name }) => [id, name]));
      return rows.map((row) => ({
        ...row,
        kind: row.kind as PauseKind,
        name:
          row.kind === "all"
            ? "All delegated reading"
            : (labels.get(row.target)?.name ?? people.get(row.target) ?? row.target),
      }));
    },
  };
}
