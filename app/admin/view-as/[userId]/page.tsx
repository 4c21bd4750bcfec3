import { EyeOff } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ViewAsBanner } from "@/components/access/view-as-banner";
import { ViewAsList } from "@/components/access/view-as-list";
import { whoHref } from "@/components/access/who-address";
import { PageHead } from "@/components/frame/page-head";
import { ProblemState } from "@/components/sheets/problem-state";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadListAs } from "@/lib/access/loaders";
import { isPrefetch, requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "View as" };

interface Props {
  params: Promise<{ userId: string }>;
}

/** The sheets that rules give one person. */
export default async function ViewAsPersonPage({ params }: Props) {
  const { userId } = await params;
  const viewer = await requireAdmin("access:view_as", `/admin/view-as/${encodeURIComponent(userId)}`);
  if (await isPrefetch()) return null;
  const list = await loadListAs(viewer, userId);
  if (!list.ok) {
    if (list.error.code === "not_found") notFound();
    const door = { href: "/admin/view-as", label: "All people" };
    return <ProblemState title="The list did not come" error={list.error} door={door} />;
  }
  const { person, sheets } = list.value;
  return (
    <>
      <ViewAsBanner name={person.name} />
      <PageHead
        title={person.name}
        text={`${sheets.length.toLocaleString("en")} ${sheets.length === 1 ? "sheet" : "sheets"} by rules`}
        actions={
          <ButtonLink href={whoHref({ by: "person", user: person.userId })}>Columns and rows</ButtonLink>
        }
      />
      {sheets.length === 0 ? (
        <EmptyState
          icon={<EyeOff />}
          title={`No rule opens a sheet to ${person.name} now`}
          text="What they open with their own account is not looked at."
          action={<ButtonLink href="/admin/explain">Explain a case</ButtonLink>}
        />
      ) : (
        <ViewAsList
          userId={person.userId}
          name={person.name}
          sheets={sheets}
          timeZone={services().env.timeZone}
        />
      )}
    </>
  );
}
