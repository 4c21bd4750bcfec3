import { CircleCheck, CircleSlash } from "lucide-react";
import Link from "next/link";
import type { DecisionRecord } from "@/lib/decisions/record";
import { decisionSentence } from "./decision-sentence";

interface DecisionAnswerProps {
  record: DecisionRecord;
  addresses: Readonly<Record<string, string>>;
  timeZone: string;
}

/** The answer, in one sentence with its rules to follow. */
export function DecisionAnswer({ record, addresses, timeZone }: DecisionAnswerProps) {
  const isYes = record.decision.effect === "allow";
  const Mark = isYes ? CircleCheck : CircleSlash;
  return (
    <p className="flex max-w-[80ch] items-start gap-2.5 text-l font-strong text-pretty">
      <Mark
        aria-hidden="true"
        className={`mt-[3px] size-4 flex-none ${isYes ? "text-own" : "text-danger"}`}
      />
      <span className="min-w-0">
        {decisionSentence(record, { addresses, timeZone }).map((part, at) =>
          typeof part === "string" ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule may be named twice, and the words never move.
            <RuleLink key={at} rule={part.rule} />
          ),
        )}
      </span>
    </p>
  );
}

export function RuleLink({ rule }: { rule: string }) {
  return (
    <Link
      href={`/admin/rules/${rule}`}
      prefetch={false}
      className="rounded-small text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
    >
      {rule}
    </Link>
  );
}
