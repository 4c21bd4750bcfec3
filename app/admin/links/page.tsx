import type { Metadata } from "next";
import { LinkList } from "@/components/share-links/link-list";
import { requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "All links" };

/** `/admin/links`: everybody's links, with their makers. */
export default async function AllLinksPage() {
  const viewer = await requireAdmin("link:list", "/admin/links");
  const { links, pauses, env } = services();
  return (
    <LinkList
      title="All links"
      links={await links.list(viewer, true)}
      showsMakers
      pauses={await pauses.list()}
      isSharingOn={env.isSharingOn}
      timeZone={env.timeZone}
    />
  );
}
