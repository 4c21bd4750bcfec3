import type { Metadata } from "next";
import { PageHead } from "@/components/frame/page-head";
import { rulesByGroup } from "@/components/groups/group-words";
import { GroupsView } from "@/components/groups/groups-view";
import { requireAdmin } from "@/lib/auth/loaders";
import { GROUPS_HOURS } from "@/lib/groups/memberships";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Groups" };

/** `/admin/groups`: groups kept here, Smartsheet's, and the table of people. Reads our own tables only. */
export default async function GroupsPage() {
  await requireAdmin("group:list", "/admin/groups");
  const { groups, rules, connections } = services();
  const [list, attributes, written, known] = await Promise.all([
    groups.list(),
    groups.attributeRows(),
    rules.list(),
    connections.list(),
  ]);
  return (
    <>
      <PageHead title="Groups" text="whom rules can name together" />
      <GroupsView
        groups={list}
        ruleCounts={rulesByGroup(written)}
        attributes={attributes}
        connections={known.map(({ id, name }) => ({ id, name }))}
        staleHours={GROUPS_HOURS}
      />
    </>
  );
}
