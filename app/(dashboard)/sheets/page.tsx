import type { Metadata } from "next";
import { AllPausedNotice } from "@/components/pauses/all-paused-notice";
import { ProblemState } from "@/components/sheets/problem-state";
import { SheetList } from "@/components/sheets/sheet-list";
import { isPrefetch, requireViewer } from "@/lib/auth/loaders";
import { administrators } from "@/lib/frame/loaders";
import { findPausedAll } from "@/lib/pauses/loaders";
import { services } from "@/lib/services";
import { loadSheetList } from "@/lib/sheets/loaders";

export const metadata: Metadata = { title: "Sheets" };

interface Props {
  searchParams: Promise<{ show?: string | string[] }>;
}

/** `/sheets`: every sheet one may read, or with `?show=favourites` the starred ones. */
export default async function SheetsPage({ searchParams }: Props) {
  const { show } = await searchParams;
  const isFavourites = show === "favourites";
  const viewer = await requireViewer(isFavourites ? "/sheets?show=favourites" : "/sheets");
  if (await isPrefetch()) return null;
  const list = await loadSheetList(viewer);
  if (!list.ok) return <ProblemState title="The list did not load" error={list.error} />;
  const { timeZone } = services().env;
  const paused = await findPausedAll();
  return (
    <>
      {paused ? <AllPausedNotice {...{ paused, timeZone }} isAdmin={viewer.role === "admin"} /> : null}
      <SheetList
        {...list.value}
        isFavourites={isFavourites}
        administrators={administrators()}
        timeZone={timeZone}
      />
    </>
  );
}
