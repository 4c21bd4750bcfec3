import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SignInAgain } from "@/components/access/sign-in-again";
import { ViewAsBanner } from "@/components/access/view-as-banner";
import { ViewAsLook } from "@/components/access/view-as-look";
import { FillPage } from "@/components/frame/app-frame";
import { PageHead } from "@/components/frame/page-head";
import { ProblemState } from "@/components/sheets/problem-state";
import { loadViewAs } from "@/lib/access/loaders";
import { isPrefetch, requireAdmin } from "@/lib/auth/loaders";
import { requestLocale } from "@/lib/frame/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "View as" };

interface Props {
  params: Promise<{ userId: string; sheetId: string }>;
}

/** One sheet as rules show it to somebody, beside the administrator's own look. Both are reads on record. */
export default async function ViewAsSheetPage({ params }: Props) {
  const { userId, sheetId } = await params;
  const list = `/admin/view-as/${encodeURIComponent(userId)}`;
  const path = `${list}/${encodeURIComponent(sheetId)}`;
  const viewer = await requireAdmin("access:view_as", path);
  if (await isPrefetch()) return null;
  const look = await loadViewAs(viewer, userId, sheetId);
  if (!look.ok) {
    if (look.error.code === "not_found") notFound();
    if (look.error.code === "sign_in_again") return <SignInAgain path={path} />;
    const door = { href: list, label: "Back" };
    return <ProblemState title="The sheet did not open" error={look.error} door={door} />;
  }
  const { person, as, own } = look.value;
  const known = as.ok ? as.value : own.ok ? own.value : null;
  return (
    <FillPage>
      <ViewAsBanner name={person.name} />
      <PageHead
        title={known?.answer.sheet.name ?? `Sheet ${sheetId}`}
        back={
          <Link
            href={list}
            prefetch={false}
            className="rounded-small text-accent underline-offset-3 hover:underline"
          >
            What rules open to {person.name}
          </Link>
        }
      />
      <ViewAsLook
        key={`${person.userId} ${sheetId}`}
        {...{ person, sheetId, as, own }}
        timeZone={services().env.timeZone}
        locale={await requestLocale()}
      />
    </FillPage>
  );
}
