import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkView } from "@/components/share-links/link-view";
import { UnlockForm } from "@/components/share-links/unlock-form";
import { ProblemState } from "@/components/sheets/problem-state";
import { isPrefetch } from "@/lib/auth/loaders";
import { requestLocale } from "@/lib/frame/loaders";
import { services } from "@/lib/services";
import { openLink } from "@/lib/share-links/loaders";

interface Props {
  params: Promise<{ token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const robots = { index: false, follow: false };
  if (await isPrefetch()) return { title: "Shared link", robots };
  const link = await openLink((await params).token);
  return { title: link.ok ? (link.value.access.title ?? link.value.sheet.name) : "Shared link", robots };
}

/** `/s/{token}`: what a share link opens, with no account. Unknown, ended, revoked and dead links look alike (I23). */
export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  if (await isPrefetch()) return null;
  const link = await openLink(token);
  if (link.ok)
    return (
      <LinkView
        token={token}
        first={link.value}
        timeZone={services().env.timeZone}
        locale={await requestLocale()}
      />
    );
  if (link.error.code === "not_found") notFound();
  if (link.error.code === "password_required") return <UnlockForm token={token} />;
  return (
    <main className="grid min-h-0 flex-1 place-items-center overflow-y-auto">
      <ProblemState title="The link did not open" error={link.error} />
    </main>
  );
}
