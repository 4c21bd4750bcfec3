import type { Metadata } from "next";
import { LinkList } from "@/components/share-links/link-list";
import { requireViewer } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Links" };

/** `/links`: the links one has made oneself. */
export default async function LinksPage() {
  const viewer = await requireViewer("/links");
  const { links, env } = services();
  return (
    <LinkList
      title="Links"
      links={await links.list(viewer, false)}
      isSharingOn={env.isSharingOn}
      timeZone={env.timeZone}
    />
  );
}
