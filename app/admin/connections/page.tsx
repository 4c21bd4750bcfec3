import { Plug } from "lucide-react";
import type { Metadata } from "next";
import { AddConnectionDialog } from "@/components/connections/add-connection-dialog";
import { ConnectionList } from "@/components/connections/connection-list";
import { RefusedNotice } from "@/components/connections/refused-notice";
import { PageHead } from "@/components/frame/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage() {
  await requireAdmin("connection:list", "/admin/connections");
  const { connections: service, pauses: pauseService, broker, env } = services();
  const [connections, pauses] = await Promise.all([service.list(), pauseService.list()]);
  const quotas = new Map(
    await Promise.all(connections.map(async ({ id }) => [id, await broker.stateOf(id)] as const)),
  );
  const add = <AddConnectionDialog region={regionNote(env.smartsheet.apiUrl, env.isDemo)} />;
  return (
    <>
      <PageHead
        title="Connections"
        text="the tokens rules read with"
        actions={connections.length > 0 ? add : undefined}
      />
      <RefusedNotice connections={connections} />
      {connections.length > 0 ? (
        <ConnectionList connections={connections} pauses={pauses} quotas={quotas} />
      ) : (
        <EmptyState
          icon={<Plug />}
          title="No connection yet"
          text="Rules read other people's sheets with the token of a System Admin. Add one first, then write rules. Until then everybody sees what their own Smartsheet access opens."
          action={add}
        />
      )}
    </>
  );
}

function regionNote(apiUrl: string, isDemo: boolean): string {
  if (isDemo) return "In this demo only tokens of its made-up Smartsheet work.";
  return `From the plan's own region: this Sheetpass asks ${new URL(apiUrl).host}.`;
}
