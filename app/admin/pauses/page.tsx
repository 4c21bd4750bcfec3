import { CirclePause } from "lucide-react";
import type { Metadata } from "next";
import { PageHead } from "@/components/frame/page-head";
import { NewPauseDialog } from "@/components/pauses/new-pause-dialog";
import { PauseAllPanel } from "@/components/pauses/pause-all-panel";
import { PauseTable } from "@/components/pauses/pause-table";
import { type PauseTargets, pauseLines } from "@/components/pauses/pause-words";
import { ruleTitle } from "@/components/rules/sentence";
import { groupKey } from "@/components/rules/who-words";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAdmin } from "@/lib/auth/loaders";
import { loadPausable } from "@/lib/pauses/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Pauses" };

/** `/admin/pauses`: what is stopped by hand now, and the switches to stop more. */
export default async function PausesPage() {
  const viewer = await requireAdmin("pause:list", "/admin/pauses");
  const pauses = await services().pauses.list();
  const { rules, names, groups, ...pausable } = await loadPausable(viewer);
  const all = {
    ...names,
    ...Object.fromEntries(groups.map(({ type, id, name }) => [groupKey(type, id), name])),
  };
  const targets: PauseTargets = {
    ...pausable,
    rule: rules.map((rule) => ({ id: rule.id, label: rule.id, secondary: ruleTitle(rule, all) })),
  };
  const lines = pauseLines(pauses, targets, names);
  const dialog = (
    <NewPauseDialog
      targets={targets}
      paused={lines.map(({ what }) => what)}
      viewerId={viewer.userId as string}
    />
  );
  return (
    <>
      <PageHead
        title="Pauses"
        text={lines.length > 0 ? `${lines.length.toLocaleString("en")} in force` : undefined}
        actions={dialog}
      />
      <PauseAllPanel pause={lines.find(({ what }) => what.kind === "all") ?? null} />
      {lines.length > 0 ? (
        <PauseTable lines={lines} />
      ) : (
        <EmptyState
          icon={<CirclePause />}
          title="Nothing is paused"
          text="When something looks wrong, pause it first and look into it after: a person, a sheet, a rule, a link or a connection stops at once, and nothing is deleted. Lift the pause and it goes on as before."
        />
      )}
    </>
  );
}
