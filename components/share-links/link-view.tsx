"use client";

import { Link2Off, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { ViaBadge } from "@/components/access/access-badge";
import { FillPage } from "@/components/frame/app-frame";
import { PageHead } from "@/components/frame/page-head";
import { DataAge } from "@/components/sheets/data-age";
import { rowKeys } from "@/components/sheets/query-keys";
import { RowsNotice } from "@/components/sheets/rows-notice";
import { SheetBody } from "@/components/sheets/sheet-body";
import { UntilWords } from "@/components/sheets/until-words";
import { useRows } from "@/components/sheets/use-rows";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { LinkAnswer } from "@/lib/sheets/answer";

interface LinkViewProps {
  token: string;
  first: LinkAnswer;
  timeZone: string;
  locale: string;
}

function OpenLink({ token, first, timeZone, locale, onGone }: LinkViewProps & { onGone: () => void }) {
  const router = useRouter();
  const { answer, isLoading, isLoadingMore, error, failure, refresh } = useRows({
    queryKey: rowKeys.link(token),
    path: `/api/v1/links/${token}`,
    first,
  });
  const { sheet, access } = answer;
  useShortcut({ key: "r" }, refresh);
  const code = failure?.code;
  useEffect(() => {
    if (code === "not_found") onGone();
    // The proof of the password lasts an hour; the page then asks for it again.
    if (code === "password_required") router.refresh();
  }, [code, onGone, router]);
  return (
    <FillPage>
      <PageHead
        title={access.title ?? sheet.name}
        badge={<ViaBadge via="link" />}
        text={<UntilWords at={access.expiresAt} timeZone={timeZone} />}
        actions={
          <>
            <DataAge fetchedAt={sheet.fetchedAt} onRefresh={refresh} />
            <Button
              variant="quiet"
              icon={<RefreshCw aria-hidden="true" />}
              isBusy={isLoading}
              onClick={refresh}
              aria-keyshortcuts="R"
              title="R"
              className="max-narrow:ml-auto"
            >
              Refresh
            </Button>
          </>
        }
      />
      <SheetBody
        answer={answer}
        isLoadingMore={isLoadingMore}
        locale={locale}
        notices={<RowsNotice {...{ answer, error, failure, isLoading }} onRetry={refresh} />}
      />
    </FillPage>
  );
}

/** What a share link shows: the same grid, and nobody's name. */
export function LinkView(props: LinkViewProps) {
  const [isGone, setGone] = useState(false);
  if (isGone)
    return (
      <main className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
        <EmptyState
          icon={<Link2Off aria-hidden="true" />}
          title="This link is not there, or it has ended"
          text="Ask the person who gave it to you for a new one."
        />
      </main>
    );
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <OpenLink {...props} onGone={() => setGone(true)} />
    </main>
  );
}
