import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DecisionView } from "@/components/access/decision-view";
import { auditHref } from "@/components/audit/event-filters";
import { PageHead } from "@/components/frame/page-head";
import { allowedWords } from "@/components/sheets/access-words";
import { ProblemState } from "@/components/sheets/problem-state";
import { loadDecision } from "@/lib/access/loaders";
import { findRecordNames, findTraceNames } from "@/lib/access/names";
import { requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";

export const metadata: Metadata = { title: "Why" };

interface Props {
  params: Promise<{ requestId: string }>;
}

/** Why a request was answered as it was, by the number in the audit and in the reader's message. */
export default async function DecisionPage({ params }: Props) {
  const { requestId } = await params;
  const viewer = await requireAdmin("audit:read", `/admin/decisions/${encodeURIComponent(requestId)}`);
  const decision = await loadDecision(viewer, requestId);
  if (!decision.ok) {
    if (decision.error.code === "not_found") notFound();
    const door = { href: "/admin/audit", label: "Audit" };
    return <ProblemState title="The decision did not come" error={decision.error} door={door} />;
  }
  const record = decision.value;
  const { asked } = record;
  const { rules, sheet, person } = await findRecordNames(record, services());
  return (
    <>
      <PageHead
        title={`Why: ${person ?? asked.email ?? asked.userId}, ${sheet ?? `sheet ${asked.sheetId}`}`}
        text={`asked to ${allowedWords([asked.action])}`}
        back={
          <Link
            href={auditHref({ requestId })}
            prefetch={false}
            className="rounded-small text-accent underline-offset-3 hover:underline"
          >
            Events of this request
          </Link>
        }
      />
      <DecisionView
        record={record}
        names={await findTraceNames(services())}
        rules={rules}
        timeZone={services().env.timeZone}
      />
    </>
  );
}
