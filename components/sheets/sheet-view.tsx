"use client";

import { LockKeyhole, RefreshCw, Share2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useState } from "react";
import { ViaBadge } from "@/components/access/access-badge";
import { FillPage } from "@/components/frame/app-frame";
import { PageHead } from "@/components/frame/page-head";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useShortcut } from "@/components/ui/use-shortcut";
import { isDelegationPaused } from "@/lib/pauses/paused-message";
import type { SheetAnswer } from "@/lib/sheets/answer";
import { DataAge } from "./data-age";
import { DelegatedNotice } from "./delegated-notice";
import type { ApiFailure } from "./fetch-json";
import { ProblemState } from "./problem-state";
import { rowKeys } from "./query-keys";
import { RowsNotice } from "./rows-notice";
import { SheetBody } from "./sheet-body";
import { StarButton } from "./star-button";
import { UntilWords } from "./until-words";
import { useLiveRows } from "./use-live-rows";

const ShareDialog = dynamic(
  () => import("@/components/share-links/share-dialog").then((file) => file.ShareDialog),
  {
    ssr: false,
  },
);

interface SheetViewProps {
  first: SheetAnswer;
  assumedNames: readonly string[];
  isSharingOn: boolean;
  timeZone: string;
  locale: string;
}

function OpenSheet(props: SheetViewProps & { onGone: (why: ApiFailure) => void }) {
  const { first, isSharingOn, timeZone, locale, onGone } = props;
  const { id } = first.sheet;
  const path = `/api/v1/sheets/${id}`;
  const rows = useLiveRows({ queryKey: rowKeys.sheet(id), path, first, locale, onGone });
  const { answer, isLoading, isLoadingMore, error, failure, refresh } = rows;
  const { sheet, access } = answer;
  // A refresh may bring somebody the page did not know by name.
  const assumedNames = access.assumedUsers.map(
    (address) => props.assumedNames[first.access.assumedUsers.indexOf(address)] ?? address,
  );
  const [isSharing, setSharing] = useState<boolean | null>(null);
  useShortcut({ key: "r" }, refresh);
  useEffect(() => {
    if (failure === null) return;
    if (failure.code === "not_found" || isDelegationPaused(failure)) onGone(failure);
    if (failure.code === "unauthenticated") location.assign(`/?to=${encodeURIComponent(`/sheets/${id}`)}`);
  }, [failure, id, onGone]);
  const mayShare = isSharingOn && access.actions.includes("share");
  return (
    <FillPage>
      <PageHead
        title={sheet.name}
        badge={<ViaBadge via={access.via} as={assumedNames} />}
        text={access.expiresAt ? <UntilWords at={access.expiresAt} timeZone={timeZone} /> : undefined}
        actions={
          <>
            <DataAge fetchedAt={sheet.fetchedAt} onRefresh={refresh} />
            <div className="flex items-center gap-1 max-narrow:ml-auto">
              <StarButton sheetId={id} sheetName={sheet.name} size="m" />
              <Button
                variant="quiet"
                icon={<RefreshCw aria-hidden="true" />}
                isBusy={isLoading}
                onClick={refresh}
                aria-keyshortcuts="R"
                title="R"
              >
                Refresh
              </Button>
            </div>
            {mayShare ? (
              <Button variant="primary" icon={<Share2 aria-hidden="true" />} onClick={() => setSharing(true)}>
                Share view
              </Button>
            ) : null}
          </>
        }
      />
      <SheetBody
        answer={answer}
        isLoadingMore={isLoadingMore}
        locale={locale}
        highlight={rows.highlight}
        notices={
          <>
            {access.via === "delegated" ? (
              <DelegatedNotice
                answer={answer}
                assumedNames={assumedNames}
                timeZone={timeZone}
                locale={locale}
              />
            ) : null}
            <RowsNotice {...{ answer, error, failure, isLoading }} onRetry={refresh} />
          </>
        }
      />
      <div role="status" className="sr-only">
        {rows.changeWords}
      </div>
      {isSharing === null ? null : (
        <ShareDialog
          open={isSharing}
          onOpenChange={setSharing}
          sheet={{ id, name: sheet.name }}
          columns={answer.columns}
          endsBefore={access.expiresAt}
          timeZone={timeZone}
        />
      )}
    </FillPage>
  );
}

/** A sheet to read. When it is no longer open to the person, its rows leave the screen and the memory at once. */
export function SheetView(props: SheetViewProps) {
  const { first } = props;
  const [gone, setGone] = useState<{ why: ApiFailure; first: SheetAnswer } | null>(null);
  const onGone = useCallback((why: ApiFailure) => setGone({ why, first }), [first]);
  // A page that was read anew since has been judged anew.
  if (gone === null || gone.first !== first)
    return <OpenSheet key={first.sheet.id} {...props} onGone={onGone} />;
  if (gone.why.code !== "not_found")
    return (
      <ProblemState
        title="The sheet did not open"
        error={gone.why}
        door={{ href: "/sheets", label: "All sheets" }}
      />
    );
  return (
    <EmptyState
      icon={<LockKeyhole aria-hidden="true" />}
      title="This sheet is no longer open to you"
      text="The rule that opened it may have ended or been paused. Ask an administrator if you still need it."
      action={<ButtonLink href="/sheets">All sheets</ButtonLink>}
    />
  );
}
