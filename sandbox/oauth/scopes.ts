/** Smartsheet's 17 scopes, in the words of the consent page. */
export const SCOPES = {
  READ_SHEETS: "Read your sheets, with attachments and comments",
  WRITE_SHEETS: "Change your sheets",
  CREATE_SHEETS: "Create sheets",
  DELETE_SHEETS: "Delete sheets",
  SHARE_SHEETS: "Share sheets with others",
  ADMIN_SHEETS: "Change columns and publishing of your sheets",
  READ_SIGHTS: "Read your dashboards",
  CREATE_SIGHTS: "Create dashboards",
  DELETE_SIGHTS: "Delete dashboards",
  SHARE_SIGHTS: "Share dashboards with others",
  ADMIN_SIGHTS: "Change how dashboards are published",
  READ_USERS: "See the people and groups of your plan",
  ADMIN_USERS: "Manage the people and groups of your plan",
  READ_CONTACTS: "Read your personal contacts",
  READ_EVENTS: "Read the event log of your plan",
  ADMIN_WORKSPACES: "Manage your workspaces and folders",
  ADMIN_WEBHOOKS: "Manage your webhooks",
} as const;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[];

/** Space or comma separated. Null when one is unknown; none at all is allowed, for pure sign-in. */
export function parseScopes(text: string): Scope[] | null {
  const names = text.split(/[\s,]+/).filter(Boolean);
  return names.every(isScope) ? [...new Set(names as Scope[])] : null;
}

function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}
