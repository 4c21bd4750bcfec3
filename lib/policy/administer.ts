/** What an administrator does; each needs the role and nothing else today. The one place that compares roles (I02). */
export type AdminAction =
  | "rule:list"
  | "rule:create"
  | "rule:change"
  | "rule:end"
  | "rule:preview"
  | "picker:people"
  | "picker:sheets"
  | "picker:columns"
  | "connection:list"
  | "connection:create"
  | "connection:check"
  | "connection:replace"
  | "connection:settings"
  | "connection:remove"
  | "link:list"
  | "link:revoke_any"
  | "group:list"
  | "group:change"
  | "pause:list"
  | "pause:change"
  | "rule:import"
  | "rule:health"
  | "column:mark"
  | "access:explain"
  | "access:who"
  | "access:view_as"
  | "audit:read";

export interface AdminPerson {
  role: "viewer" | "admin";
  enabled: boolean;
}

/** True when the person may do it. Unknown roles may do nothing. */
export function mayAdminister(person: AdminPerson, _action: AdminAction): boolean {
  return person.enabled && person.role === "admin";
}
