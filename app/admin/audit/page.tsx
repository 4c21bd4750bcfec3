import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { auditHref, type EventFilters } from "@/components/audit/event-filters";
import { FootLine } from "@/components/frame/foot-line";
import { PageHead } from "@/components/frame/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { loadAuditPage } from "@/lib/audit/loaders";
import { auditQuery } from "@/lib/audit/query";
import { requireAdmin } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: "Audit" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: Props) {
  await requireAdmin("audit:read", "/admin/audit");
  const head = <PageHead title="Audit" text="who did what, and how it ended" />;
  const query = auditQuery.safeParse(await searchParams);
  if (!query.success)
    return (
      <>
        {head}
        <ErrorState
          title="This address asks for something the audit does not know"
          why={query.error.issues[0]?.message}
          action={<ButtonLink href="/admin/audit">Show everything</ButtonLink>}
        />
      </>
    );
  const { before, ...filters } = query.data.filter;
  const page = await loadAuditPage(query.data);
  const { sheetNames, people, assumedNames } = page;
  return (
    <>
      {head}
      <AuditFilters filters={filters} sheetNames={sheetNames} people={people} />
      {page.events.length > 0 ? (
        <AuditTable events={page.events} filters={filters} {...{ sheetNames, people, assumedNames }} />
      ) : (
        <NothingHere filters={filters} isOlder={before !== undefined} />
      )}
      <FootLine
        end={
          <nav aria-label="Pages" className="flex items-center gap-2">
            {before === undefined ? null : (
              <ButtonLink size="s" href={auditHref(filters)}>
                Newest
              </ButtonLink>
            )}
            {page.next === null ? null : (
              <ButtonLink size="s" href={auditHref(filters, page.next)}>
                Older
              </ButtonLink>
            )}
          </nav>
        }
      >
        <span>{countText(page.events.length, page.next !== null)}</span>
      </FootLine>
    </>
  );
}

function countText(count: number, hasMore: boolean): string {
  return `${count === 1 ? "1 event" : `${count} events`}${hasMore ? ", and older ones" : ""}`;
}

function NothingHere({ filters, isOlder }: { filters: EventFilters; isOlder: boolean }) {
  const isFiltered = Object.values(filters).some(Boolean);
  if (!isFiltered && !isOlder)
    return (
      <EmptyState
        icon={<ScrollText />}
        title="Nothing on record yet"
        text="Every sign-in, read, refusal and change stands here from now on."
      />
    );
  return (
    <EmptyState
      icon={<ScrollText />}
      title={isFiltered ? "No event fits" : "No older event"}
      text={isFiltered ? "Look for less, or show everything." : undefined}
      action={<ButtonLink href="/admin/audit">Show everything</ButtonLink>}
    />
  );
}
