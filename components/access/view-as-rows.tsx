"use client";

import { CardList } from "@/components/grid/card-list";
import { SheetGrid } from "@/components/grid/sheet-grid";
import { RowsNotice } from "@/components/sheets/rows-notice";
import { useIsNarrow } from "@/components/sheets/use-is-narrow";
import { type RowsSource, useRows } from "@/components/sheets/use-rows";
import { EmptyState } from "@/components/ui/empty-state";
import type { SheetAnswer } from "@/lib/sheets/answer";
import { SignInAgain } from "./sign-in-again";

interface ViewAsRowsProps {
  source: RowsSource<SheetAnswer>;
  label: string;
  locale: string;
  /** The page one comes back to after signing in again. */
  path: string;
}

/** The rows of one side. Once they may no longer be seen, they leave the screen. */
export function ViewAsRows({ source, label, locale, path }: ViewAsRowsProps) {
  const { answer, isLoading, isLoadingMore, error, failure, refresh } = useRows(source);
  const isNarrow = useIsNarrow();
  if (failure?.code === "sign_in_again" || failure?.code === "unauthenticated")
    return <SignInAgain path={path} />;
  if (failure?.code === "not_found") return <EmptyState title="This is no longer open" />;
  const { sheet, columns, rows } = answer;
  const view = {
    columns,
    rows,
    totalRowCount: sheet.totalRowCount,
    isLoadingMore,
    label,
    locale,
    empty: "No rows",
  };
  return (
    <>
      <RowsNotice {...{ answer, error, failure, isLoading }} onRetry={refresh} />
      {isNarrow ? <CardList {...view} /> : <SheetGrid {...view} />}
      <p className="flex-none border-t border-line bg-ground px-6 py-1.5 text-s text-ink-3 tabular-nums max-narrow:px-4">
        {`${columns.length.toLocaleString(locale)} ${columns.length === 1 ? "column" : "columns"} · ${sheet.totalRowCount.toLocaleString(locale)} ${sheet.totalRowCount === 1 ? "row" : "rows"}`}
      </p>
    </>
  );
}
