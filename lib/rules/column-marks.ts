import "server-only";
import { saveColumnMark } from "@/db/queries/column-marks";
import type { AuditService } from "@/lib/audit/service";
import type { Viewer } from "@/lib/auth/principal";
import type { Clock } from "@/lib/clock";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { AppError } from "@/lib/errors";
import { ok, type Result } from "@/lib/result";
import type { MarkInput } from "./schema";

export interface ColumnMarks {
  /** Says that a column is sensitive, or is not although it sounds so. A later word replaces the one before. */
  mark(input: MarkInput, by: Viewer, context: ReadContext): Promise<Result<null, AppError>>;
}

export function createColumnMarks({ audit, clock }: { audit: AuditService; clock: Clock }): ColumnMarks {
  return {
    async mark({ sheetId, columnId, title, isSensitive }, by, context) {
      const { requestId, actor, network } = context;
      const record = audit.draft({
        ...{ requestId, actor, network, sheetId },
        action: "column:mark",
        decision: "done",
        target: columnId,
        reason: isSensitive ? "sensitive" : "not sensitive",
      });
      const markedAt = clock.now().toISOString();
      await saveColumnMark({ sheetId, columnId, title, isSensitive, markedBy: by.email, markedAt }, record);
      return ok(null);
    },
  };
}
