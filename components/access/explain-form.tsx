"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Combobox, type ComboOption } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Action } from "@/lib/policy/types";
import {
  chosenOption,
  type KnownPerson,
  type KnownSheet,
  personOptions,
  sheetById,
  sheetOptions,
} from "./access-options";
import { type ExplainQuestion, explainHref } from "./explain-address";
import { momentAt, wallTimeOf } from "./zone-times";

interface ExplainFormProps {
  question: ExplainQuestion;
  people: readonly KnownPerson[];
  sheets: readonly KnownSheet[];
  /** The answer, for those who listen to the page. */
  said: string;
  timeZone: string;
}

/** As one says them between the person and the sheet; all of `Action`, in the order of use. */
const verbs: Record<Action, string> = {
  read: "read",
  share: "share by a link",
  export: "export",
  print: "print",
  attachments: "open attachments of",
  comments: "read comments of",
  history: "see who changed",
};
const verbOptions = Object.entries(verbs).map(([value, label]) => ({ value, label }));

interface Draft {
  user: ComboOption | null;
  sheet: ComboOption | null;
  action: string;
  own: string;
  when: "now" | "then";
  /** As the field holds it. */
  time: string;
}

type Problems = Partial<Record<"user" | "sheet" | "at", string>>;

/** The question as a sentence. Asking puts it into the address, so that it can be kept and passed on. */
export function ExplainForm(props: ExplainFormProps) {
  const { question, said, timeZone } = props;
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const persons = personOptions(props.people);
  const places = sheetOptions(props.sheets);
  const readDraft = (): Draft => ({
    user: chosenOption(question.user, persons, "Person"),
    sheet: chosenOption(question.sheet, places, "Sheet"),
    action: question.action ?? "read",
    own: question.own ?? "no",
    when: question.at === undefined ? "now" : "then",
    time: wallText(question.at, timeZone),
  });
  const [draft, setDraft] = useState(readDraft);
  const [problems, setProblems] = useState<Problems>({});
  const { user, sheet, action, own, when, time } = draft;
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });

  // Going back in the browser brings another address: then the form follows it, and keeps its place and focus.
  const address = explainHref(question);
  const [shownAddress, setShownAddress] = useState(address);
  if (shownAddress !== address) {
    setShownAddress(address);
    setDraft(readDraft());
    setProblems({});
  }

  const ask = (event: FormEvent) => {
    event.preventDefault();
    const at = when === "now" ? undefined : momentAt(time, timeZone);
    const found: Problems = {
      ...(user === null ? { user: "Choose a person." } : {}),
      ...(sheet === null ? { sheet: "Choose a sheet." } : {}),
      ...(at === null ? { at: "Choose a date and a time." } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const href = explainHref({ user: user?.id, sheet: sheet?.id, action, at: at ?? undefined, own });
    // Each answer is on record: the same question is asked again once, not twice.
    startAsking(() => (href === address ? router.refresh() : router.push(href, { scroll: false })));
  };

  return (
    <form
      onSubmit={ask}
      aria-label="Your question"
      className="mx-6 mb-5 rounded-panel border border-line bg-surface max-narrow:mx-4"
    >
      <div className="flex flex-wrap items-start gap-x-2 gap-y-2.5 px-5 pt-5 pb-3">
        <Word>May</Word>
        <Combobox
          aria-label="Person"
          placeholder="a person"
          className="w-52 max-narrow:w-full"
          options={persons}
          value={user}
          onValueChange={(user) => put({ user })}
          error={problems.user}
          emptyText="Nobody found"
        />
        <Select
          aria-label="What"
          options={verbOptions}
          value={action}
          onValueChange={(action) => put({ action })}
        />
        <Combobox
          aria-label="Sheet"
          placeholder="a sheet"
          className="w-60 max-narrow:w-full"
          options={places}
          custom={sheetById}
          value={sheet}
          onValueChange={(sheet) => put({ sheet })}
          error={problems.sheet}
          emptyText="No sheet found"
        />
        <Select
          aria-label="When"
          options={[
            { value: "now", label: "now" },
            { value: "then", label: "at another time" },
          ]}
          value={when}
          onValueChange={(when) => put({ when })}
        />
        {when === "then" ? (
          <TextField
            type="datetime-local"
            aria-label={`Date and time in ${timeZone}`}
            fieldClassName="w-52"
            value={time}
            onValueChange={(time) => put({ time })}
            error={problems.at}
            hint={`In ${timeZone}`}
          />
        ) : null}
        <Word>?</Word>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2.5 border-t border-line px-5 py-3">
        <span className="text-ink-2">Suppose their own Smartsheet account</span>
        <Select
          aria-label="Suppose their own Smartsheet account"
          options={[
            { value: "no", label: "does not open it" },
            { value: "yes", label: "opens it" },
          ]}
          value={own}
          onValueChange={(own) => put({ own })}
        />
        <p role="status" className="sr-only">
          {said}
        </p>
        <Button type="submit" variant="primary" isBusy={isAsking} className="ml-auto">
          Explain
        </Button>
      </div>
    </form>
  );
}

function Word({ children }: { children: string }) {
  return <span className="flex h-[30px] items-center text-l pointer-coarse:h-10">{children}</span>;
}

/** A time in the address that is none leaves the field empty. */
function wallText(at: string | undefined, timeZone: string): string {
  return at === undefined || Number.isNaN(Date.parse(at)) ? "" : wallTimeOf(at, timeZone);
}
