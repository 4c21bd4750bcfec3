import type { AuditAction } from "@/lib/audit/event";

/** What one may look for; each part stands in the address under its own name. */
export interface EventFilters {
  sheetId?: string;
  actorId?: string;
  action?: string;
  decision?: string;
  requestId?: string;
}

export const filterNames = ["sheetId", "actorId", "action", "decision", "requestId"] as const;

/** The audit page with these filters, from the newest event or from before one. */
export function auditHref(filters: EventFilters, before?: number): string {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value) query.set(name, value);
  }
  if (before !== undefined) query.set("before", String(before));
  return query.size === 0 ? "/admin/audit" : `/admin/audit?${query}`;
}

/** Every action, in the order of the filter; a new one is missed by the compiler, not by the reader. */
const actionLabels: Record<AuditAction, string> = {
  "sheet:read": "Read a sheet",
  "sheet:export": "Export",
  "sheet:print": "Print",
  "sheet:share": "Share",
  "sheet:attachments": "Look at attachments",
  "sheet:comments": "Read comments",
  "sheet:history": "Read the history",
  "sheet:refresh": "Keep a sheet open",
  "sheets:list": "List sheets",
  "link:view": "Open a link",
  "link:unlock": "Unlock a link",
  "link:create": "Make a link",
  "link:revoke": "End a link",
  "rule:create": "Create a rule",
  "rule:change": "Change a rule",
  "rule:end": "End a rule",
  "rule:preview": "Try out a rule",
  "rule:import": "Apply a rule file",
  "rule:health": "Check rules",
  "picker:people": "Look up people",
  "picker:sheets": "Look up sheets",
  "picker:columns": "Look up columns",
  "picker:places": "Look up places",
  "tree:read": "Look up what lies where",
  "groups:read": "Read Smartsheet groups",
  "group:save": "Save a group",
  "group:remove": "Remove a group",
  "attributes:save": "Replace the table of people",
  "column:mark": "Mark a column",
  "pause:set": "Pause",
  "pause:lift": "Lift a pause",
  "access:explain": "Ask why",
  "access:who": "Ask who sees what",
  "access:view_as": "View as somebody",
  "connection:create": "Add a connection",
  "connection:check": "Check a connection",
  "connection:replace": "Replace a token",
  "connection:settings": "Change a connection's limits",
  "connection:remove": "Remove a connection",
  "session:sign_in": "Sign in",
  "session:sign_out": "Sign out",
  "session:end": "End a sign-in",
  "account:tokens_lost": "Smartsheet connection ended",
  "account:tokens_refreshed": "Smartsheet connection renewed",
  "account:disconnect": "Disconnect",
  "admin:refused": "Administrators only",
  "request:refused": "Request from elsewhere",
};

export const actionOptions = Object.entries(actionLabels).map(([value, label]) => ({ value, label }));
