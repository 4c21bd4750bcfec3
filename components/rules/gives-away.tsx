import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";
import type { RulePreview } from "@/lib/rules/schema";
import { listed, type Names, nameOf } from "./condition-words";
import type { Draft } from "./draft";
import { actionWords } from "./sentence";
import { shortWho } from "./who-words";

const count = (number: number) => number.toLocaleString("en");

interface LineProps {
  amount: string;
  isWarning?: boolean;
  children: ReactNode;
}

function Line({ amount, isWarning, children }: LineProps) {
  return (
    <>
      <dt className={cx("text-right font-semibold tabular-nums", isWarning && "text-warning")}>{amount}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-ink-3">{children}</span>;

/** What the rule opens or closes, counted on the sheet as it is now. */
export function GivesAway({ preview, draft, names }: { preview: RulePreview; draft: Draft; names: Names }) {
  const { people, rows, columns, sensitive, keptHidden } = preview;
  const isPermit = draft.effect === "permit";
  const sign = (number: number) => (number === 0 ? "0" : `${isPermit ? "+" : "−"}${count(number)}`);
  const isOnePerson = draft.who?.type === "user";
  const isLink = draft.who?.type === "link";
  const masked = isPermit ? draft.masks.length : 0;
  const extra = draft.actions.filter((action) => action !== "read");
  const reader = draft.who?.type === "user" ? nameOf(draft.who.email, names) : "the person";
  return (
    <>
      <dl className="mt-2.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {isLink ? (
          <Line amount={isPermit ? "+" : "−"}>{shortWho(draft.who, names)}, whoever opens it</Line>
        ) : (
          <Line amount={sign(isOnePerson ? 1 : people.known)}>
            {isOnePerson ? "person" : `${people.known === 1 ? "person" : "people"} so far`}
            {isOnePerson ? null : <Quiet> (and whoever of them signs in later)</Quiet>}
          </Line>
        )}
        <Line amount={sign(1)}>sheet</Line>
        <Line amount={sign(rows.open)}>
          of {count(rows.of)} rows{draft.rows === null ? null : <Quiet> today</Quiet>}
        </Line>
        <Line amount={sign(columns.open)}>
          of {count(columns.of)} columns
          {draft.columns?.mode === "all" ? <Quiet> (also those added later)</Quiet> : null}
        </Line>
        <Line amount={sign(sensitive.length)} isWarning={isPermit}>
          sensitive {sensitive.length === 1 ? "column" : "columns"}{" "}
          {sensitive.length > 0 ? <b className="font-strong">{listed(sensitive)}</b> : null}
          {keptHidden.length > 0 ? (
            <Quiet>
              ({listed(keptHidden)} {keptHidden.length === 1 ? "stays" : "stay"}{" "}
              {isPermit ? "hidden" : "as before"})
            </Quiet>
          ) : null}
        </Line>
        {masked > 0 ? (
          <Line amount={count(masked)}>
            {masked === 1 ? "column" : "columns"} masked{" "}
            <Quiet>
              ({masked === 1 ? "shows" : "show"} less than {masked === 1 ? "it holds" : "they hold"})
            </Quiet>
          </Line>
        ) : null}
        {extra.length > 0 ? (
          <Line amount={sign(extra.length)}>
            {extra.length === 1 ? "more thing to do" : "more things to do"}: {actionWords(extra)}
          </Line>
        ) : null}
      </dl>
      {isPermit ? (
        <p className="mt-3 text-pretty text-ink-3">
          Smartsheet's own log shows {nameOf(preview.assumedUser, names)} as the reader; the audit here keeps
          that it was {reader}.
        </p>
      ) : (
        <p className="mt-3 text-pretty text-ink-3">
          {isLink
            ? "People who sign in are not touched by it."
            : `It also takes away what ${reader} can open with their own access here.`}
        </p>
      )}
      {rows.open === 0 || columns.open === 0 ? (
        <p className="mt-2 text-warning">
          {columns.open === 0 ? "No column is covered: check the columns." : "No row matches right now."}
        </p>
      ) : null}
    </>
  );
}
