"use client";

import { RadioGroup } from "@/components/ui/radio-group";
import { ColumnChecks } from "./column-checks";
import { ColumnTitles } from "./column-titles";
import { type ColumnsChoice, namesBy } from "./draft";
import { withColumns } from "./draft-edits";
import { useRuleForm } from "./form-context";
import { NeedsSheet } from "./needs-sheet";

/** Which columns, and how each of them is shown. */
export function ColumnsPicker() {
  const { draft, change } = useRuleForm();
  const { effect, resource } = draft;
  const columns: ColumnsChoice = draft.columns ?? { mode: "only", by: namesBy(resource), names: [] };
  const isForbid = effect === "forbid";
  const isTitles = columns.by === "title";
  const exceptHint = isForbid
    ? "A column added later is closed too."
    : isTitles
      ? 'For "may never" alone: by title, this would open every column added later.'
      : "A column added later stays hidden.";
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label="Columns"
        hidesLabel
        value={columns.mode}
        onValueChange={(mode) => change((before) => withColumns(before, { ...columns, mode }))}
        options={[
          {
            value: "only",
            label: "Only these",
            hint: isTitles
              ? "Every column called so, in each sheet. A column with another title stays out."
              : "A column added later stays out.",
          },
          { value: "except", label: "All but these", hint: exceptHint, disabled: isTitles && !isForbid },
          { value: "all", label: "All columns", hint: "Also those added later." },
        ]}
      />
      {columns.mode === "all" && isForbid ? null : (
        <div className="flex flex-col gap-3 border-t border-line pt-3">
          <Listed columns={columns} />
        </div>
      )}
    </div>
  );
}

function Listed({ columns }: { columns: ColumnsChoice }) {
  const { draft, sheetColumns } = useRuleForm();
  if (columns.by === "title" || draft.resource?.type === "report") return <ColumnTitles columns={columns} />;
  if (sheetColumns.status === "ready") return <ColumnChecks columns={columns} />;
  // With all columns there is nothing that must be chosen: masks alone wait for the list.
  return <NeedsSheet what={columns.mode === "all" ? "the columns to mask" : "its columns"} />;
}
