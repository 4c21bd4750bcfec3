import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { untilDay } from "@/components/access/until-text";
import { Badge } from "@/components/ui/badge";
import type { PersonEffect, SheetEffect } from "@/lib/rules/radius-types";
import { actionsChanged, personWords, rowsMoved, rowsWords } from "./foresight-words";
import { SampleTable } from "./sample-table";

interface PersonForesightProps {
  person: PersonEffect;
  timeZone: string;
}

/** One person in a line; opened, what changes for them sheet by sheet. */
export function PersonForesight({ person, timeZone }: PersonForesightProps) {
  const { name, email, sheets } = person;
  const isSensitive = sheets.some(({ sensitive }) => sensitive.gained.length > 0);
  return (
    <details className="group/person">
      <summary className="flex min-h-[34px] cursor-default list-none flex-wrap items-center gap-x-2 rounded-small py-1 hover:bg-hover pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 flex-none text-ink-3 transition-transform duration-enter group-open/person:rotate-90"
        />
        <span className="font-strong">{name}</span>
        {name === email ? (
          <span className="text-s text-ink-3">has not signed in yet</span>
        ) : (
          <span className="text-s text-ink-3">{email}</span>
        )}
        <span className="ml-auto text-ink-2 tabular-nums">{personWords(person)}</span>
        {isSensitive ? <Badge tone="warning">sensitive</Badge> : null}
      </summary>
      <div className="flex flex-col gap-4 pt-1 pb-4 pl-[22px] max-narrow:pl-2">
        {sheets.map((sheet) => (
          <SheetForesight key={sheet.sheetId} sheet={sheet} timeZone={timeZone} />
        ))}
      </div>
    </details>
  );
}

function SheetForesight({ sheet, timeZone }: { sheet: SheetEffect; timeZone: string }) {
  const { name, columns, sensitive, expiresAt, sample } = sheet;
  const moved = rowsMoved(sheet);
  const until = (at: string | null) => (at === null ? "no end" : untilDay(at, timeZone));
  const lines: [string, ReactNode][] = [
    [
      "Rows",
      <span key="rows" className="tabular-nums">
        {rowsWords(sheet)}
        {moved === null ? null : <span className="text-ink-3"> ({moved})</span>}
      </span>,
    ],
    ...titles("Columns gained", columns.gained, sensitive.gained),
    ...titles("Columns lost", columns.lost, []),
    ...titles("Masked from now on", columns.newlyMasked, []),
    ...titles("No longer masked", columns.unmasked, sensitive.gained),
    ...actionsChanged(sheet).map((words): [string, ReactNode] => ["Actions", words]),
    ...untilLine(expiresAt, until),
  ];
  return (
    <div className="min-w-0">
      <h3 className="font-strong">{name}</h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {lines.map(([label, words]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="min-w-0">{words}</dd>
          </div>
        ))}
      </dl>
      {sample ? <SampleTable sample={sample} /> : null}
    </div>
  );
}

function titles(label: string, list: readonly string[], sensitive: readonly string[]): [string, ReactNode][] {
  if (list.length === 0) return [];
  return [
    [
      label,
      <span key={label} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        {list.map((title) => (
          <span key={title}>
            {title} {sensitive.includes(title) ? <Badge tone="warning">sensitive</Badge> : null}
          </span>
        ))}
      </span>,
    ],
  ];
}

function untilLine(
  { before, after }: SheetEffect["expiresAt"],
  words: (at: string | null) => string,
): [string, ReactNode][] {
  if (before === after) return after === null ? [] : [["Until", words(after)]];
  if (after === null) return [];
  return [["Until", before === null ? words(after) : `${words(before)} → ${words(after)}`]];
}
