import Link from "next/link";
import { PageHead } from "@/components/frame/page-head";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RuleAnswer } from "@/lib/rules/schema";
import type { Names } from "./condition-words";
import { EndRule } from "./end-rule";
import { RuleWords } from "./rule-words";
import { ruleTitle } from "./sentence";

interface ReadOnlyRuleProps {
  rule: RuleAnswer;
  names: Names;
  connections: readonly { id: string; name: string }[];
  timeZone: string;
}

/** A rule one can only read: ended, or stored in a way nobody can read any more. */
export function ReadOnlyRule({ rule, ...words }: ReadOnlyRuleProps) {
  const isUnreadable = rule.state === "unreadable";
  return (
    <>
      <PageHead
        back={
          <Link href="/admin/rules" prefetch={false} className="no-underline hover:underline">
            Rules
          </Link>
        }
        title={`Rule ${rule.id}`}
        badge={
          <Badge tone={isUnreadable ? "warning" : "neutral"}>{isUnreadable ? "Unreadable" : "Ended"}</Badge>
        }
        text={`Version ${rule.version}`}
        actions={
          isUnreadable ? (
            <EndRule rule={rule} title={ruleTitle(rule, words.names)} />
          ) : (
            <ButtonLink href={`/admin/rules/new?from=${rule.id}`}>Write it anew</ButtonLink>
          )
        }
      />
      <div className="mx-6 mt-2 mb-6 max-w-[860px] rounded-panel border border-line bg-surface max-narrow:mx-0 max-narrow:rounded-none max-narrow:border-x-0">
        {isUnreadable ? (
          <div className="p-4">
            <Notice tone="warning">{rule.reason}</Notice>
          </div>
        ) : (
          <RuleWords rule={rule} {...words} />
        )}
      </div>
    </>
  );
}
