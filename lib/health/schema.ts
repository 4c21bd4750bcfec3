/** What can be wrong with a rule or a connection. `broken` gives nothing any more; `soon` and `idle` want a look. */
export const FINDING_CODES = [
  "unreadable",
  "connection_gone",
  "token_refused",
  "owner_left",
  "owner_admin",
  "owner_lost_access",
  "column_lost",
  "place_unreadable",
  "group_gone",
  "group_stale",
  "never_bound",
  "ends_soon",
  "never_used",
  "unused",
  "upstream_silent",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface Finding {
  code: FindingCode;
  severity: "broken" | "warning" | "note";
  /** What is the matter, in a sentence. */
  cause: string;
  /** What to do about it. */
  fix: string;
}

export interface HealthAnswer {
  /** When everything was last looked at; null before the first time. ISO 8601. */
  checkedAt: string | null;
  rules: Record<string, Finding[]>;
  connections: Record<string, Finding[]>;
}
