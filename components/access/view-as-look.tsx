"use client";

import type { ReactNode } from "react";
import { rowKeys } from "@/components/sheets/query-keys";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { Result } from "@/lib/result";
import type { PageError, SheetPage } from "@/lib/sheets/loaders";
import { ViaBadge } from "./access-badge";
import { explainHref } from "./explain-address";
import { ViewAsRows } from "./view-as-rows";

type Look = Result<SheetPage, PageError>;

interface ViewAsLookProps {
  person: { userId: string; name: string };
  sheetId: string;
  as: Look;
  own: Look;
  timeZone: string;
  locale: string;
}

/** One sheet twice: as rules show it to the person, and as the administrator has it. */
export function ViewAsLook({ person, sheetId, as, own, timeZone, locale }: ViewAsLookProps) {
  const { userId, name } = person;
  const why = explainHref({ user: userId, sheet: sheetId });
  const path = `/admin/view-as/${userId}/${sheetId}`;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-1 overflow-y-auto border-t border-line min-[900px]:grid-cols-2 min-[900px]:grid-rows-[minmax(0,1fr)] min-[900px]:overflow-hidden">
      <Pane title={`As ${name}`} look={as} timeZone={timeZone} isOther>
        {as.ok ? (
          <ViewAsRows
            source={{
              queryKey: rowKeys.viewAs(userId, sheetId),
              path: `/api/v1/admin/view-as/${userId}/sheets/${sheetId}`,
              first: as.value.answer,
            }}
            label={`${as.value.answer.sheet.name} as ${name}`}
            {...{ locale, path }}
          />
        ) : (
          <NoLook
            error={as.error}
            title={`Rules show ${name} nothing of this sheet`}
            text="With their own account they may still open it in Smartsheet."
            action={<ButtonLink href={why}>Explain why</ButtonLink>}
          />
        )}
      </Pane>
      <Pane title="As you" look={own} timeZone={timeZone}>
        {own.ok ? (
          <ViewAsRows
            source={{
              queryKey: rowKeys.sheet(sheetId),
              path: `/api/v1/sheets/${sheetId}`,
              first: own.value.answer,
            }}
            label={`${own.value.answer.sheet.name} as you`}
            {...{ locale, path }}
          />
        ) : (
          <NoLook
            error={own.error}
            title="You cannot open this sheet yourself"
            text="Neither your own account nor a rule opens it to you."
          />
        )}
      </Pane>
    </div>
  );
}

interface PaneProps {
  title: string;
  look: Look;
  timeZone: string;
  isOther?: boolean;
  children: ReactNode;
}

function Pane({ title, look, timeZone, isOther, children }: PaneProps) {
  const access = look.ok ? look.value.answer.access : null;
  return (
    <section
      aria-label={title}
      className="flex h-[75dvh] min-w-0 flex-col border-line max-[899.98px]:not-first:border-t min-[900px]:h-auto min-[900px]:min-h-0 min-[900px]:not-first:border-l"
    >
      <header className="flex min-h-10 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-6 py-1.5 max-narrow:px-4">
        <h2 className="text-m font-semibold">{title}</h2>
        {access && look.ok ? (
          <ViaBadge
            via={access.via}
            as={look.value.assumedNames}
            until={access.expiresAt}
            timeZone={timeZone}
            isOther={isOther}
          />
        ) : null}
      </header>
      {children}
    </section>
  );
}

interface NoLookProps {
  error: PageError;
  /** What a 404 means here. */
  title: string;
  text: string;
  action?: ReactNode;
}

function NoLook({ error, title, text, action }: NoLookProps) {
  if (error.code === "not_found") return <EmptyState title={title} text={text} action={action} />;
  return (
    <ErrorState
      title="This side did not open"
      why={error.message}
      action={action}
      requestId={error.requestId}
    />
  );
}
