import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AllPausedNotice } from "@/components/pauses/all-paused-notice";
import { ProblemState } from "@/components/sheets/problem-state";
import { SheetView } from "@/components/sheets/sheet-view";
import { findViewer, isPrefetch, requireViewer } from "@/lib/auth/loaders";
import { requestLocale } from "@/lib/frame/loaders";
import { findPausedAll } from "@/lib/pauses/loaders";
import { services } from "@/lib/services";
import { loadSheet } from "@/lib/sheets/loaders";

interface Props {
  params: Promise<{ sheetId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const viewer = await findViewer();
  if (!viewer || (await isPrefetch())) return {};
  const sheet = await loadSheet(viewer, (await params).sheetId);
  return sheet.ok ? { title: sheet.value.answer.sheet.name } : {};
}

/** `/sheets/{id}`: decided and read before anything is sent, so that what may not be seen is a 404 in its status line. */
export default async function SheetPage({ params }: Props) {
  const { sheetId } = await params;
  const viewer = await requireViewer(`/sheets/${sheetId}`);
  if (await isPrefetch()) return null;
  const sheet = await loadSheet(viewer, sheetId);
  if (!sheet.ok) {
    if (sheet.error.code === "not_found") notFound();
    const door = { href: "/sheets", label: "All sheets" };
    return <ProblemState title="The sheet did not open" error={sheet.error} door={door} />;
  }
  const { env } = services();
  const paused = await findPausedAll();
  return (
    <>
      {paused ? (
        <AllPausedNotice paused={paused} isAdmin={viewer.role === "admin"} timeZone={env.timeZone} />
      ) : null}
      <SheetView
        first={sheet.value.answer}
        assumedNames={sheet.value.assumedNames}
        isSharingOn={env.isSharingOn}
        timeZone={env.timeZone}
        locale={await requestLocale()}
      />
    </>
  );
}
