import "server-only";
import { cache } from "react";
import { listPauses } from "@/db/queries/pauses";
import { findBindings, findUser, listKnownUsers } from "@/db/queries/people";
import { listSheetLabels } from "@/db/queries/sheets";
import type { Viewer } from "@/lib/auth/principal";
import { findAssumedNames } from "@/lib/rules/assumed-names";
import type { RuleAnswer } from "@/lib/rules/schema";
import { services } from "@/lib/services";
import type { PausedAll } from "./schema";

/** Whether all delegated reading is paused, for the bars over the pages. Reads our own tables only. */
export const findPausedAll = cache(async (): Promise<PausedAll | null> => {
  const found = (await listPauses()).find(({ kind }) => kind === "all");
  if (!found) return null;
  const { pausedBy, pausedAt, reason } = found;
  const userId = (await findBindings([pausedBy.toLowerCase()])).get(pausedBy.toLowerCase());
  const by = (userId && (await findUser(userId))?.name) || pausedBy;
  return { by, at: pausedAt, reason };
});

interface Named {
  id: string;
  label: string;
  secondary?: string;
}

/** What there is to pause, without asking Smartsheet. */
export interface Pausable {
  person: Named[];
  assumed: Named[];
  sheet: Named[];
  link: Named[];
  connection: Named[];
  /** Permits that have not ended: a paused forbid would open something. */
  rules: RuleAnswer[];
  /** Names by lower-case address, as far as they are known here. */
  names: Record<string, string>;
  groups: { type: "group" | "localGroup"; id: string; name: string }[];
}

export async function loadPausable(viewer: Viewer): Promise<Pausable> {
  const all = services();
  const [users, labels, assumed, rules, links, connections, groups] = await Promise.all([
    listKnownUsers(),
    listSheetLabels(),
    findAssumedNames(),
    all.rules.list(),
    all.links.list(viewer, true),
    all.connections.list(),
    all.groups.list(),
  ]);
  const names = Object.fromEntries([
    ...assumed,
    ...users.map(({ email, name }) => [email.toLowerCase(), name] as const),
  ]);
  const open = rules.filter(({ state }) => state === "active" || state === "upcoming");
  const readAs = [...new Set(open.flatMap(({ delegation }) => delegation?.assume ?? []))].sort();
  const sheets = new Map(
    open.flatMap(({ resource, sheetName }) =>
      resource.type === "sheet" ? [[resource.id, sheetName] as const] : [],
    ),
  );
  for (const { sheetId, name } of labels) sheets.set(sheetId, name);
  return {
    person: users.map(({ id, name, email }) => ({ id, label: name || email, secondary: email })),
    assumed: readAs.map((email) => ({ id: email, label: names[email] ?? email, secondary: email })),
    sheet: [...sheets]
      .map(([id, label]) => ({ id, label }))
      .sort((a, b) => a.label.localeCompare(b.label, "en", { sensitivity: "base" })),
    link: links
      .filter(({ state }) => state === "active" || state === "sharing_off")
      .map(({ id, title, sheetName, maker }) => ({
        id,
        label: title ?? sheetName,
        secondary: `${id}, made by ${maker.name || maker.email}`,
      })),
    connection: connections.map(({ id, name }) => ({ id, label: name, secondary: id })),
    rules: open.filter(({ effect }) => effect === "permit"),
    names,
    groups: [
      ...groups.smartsheet.map(({ id, name }) => ({ type: "group" as const, id, name })),
      ...groups.local.map(({ id, name }) => ({ type: "localGroup" as const, id, name })),
    ],
  };
}
