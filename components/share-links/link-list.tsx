import { Link2 } from "lucide-react";
import { PageHead } from "@/components/frame/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { PauseAnswer } from "@/lib/pauses/schema";
import type { LinkAnswer } from "@/lib/share-links/schema";
import { LinkTable } from "./link-table";

interface LinkListProps {
  title: string;
  links: readonly LinkAnswer[];
  showsMakers?: boolean;
  /** For administrators, who may pause links. */
  pauses?: readonly PauseAnswer[];
  isSharingOn: boolean;
  timeZone: string;
}

export function LinkList({ title, links, showsMakers, pauses, isSharingOn, timeZone }: LinkListProps) {
  const open = links.filter(({ state, trouble }) => state === "active" && trouble === null).length;
  return (
    <>
      <PageHead title={title} text={links.length > 0 ? `${open.toLocaleString("en")} open` : undefined} />
      {isSharingOn ? null : (
        <Notice tone="warning" shape="bar">
          Share links are switched off here, so no link opens. An administrator of this server can switch them
          on.
        </Notice>
      )}
      {links.length > 0 ? (
        <LinkTable {...{ links, showsMakers, pauses, timeZone }} />
      ) : (
        <EmptyState
          icon={<Link2 aria-hidden="true" />}
          title={showsMakers ? "Nobody has made a link yet" : "You have made no link yet"}
          text="Open a sheet you may share and press Share view. Its link shows what you choose, until the day you choose."
          action={<ButtonLink href="/sheets">Open a sheet</ButtonLink>}
        />
      )}
    </>
  );
}
