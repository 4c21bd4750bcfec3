"use client";

import { UntilDate } from "@/components/access/until-date";
import { Notice } from "@/components/ui/notice";
import { Popover } from "@/components/ui/popover";
import type { SheetAnswer } from "@/lib/sheets/answer";
import { allowedWords, countWords, listWords } from "./access-words";

interface DelegatedNoticeProps {
  answer: SheetAnswer;
  assumedNames: readonly string[];
  timeZone: string;
  locale: string;
}

/** As whom one reads, under which rule, and how much is open. Never how much is not. */
export function DelegatedNotice({ answer, assumedNames, timeZone, locale }: DelegatedNoticeProps) {
  const { access, columns, sheet } = answer;
  const names = listWords(assumedNames);
  const rules = `${access.rules.length === 1 ? "rule" : "rules"} ${listWords(access.rules)}`;
  const open = listWords([
    countWords(columns.length, "column", "columns", locale),
    countWords(sheet.totalRowCount, "row", "rows", locale),
  ]);
  const isOne = columns.length + sheet.totalRowCount === 1;
  return (
    <Notice tone="delegated" shape="bar">
      You read this as <b>{names}</b> under <b>{rules}</b>: {open} {isOne ? "is" : "are"} open to you.{" "}
      <Popover
        title="Why you can read this"
        trigger={
          <button type="button" className="rounded-small underline underline-offset-3">
            Why?
          </button>
        }
      >
        <p>
          An administrator wrote {rules}. Under it, what you see here is read from Smartsheet as {names}, and
          only the open columns and rows are passed on to you.
        </p>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
          <dt className="text-ink-3">You may</dt>
          <dd>{allowedWords(access.actions)}</dd>
          {access.expiresAt ? (
            <>
              <dt className="text-ink-3">Until</dt>
              <dd>
                <UntilDate at={access.expiresAt} timeZone={timeZone} />
              </dd>
            </>
          ) : null}
          <dt className="text-ink-3">On record</dt>
          <dd>each time you open it, with your name</dd>
        </dl>
      </Popover>
    </Notice>
  );
}
