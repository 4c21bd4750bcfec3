import type { AuditAction, AuditEntry, AuditEvent } from "@/lib/audit/event";
import { verbOf } from "./event-verbs";

export type AuditDecision = AuditEntry["decision"];

/** The rest of the sentence after the person: "read", "tried to export", "created rule R-3". */
export function describeEvent(event: AuditEvent, nameOf: (userId: string) => string | undefined): string {
  const action = event.action as AuditAction;
  const { past, base } = verbOf(action, event, nameOf);
  const decision = event.decision as AuditDecision;
  switch (decision) {
    case "served":
    case "done":
      return past;
    case "allowed":
      return hasOutcome(action) ? `was let in to ${base}` : past;
    case "denied":
    case "failed":
      return `tried to ${base}`;
    default:
      return `${past} (${decision satisfies never})`;
  }
}

/** The word between what was done and the sheet it was done to: "created rule R-3 for Payroll". */
export function sheetJoint(action: string): string {
  if (action.startsWith("rule:") || action.startsWith("picker:")) return " for ";
  if (action === "access:view_as") return ": ";
  if (action === "link:create" || action === "link:revoke") return " to ";
  if (action === "link:view" || action === "link:unlock") return ": ";
  return ["sheet:attachments", "sheet:comments", "sheet:history"].includes(action) ? " of " : " ";
}

/** True where a second event says how it went: an `allowed` of these is only the beginning. */
function hasOutcome(action: AuditAction): boolean {
  return action.startsWith("sheet:") || action === "link:view" || action === "access:view_as";
}

/** "6 columns, 41 rows"; null where nothing left the server. */
export function servedText({ columns, rows, action, decision }: AuditEvent): string | null {
  if (action === "session:end") return null;
  const count = (amount: number, word: string) =>
    `${amount.toLocaleString("en-GB")} ${word}${amount === 1 ? "" : "s"}`;
  if (action === "sheets:list") return rows === null ? null : count(rows, "sheet");
  // An allowed read names what it will ask for; what left is what the second event says.
  if (decision === "allowed" && rows === null)
    return columns === null ? null : `asks for ${count(columns, "column")}`;
  const parts = [
    columns === null ? null : count(columns, "column"),
    rows === null ? null : count(rows, "row"),
  ];
  return parts.filter((part) => part !== null).join(", ") || null;
}
