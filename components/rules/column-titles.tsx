"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox-option";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { foldTitle } from "@/lib/policy/titles";
import { soundsSensitive } from "@/lib/rules/sensitive";
import { ColumnLine } from "./column-line";
import { titleOf } from "./column-words";
import { type ColumnsChoice, namesBy } from "./draft";
import { maskOf, withColumns, withMask } from "./draft-edits";
import { errorLine, useRuleForm } from "./form-context";
import { newMask } from "./mask-words";

const LONGEST_TITLE = 100;

const asOption = (title: string): ComboOption => ({
  id: foldTitle(title),
  label: title,
  ...(soundsSensitive(title) ? { secondary: "Sounds sensitive" } : {}),
});

/** Columns by what they are called: typed, or taken from the titles found below the folder or workspace. */
export function ColumnTitles({ columns }: { columns: ColumnsChoice }) {
  const { draft, change } = useRuleForm();
  const { by, mode, names } = columns;
  const isPermit = draft.effect === "permit";
  if (by === "id") return <KeptColumns columns={columns} />;
  // Under "all", one names only the columns that are not shown in full.
  const masked = draft.masks.flatMap(({ title }) => title ?? []);
  const chosen = mode === "all" ? masked : names;
  const put = (titles: readonly string[]) =>
    change((before) => {
      if (mode !== "all") return withColumns(before, { ...columns, names: [...titles] });
      const added = titles.filter((title) => maskOf(before, "title", title) === null);
      const removed = masked.filter((title) => !titles.includes(title));
      const left = removed.reduce((draft, title) => withMask(draft, "title", title, null), before);
      return added.reduce((draft, title) => withMask(draft, "title", title, newMask("last4")), left);
    });
  return (
    <>
      <TitlesField
        label={mode === "all" ? "Masked columns" : "Titles"}
        hint={
          mode === "all"
            ? "Optional. They show less than they hold."
            : "Enter after each. Capitals don't matter."
        }
        chosen={chosen}
        onChange={put}
      />
      {isPermit && chosen.length > 0 && mode !== "except" ? (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="sr-only">How each column is shown</legend>
          {chosen.map((title) => (
            <ColumnLine key={title} by="title" name={title} title={title} isMaskable>
              <span className="flex flex-wrap items-baseline gap-x-2">
                {title}
                {soundsSensitive(title) ? <Badge tone="warning">sensitive</Badge> : null}
              </span>
            </ColumnLine>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

interface TitlesFieldProps {
  label: string;
  hint: string;
  chosen: readonly string[];
  onChange: (titles: readonly string[]) => void;
}

function TitlesField({ label, hint, chosen, onChange }: TitlesFieldProps) {
  const { titles, sheetColumns } = useRuleForm();
  const known = [...titles.list, ...sheetColumns.list.map(({ title }) => title)].map(asOption);
  const options = [...new Map(known.map((option) => [option.id, option])).values()];
  return (
    <div className="flex flex-col gap-1.5">
      <MultiCombobox
        label={label}
        hint={hint}
        placeholder="Title of a column"
        emptyText={titles.status === "loading" ? "Reading the titles" : "Type a title"}
        options={options}
        custom={(typed) => (typed.length > LONGEST_TITLE ? null : asOption(typed))}
        value={chosen.map(asOption)}
        onValueChange={(options) => onChange(options.map((option) => option.label))}
      />
      {titles.error ? (
        <div role="alert" className="flex items-start gap-2 text-s text-danger">
          <span className="min-w-0 flex-1">No suggestions: {errorLine(titles.error)}</span>
          <Button size="s" onClick={titles.retry}>
            Try again
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** A report's columns a rule made elsewhere names by id: shown as they are, or named anew. */
function KeptColumns({ columns }: { columns: ColumnsChoice }) {
  const { draft, change, columns: known } = useRuleForm();
  const { by, mode, names } = columns;
  return (
    <>
      <ul className="flex flex-col gap-1.5">
        {names.map((name) => (
          <li key={name}>{titleOf(by, name, known)}</li>
        ))}
      </ul>
      <Button
        size="s"
        className="w-fit"
        onClick={() => {
          const named = names.map((name) => titleOf(by, name, known));
          const isKept = mode === "only" || draft.effect === "forbid";
          const next: ColumnsChoice = isKept
            ? { mode, by: namesBy(draft.resource), names: named }
            : { mode: "only", by: namesBy(draft.resource), names: [] };
          change((before) => withColumns(before, next));
        }}
      >
        Name them by title
      </Button>
    </>
  );
}
