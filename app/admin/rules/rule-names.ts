import "server-only";
import type { Names } from "@/components/rules/condition-words";
import { groupKey } from "@/components/rules/who-words";
import { isPrefetch, readContext } from "@/lib/auth/loaders";
import type { Viewer } from "@/lib/auth/principal";
import { services } from "@/lib/services";

/** Names only make the page kinder to read, so it does not wait longer for them. */
const PATIENCE_MS = 1_200;

/**
 * Names of the plan's people by address, from the pickers' list, and of groups, from the copy kept here; people not known
 * in time are shown by their address.
 */
export async function ruleNames(viewer: Viewer, connectionIds: readonly string[]): Promise<Names> {
  const own = { ...(await groupNames()), [viewer.email.toLowerCase()]: viewer.name };
  if (connectionIds.length === 0 || (await isPrefetch())) return own;
  const context = await readContext(viewer);
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const lists = await Promise.all(
    connectionIds.map((id) => Promise.race([services().pickers.people(id, context), late])),
  );
  const people = lists.flatMap((list) => (list?.ok ? list.value : []));
  return { ...own, ...Object.fromEntries(people.map(({ email, name }) => [email.toLowerCase(), name])) };
}

async function groupNames(): Promise<Names> {
  const { local, smartsheet } = await services().groups.list();
  return Object.fromEntries([
    ...smartsheet.map(({ id, name }) => [groupKey("group", id), name]),
    ...local.map(({ id, name }) => [groupKey("localGroup", id), name]),
  ]);
}
