import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { exactTime } from "@/components/ui/relative-text";
import type { ExplainAnswer as Answer, TraceNames } from "@/lib/access/schema";
import { DecisionAnswer, RuleLink } from "./decision-answer";
import { DecisionFacts } from "./decision-facts";
import { DecisionPart } from "./decision-part";
import { DecisionRules } from "./decision-rules";
import { traceLines } from "./decision-trace";
import { factsOf } from "./fact-words";
import { whoHref } from "./who-address";

interface ExplainAnswerProps {
  answer: Answer;
  names: TraceNames;
  /** The question named a time. */
  isOtherTime: boolean;
  timeZone: string;
}

/** The answer and how it came about. */
export function ExplainAnswer({ answer, names, isOtherTime, timeZone }: ExplainAnswerProps) {
  const { record, others, rules } = answer;
  return (
    <article aria-label="The answer" className="px-6 pb-8 max-narrow:px-4">
      <DecisionAnswer record={record} addresses={names.addresses} timeZone={timeZone} />
      <div className="mt-3 max-w-[80ch]">
        <Notice>
          {isOtherTime
            ? `Judged for ${exactTime(new Date(answer.at), timeZone)}, with rules, groups and pauses as they stand now. `
            : "Judged for this moment. "}
          Nothing was read in Smartsheet for this, so whether rows are left to see only a look at the sheet
          can tell.
        </Notice>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink size="s" href={`/admin/view-as/${answer.person.userId}/${answer.sheet.id}`}>
          View as {answer.person.name}
        </ButtonLink>
        <ButtonLink size="s" href={whoHref({ by: "sheet", sheet: answer.sheet.id })}>
          Who sees {answer.sheet.name}
        </ButtonLink>
      </div>
      <Remedy remedy={record.decision.remedy} />
      <DecisionPart title="What is known">
        <DecisionFacts facts={factsOf(record, { ...names, timeZone }, true)} />
      </DecisionPart>
      <DecisionPart title="What each rule says">
        <DecisionRules lines={traceLines(record)} notes={rules} />
        {others > 0 ? (
          <p className="mt-2 text-s text-ink-3">
            {others === 1 ? "1 more rule is" : `${others.toLocaleString("en")} more rules are`} about other
            sheets.
          </p>
        ) : null}
      </DecisionPart>
    </article>
  );
}

function Remedy({ remedy }: { remedy: readonly string[] }) {
  if (remedy.length === 0) return null;
  return (
    <DecisionPart title="What would have helped">
      <p>
        {remedy.map((rule, at) => (
          <span key={rule}>
            {at === 0 ? null : at === remedy.length - 1 ? " or " : ", "}
            <RuleLink rule={rule} />
          </span>
        ))}
        {remedy.length === 1 ? ", " : ": any of them, "}
        if it held at that time and for what was asked. Why it did not stands below.
      </p>
    </DecisionPart>
  );
}
