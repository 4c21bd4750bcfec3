"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { SheetAnswer } from "@/lib/sheets/answer";
import { countWords, listWords } from "./access-words";
import { WhyButton } from "./why-button";

const WhyPanel = dynamic(() => import("./why-panel").then((file) => file.WhyPanel), {
  ssr: false,
  loading: () => <WhyButton aria-expanded={false} />,
});

interface DelegatedNoticeProps {
  answer: SheetAnswer;
  assumedNames: readonly string[];
  timeZone: string;
  locale: string;
}

/** As whom one reads, under which rule, and how much is open. Never how much is not. */
export function DelegatedNotice({ answer, assumedNames, timeZone, locale }: DelegatedNoticeProps) {
  const { access, columns, sheet } = answer;
  const [isAsked, setAsked] = useState(false);
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
      {isAsked ? (
        <WhyPanel {...{ access, rules, names, timeZone }} />
      ) : (
        <WhyButton aria-expanded={false} onClick={() => setAsked(true)} />
      )}
    </Notice>
  );
}
