"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { listed, type Names, nameOf } from "./condition-words";
import type { Draft, Problems, SlotName } from "./draft";
import { canPreview } from "./draft-input";
import { errorLine } from "./form-context";
import { GivesAway } from "./gives-away";
import { SampleTable } from "./sample-table";
import { SignInDoor } from "./sign-in-door";
import { slotLabel } from "./slot-labels";
import type { PreviewState } from "./use-preview";
import { shortWho } from "./who-words";

interface EffectPanesProps {
  draft: Draft;
  names: Names;
  state: PreviewState;
  /** What the sentence still lacks. */
  missing: Problems;
  /** Where to come back to after signing in again. */
  path: string;
}

/** Under the sentence: what it does, and what the person will see, before it is saved. */
export function EffectPanes(props: EffectPanesProps) {
  const { draft, names, state } = props;
  const isPermit = draft.effect === "permit";
  return (
    <div className="grid border-t border-line narrow:grid-cols-2" aria-busy={state.isLoading}>
      <Pane title={isPermit ? "What this gives away" : "What this takes away"} isLoading={state.isLoading}>
        <Numbers {...props} />
      </Pane>
      <Pane
        title={
          isPermit
            ? `As ${shortWho(draft.who, names)} will see it`
            : `What ${shortWho(draft.who, names)} will not see`
        }
        isLoading={false}
        className="border-line max-narrow:border-t narrow:border-l"
      >
        <Sample {...props} />
      </Pane>
    </div>
  );
}

function Pane({
  title,
  isLoading,
  className,
  children,
}: {
  title: string;
  isLoading: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={cx("min-w-0 px-6 py-4 max-narrow:px-4", className)}>
      <h2 className="flex items-center gap-2 text-l font-semibold tracking-[-0.005em]">
        {title}
        {isLoading ? <Spinner size="s" label="Counting" className="text-ink-3" /> : null}
      </h2>
      {children}
    </section>
  );
}

const dimmed = (isLoading: boolean) => cx("transition-opacity duration-enter", isLoading && "opacity-60");

function Numbers({ draft, names, state, missing }: EffectPanesProps) {
  if (state.error)
    return (
      <Notice
        tone="danger"
        role="alert"
        action={
          <Button size="s" onClick={state.retry}>
            Try again
          </Button>
        }
      >
        {errorLine(state.error)}
      </Notice>
    );
  if (state.preview)
    return (
      <div className={dimmed(state.isLoading)}>
        <GivesAway preview={state.preview} draft={draft} names={names} />
      </div>
    );
  if (state.isLoading) return <Waiting widths={["w-24", "w-20", "w-32", "w-36", "w-44"]} />;
  return <p className="mt-2.5 max-w-80 text-pretty text-ink-3">{waitingFor(draft, missing)}</p>;
}

function Sample({ draft, names, state, path }: EffectPanesProps) {
  const { preview, isLoading, error } = state;
  if (error) return <p className="mt-2.5 text-ink-3">Shown when the sentence can be read.</p>;
  if (preview?.sample)
    return (
      <div className={dimmed(isLoading)}>
        {draft.who?.type === "user" ? null : (
          <p className="mt-1 text-ink-3">For example {nameOf(preview.sample.asWhom, names)}</p>
        )}
        <SampleTable sample={preview.sample} />
      </div>
    );
  if (preview && preview.columns.open === 0) return <p className="mt-2.5 text-ink-3">Nothing</p>;
  if (preview)
    return (
      <div className={cx("mt-2.5 flex flex-col items-start gap-2", dimmed(isLoading))}>
        <SignInDoor path={path} isBusy={isLoading} onRetry={state.retry} />
      </div>
    );
  if (isLoading) return <Waiting widths={["w-full", "w-full", "w-full", "w-full"]} />;
  return <p className="mt-2.5 max-w-80 text-pretty text-ink-3">The first rows, before anybody gets them.</p>;
}

function Waiting({ widths }: { widths: readonly string[] }) {
  return (
    <div className="mt-3.5 flex animate-breathe flex-col gap-3" aria-hidden="true">
      {widths.map((width, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no name.
        <Skeleton key={place} className={width} />
      ))}
    </div>
  );
}

const SCOPE: SlotName[] = ["who", "resource", "assume", "columns", "rows"];

function waitingFor(draft: Draft, missing: Problems): string {
  const lacking = SCOPE.filter((slot) => missing[slot] !== undefined);
  if (lacking.length === 0 && !canPreview(draft))
    return draft.resource?.type === "sheet"
      ? "Not counted: all but some titles covers whatever else the sheet holds, now and later."
      : "Counted person by person below, as it holds more than one sheet.";
  if (lacking.length === 0 && draft.effect === "forbid")
    return "To count what this covers, choose in the sheet's picker somebody who can open it.";
  const words = lacking.map((slot) => slotLabel(draft, slot).toLowerCase());
  return `Counted on the real sheet as soon as the sentence says ${listed(words)}.`;
}
