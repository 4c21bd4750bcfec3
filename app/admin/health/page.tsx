import { HeartPulse } from "lucide-react";
import type { Metadata } from "next";
import { PageHead } from "@/components/frame/page-head";
import { CheckButton } from "@/components/health/check-button";
import { HealthList } from "@/components/health/health-list";
import { type HealthLine, healthSentence } from "@/components/health/health-words";
import { ruleTitle } from "@/components/rules/sentence";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { requireAdmin } from "@/lib/auth/loaders";
import { services } from "@/lib/services";
import { ruleNames } from "../rules/rule-names";

export const metadata: Metadata = { title: "Health" };

/** What the last check of every rule and connection found, the worst first. */
export default async function HealthPage() {
  const viewer = await requireAdmin("rule:list", "/admin/health");
  const { health, rules, connections } = services();
  const [last, list, known] = await Promise.all([health.last(), rules.list(), connections.list()]);
  const names = await ruleNames(
    viewer,
    known.slice(0, 1).map(({ id }) => id),
  );
  const ruleLines = list
    .filter(({ id }) => last.rules[id] !== undefined)
    .map(
      (rule): HealthLine => ({
        id: rule.id,
        name: ruleTitle(rule, names),
        href: `/admin/rules/${rule.id}`,
        findings: last.rules[rule.id] ?? [],
      }),
    );
  const connectionLines = known
    .filter(({ id }) => last.connections[id] !== undefined)
    .map(
      ({ id, name }): HealthLine => ({
        id,
        name,
        href: "/admin/connections",
        findings: last.connections[id] ?? [],
      }),
    );
  return (
    <>
      <PageHead
        title="Health"
        text={
          last.checkedAt === null ? null : (
            <>
              {healthSentence([...ruleLines, ...connectionLines])} · checked{" "}
              <RelativeTime at={last.checkedAt} />
            </>
          )
        }
        actions={last.checkedAt === null ? undefined : <CheckButton />}
      />
      {last.checkedAt === null ? (
        <EmptyState
          icon={<HeartPulse />}
          title="Nobody has looked yet"
          text="Once a day every rule and connection is looked at: does the token work, can the assumed user still open the sheet, are the columns there, does anybody use it."
          action={<CheckButton />}
        />
      ) : (
        <>
          {connectionLines.length > 0 ? <HealthList label="Connections" lines={connectionLines} /> : null}
          {ruleLines.length > 0 ? <HealthList label="Rules" lines={ruleLines} /> : null}
        </>
      )}
    </>
  );
}
