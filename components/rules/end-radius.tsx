"use client";

import { gapWords } from "./foresight-words";
import { useForesight } from "./use-foresight";

/** What ending a rule takes away, or opens again, counted while one thinks it over. Ending does not wait for it. */
export function EndRadius({ id }: { id: string }) {
  const { answer, error } = useForesight({ id, rule: null }, 0);
  if (error) return <p className="mt-2 text-ink-3">What it changes could not be counted: {error.message}</p>;
  if (answer === null) return <p className="mt-2 text-ink-3">Counting…</p>;
  return (
    <>
      <p role="status" className="mt-2 font-strong text-ink tabular-nums">
        {answer.sentence}
      </p>
      {gapWords(answer).map((words) => (
        <p key={words} className="mt-1 text-warning">
          {words}
        </p>
      ))}
    </>
  );
}
