"use client";

import { Tabs } from "@/components/ui/tabs";
import type { GroupsAnswer } from "@/lib/groups/schema";
import { KeptGroups } from "./kept-groups";
import { PeopleTable } from "./people-table";
import { SmartsheetGroups } from "./smartsheet-groups";

interface GroupsViewProps {
  groups: GroupsAnswer;
  ruleCounts: Readonly<Record<string, number>>;
  attributes: readonly { email: string; name: string; value: string }[];
  connections: readonly { id: string; name: string }[];
  staleHours: number;
}

export function GroupsView({ groups, ruleCounts, attributes, connections, staleHours }: GroupsViewProps) {
  const { local, smartsheet, readAt, problem } = groups;
  const people = new Set(attributes.map(({ email }) => email)).size;
  return (
    <Tabs
      label="Groups and people"
      isPageWide
      items={[
        {
          value: "kept",
          label: "Kept here",
          count: local.length,
          content: <KeptGroups groups={local} ruleCounts={ruleCounts} />,
        },
        {
          value: "smartsheet",
          label: "From Smartsheet",
          count: smartsheet.length,
          content: <SmartsheetGroups {...{ smartsheet, readAt, problem, connections, staleHours }} />,
        },
        {
          value: "people",
          label: "Table of people",
          count: people,
          content: <PeopleTable rows={attributes} />,
        },
      ]}
    />
  );
}
