"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import type { ForesightAnswer } from "@/lib/rules/radius-types";
import { gapWords } from "./foresight-words";
import { errorLine } from "./form-context";
import { PersonForesight } from "./person-foresight";
import { SignInDoor } from "./sign-in-door";
import type { Asked } from "./use-asked";

interface ForesightPaneProps {
  state: Asked<ForesightAnswer>;
  /** The rule on the screen is the one that is kept. */
  isUnchanged: boolean;
  /** What is wrong is said elsewhere already. */
  isBlocked: boolean;
  /** Where to come back to after signing in again. */
  path: string;
  timeZone: string;
}

/** People worth a look at once; the rest at a press. */
const SHOWN = 12;

/** Under the sentence: whom saving changes something for, and what. */
export function ForesightPane({ state, isUnchanged, isBlocked, path, timeZone }: ForesightPaneProps) {
  const { answer, error, isLoading, retry } = state;
  return (
    <section
      aria-labelledby="foresight"
      aria-busy={isLoading}
      className="min-w-0 border-t border-line px-6 py-4 max-narrow:px-4"
    >
      <h2 id="foresight" className="flex items-center gap-2 text-l font-semibold tracking-[-0.005em]">
        If you save
        {isLoading ? <Spinner size="s" label="Counting" className="text-ink-3" /> : null}
      </h2>
      {error && !isBlocked ? (
        <Notice
          tone="danger"
          role="alert"
          action={
            <Button size="s" onClick={retry}>
              Try again
            </Button>
          }
        >
          {errorLine(error)}
        </Notice>
      ) : answer && !error ? (
        <Found {...{ answer, isLoading, path, timeZone }} onRetry={retry} />
      ) : (
        <p className="mt-2.5 max-w-md text-pretty text-ink-3">
          {isLoading
            ? "Counting who sees more and who sees less…"
            : isUnchanged
              ? "Nothing is changed yet."
              : error
                ? "Counted when the sentence can be read."
                : "Counted for everybody as soon as the sentence is whole; the reason may follow."}
        </p>
      )}
    </section>
  );
}

interface FoundProps extends Pick<ForesightPaneProps, "path" | "timeZone"> {
  answer: ForesightAnswer;
  isLoading: boolean;
  onRetry: () => void;
}

function Found({ answer, isLoading, path, timeZone, onRetry }: FoundProps) {
  const { sentence, persons, sensitive, withSamples } = answer;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? persons : persons.slice(0, SHOWN);
  const hidesRows = !withSamples && persons.some(({ sheets }) => sheets.some(({ rows }) => rows.after > 0));
  return (
    <div className={cx("transition-opacity duration-enter", isLoading && "opacity-60")}>
      <p
        role="status"
        className={cx("mt-1.5 tabular-nums", sensitive.gained.length > 0 && "text-warning", "font-strong")}
      >
        {sentence}
      </p>
      {gapWords(answer).map((words) => (
        <p key={words} className="mt-1 text-pretty text-warning">
          {words}
        </p>
      ))}
      {persons.length > 0 ? (
        <ul className="mt-3 flex flex-col border-t border-line">
          {shown.map((person) => (
            <li key={person.userId} className="border-b border-line">
              <PersonForesight person={person} timeZone={timeZone} />
            </li>
          ))}
        </ul>
      ) : null}
      {shown.length < persons.length ? (
        <Button size="s" variant="quiet" className="mt-2" onClick={() => setWhole(true)}>
          Show all {persons.length.toLocaleString("en")} people
        </Button>
      ) : null}
      {hidesRows ? (
        <div className="mt-3 flex flex-col items-start gap-2">
          <SignInDoor path={path} isBusy={isLoading} onRetry={onRetry} />
        </div>
      ) : null}
    </div>
  );
}
