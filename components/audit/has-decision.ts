import type { AuditEvent } from "@/lib/audit/event";

/** Whether a decision about a sheet stands behind the event: reads, those through links, and looks as somebody else. */
export function hasDecision({ action, sheetId }: Pick<AuditEvent, "action" | "sheetId">): boolean {
  const isRead = action.startsWith("sheet:") || action === "link:view" || action === "access:view_as";
  return isRead && sheetId !== null;
}
