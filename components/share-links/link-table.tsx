"use client";

import { TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { UntilDate } from "@/components/access/until-date";
import { PauseControl } from "@/components/pauses/pause-control";
import { pauseOf } from "@/components/pauses/pause-words";
import { Person } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { PauseAnswer } from "@/lib/pauses/schema";
import { revokeLink } from "@/lib/share-links/actions";
import type { LinkAnswer } from "@/lib/share-links/schema";
import { columnWords, openedWords, stateWords } from "./link-words";

interface LinkTableProps {
  links: readonly LinkAnswer[];
  /** Everybody's links: with their makers. */
  showsMakers?: boolean;
  /** For administrators, who may pause links; without it nothing can be paused here. */
  pauses?: readonly PauseAnswer[];
  timeZone: string;
}

const nameOf = ({ title, sheetName }: LinkAnswer) => title ?? sheetName;

function RevokeButton({ link }: { link: LinkAnswer }) {
  const router = useRouter();
  const { show } = useToast();
  const revoke = async () => {
    const result = await revokeLink({ id: link.id }).catch(() => null);
    if (!result) return "Sheetpass cannot be reached. Check your network and try again.";
    if (!result.ok) return `${result.error.message} Request ${result.error.requestId}`;
    show({ title: "Link revoked", text: `${nameOf(link)} no longer opens with it.` });
    router.refresh();
    return undefined;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="s" aria-label={`Revoke the link to ${nameOf(link)}`}>
          Revoke
        </Button>
      }
      title={`Revoke the link to ${nameOf(link)}?`}
      confirmLabel="Revoke link"
      isDanger
      onConfirm={revoke}
    >
      It stops opening at once, for everybody who has it. This cannot be taken back; you can make a new link.
    </ConfirmDialog>
  );
}

function LinkRow({
  link,
  showsMakers,
  pauses,
  timeZone,
}: { link: LinkAnswer } & Omit<LinkTableProps, "links">) {
  const state = stateWords(link);
  const isOver = link.state === "ended" || link.state === "revoked";
  return (
    <TableRow className={isOver ? "text-ink-3" : undefined}>
      <Cell className="w-full max-w-0 narrow:w-[34%]">
        <span className="block truncate font-strong" title={nameOf(link)}>
          {nameOf(link)}
        </span>
        {link.title ? <span className="block truncate text-s text-ink-3">{link.sheetName}</span> : null}
        {link.trouble ? (
          <span className="mt-0.5 flex items-start gap-1.5 text-s text-warning">
            <TriangleAlert className="mt-[2px] size-3 flex-none" aria-hidden="true" />
            <span>{link.trouble}</span>
          </span>
        ) : null}
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 narrow:hidden">
          <Badge tone={state.tone}>{state.label}</Badge>
          <UntilDate at={link.endsAt} timeZone={timeZone} />
        </span>
      </Cell>
      {showsMakers ? (
        <Cell hiddenBelow="narrow">
          <Person name={link.maker.name || link.maker.email} size="s" />
        </Cell>
      ) : null}
      <Cell hiddenBelow="narrow">
        <Badge tone={state.tone}>{state.label}</Badge>
      </Cell>
      <Cell hiddenBelow="wide" className="whitespace-nowrap">
        {columnWords(link)}
      </Cell>
      <Cell hiddenBelow="wide">{link.hasPassword ? "Yes" : "No"}</Cell>
      <Cell hiddenBelow="narrow">
        <UntilDate at={link.endsAt} timeZone={timeZone} />
      </Cell>
      <Cell hiddenBelow="narrow" isQuiet className="whitespace-nowrap">
        {openedWords(link.openedCount)}
        {link.lastOpenedAt ? (
          <>
            {" · "}
            <RelativeTime at={link.lastOpenedAt} />
          </>
        ) : null}
      </Cell>
      <Cell className="text-right">
        {isOver ? null : (
          <span className="inline-flex flex-wrap items-center justify-end gap-1.5">
            {pauses ? (
              <PauseControl
                what={{ kind: "link", target: link.id }}
                name={`the link to ${nameOf(link)}`}
                pause={pauseOf(pauses, "link", link.id)}
                size="s"
              />
            ) : null}
            <RevokeButton link={link} />
          </span>
        )}
      </Cell>
    </TableRow>
  );
}

export function LinkTable({ links, showsMakers = false, pauses, timeZone }: LinkTableProps) {
  return (
    <Table label={showsMakers ? "Everybody's links" : "Your links"}>
      <TableHead>
        <HeaderCell>Link to</HeaderCell>
        {showsMakers ? <HeaderCell hiddenBelow="narrow">Made by</HeaderCell> : null}
        <HeaderCell hiddenBelow="narrow">State</HeaderCell>
        <HeaderCell hiddenBelow="wide">Shows</HeaderCell>
        <HeaderCell hiddenBelow="wide">Password</HeaderCell>
        <HeaderCell hiddenBelow="narrow">Until</HeaderCell>
        <HeaderCell hiddenBelow="narrow">Opened</HeaderCell>
        <HeaderCell>
          <span className="sr-only">Actions</span>
        </HeaderCell>
      </TableHead>
      <tbody>
        {links.map((link) => (
          <LinkRow key={link.id} {...{ link, showsMakers, pauses, timeZone }} />
        ))}
      </tbody>
    </Table>
  );
}
