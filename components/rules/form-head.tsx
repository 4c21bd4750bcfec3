"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { PageHead } from "@/components/frame/page-head";
import { ButtonLink } from "@/components/ui/button";
import type { RuleAnswer } from "@/lib/rules/schema";
import type { Names } from "./condition-words";
import type { Draft } from "./draft";
import { EndRule } from "./end-rule";
import { ExtendMenu } from "./extend-menu";
import { ruleTitle } from "./sentence";

interface FormHeadProps {
  /** Null for a new one. */
  rule: RuleAnswer | null;
  draft: Draft;
  names: Names;
  today: string;
  isBusy: boolean;
  pause?: ReactNode;
  onExtend: (day: string) => void;
  /** Goes on without the question about unsaved changes. */
  leave: (go: () => void) => void;
}

/** Which rule it is, and what one can do with it beyond changing its sentence. */
export function FormHead({ rule, draft, names, today, isBusy, pause, onExtend, leave }: FormHeadProps) {
  return (
    <PageHead
      back={
        <Link href="/admin/rules" prefetch={false} className="no-underline hover:underline">
          Rules
        </Link>
      }
      title={rule === null ? "New rule" : `Rule ${rule.id}`}
      text={rule === null ? null : `Version ${rule.version}`}
      actions={
        rule === null ? (
          <span className="text-ink-3">Nothing is allowed until you save</span>
        ) : (
          <>
            {pause}
            <ButtonLink href={`/admin/rules/new?from=${rule.id}`}>Copy</ButtonLink>
            {draft.ends === null ? null : (
              <ExtendMenu day={draft.ends.day} today={today} isBusy={isBusy} onExtend={onExtend} />
            )}
            <EndRule rule={rule} title={ruleTitle(rule, names)} leave={leave} />
          </>
        )
      }
    />
  );
}
