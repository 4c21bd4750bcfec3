"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ToolRow } from "@/components/frame/tool-row";
import { ButtonLink } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { SegmentedLinks } from "@/components/ui/segmented";
import { Spinner } from "@/components/ui/spinner";
import {
  chosenOption,
  type KnownPerson,
  type KnownSheet,
  personOptions,
  searchIn,
  sheetById,
  sheetOptions,
} from "./access-options";
import { type WhoQuestion, whoHref } from "./who-address";

interface WhoFormProps {
  question: WhoQuestion;
  people: readonly KnownPerson[];
  sheets: readonly KnownSheet[];
  /** Of the sheet that was asked about; empty before. */
  columns: readonly { id: string; title: string; isSensitive: boolean }[];
  rows: readonly { id: string; number: number; label: string }[];
  /** Where the answer is to be had as a file. */
  fileHref: string | null;
  /** The answer, for those who listen to the page. */
  said: string;
}

/** Whom or what one asks about. Each choice is an address of its own. */
export function WhoForm({ question, people, sheets, columns, rows, fileHref, said }: WhoFormProps) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  const ask = (change: Partial<WhoQuestion>) =>
    startAsking(() => router.push(whoHref({ ...question, ...change }), { scroll: false }));
  const persons = personOptions(people);
  const places = sheetOptions(sheets);
  const titles = columns.map(({ id, title, isSensitive }) => ({
    id,
    label: title,
    ...(isSensitive ? { secondary: "sensitive" } : {}),
  }));
  const lines = rows.map(({ id, number, label }) => ({
    id,
    label: label === "" ? `Row ${number}` : label,
    ...(label === "" ? {} : { secondary: `Row ${number}` }),
  }));
  return (
    <ToolRow
      label="What to ask"
      end={
        <>
          <p role="status" className="sr-only">
            {said}
          </p>
          {isAsking ? <Spinner label="Looking" /> : null}
          {fileHref === null ? null : (
            <ButtonLink href={fileHref} isPlain download>
              Export CSV
            </ButtonLink>
          )}
        </>
      }
    >
      <SegmentedLinks
        label="Ask by"
        items={[
          { href: whoHref({ by: "sheet" }), label: "By sheet", isCurrent: question.by === "sheet" },
          { href: whoHref({ by: "person" }), label: "By person", isCurrent: question.by === "person" },
        ]}
      />
      {question.by === "person" ? (
        <Combobox
          aria-label="Person"
          placeholder="Choose a person"
          className="w-56"
          options={persons}
          value={chosenOption(question.user, persons, "Person")}
          onValueChange={(next) => ask({ user: next?.id })}
          emptyText="Nobody found"
        />
      ) : (
        <>
          <Combobox
            aria-label="Sheet"
            placeholder="Choose a sheet"
            className="w-60"
            options={places}
            custom={sheetById}
            value={chosenOption(question.sheet, places, "Sheet")}
            onValueChange={(next) => ask({ sheet: next?.id, column: undefined, row: undefined })}
            emptyText="No sheet found"
          />
          {titles.length > 0 || question.column ? (
            <Combobox
              aria-label="Column"
              placeholder="Any column"
              className="w-44"
              options={titles}
              value={chosenOption(question.column, titles, "Column")}
              onValueChange={(next) => ask({ column: next?.id })}
            />
          ) : null}
          {lines.length > 0 || question.row ? (
            <Combobox
              aria-label="Row"
              placeholder="Any row"
              className="w-44"
              search={searchIn(lines)}
              value={chosenOption(question.row, lines, "Row")}
              onValueChange={(next) => ask({ row: next?.id })}
            />
          ) : null}
        </>
      )}
    </ToolRow>
  );
}
