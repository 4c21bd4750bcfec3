import type { Sandbox } from "../sandbox";
import { scenarioInfo } from "./settings";

export function people(sandbox: Sandbox) {
  return sandbox.store.people.map(({ id, email, name, title, admin, active, rawToken, planKey }) => ({
    id: String(id),
    email,
    name,
    title,
    admin,
    active,
    plan: planKey,
    token: rawToken,
  }));
}

/** Who and what there is, ids as strings. */
export function info(sandbox: Sandbox) {
  return {
    scenario: scenarioInfo(sandbox),
    people: people(sandbox),
    groups: sandbox.store.groups.map((group) => ({
      id: String(group.id),
      name: group.name,
      members: group.members.map((member) => member.email),
    })),
    sheets: sandbox.store.sheets.map((sheet) => ({
      id: String(sheet.id),
      key: sheet.key,
      name: sheet.name,
      owner: sheet.owner.email,
      version: sheet.version,
      rows: sheet.rowCount,
      shares: sheet.shares.map((share) => ({
        ...(share.person ? { email: share.person.email } : {}),
        ...(share.group ? { group: share.group.name } : {}),
        accessLevel: share.accessLevel,
      })),
      columns: Object.fromEntries(sheet.columns.map((column) => [column.title, String(column.id)])),
    })),
    faults: sandbox.faults.list,
  };
}
