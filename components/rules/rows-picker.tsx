"use client";

import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { ConditionGroupEditor } from "./condition-group";
import { newGroup, rowsProblem } from "./draft-rows";
import { useRuleForm } from "./form-context";
import { NeedsSheet } from "./needs-sheet";

export function RowsPicker() {
  const { draft, change, sheetColumns, setOpenSlot } = useRuleForm();
  const { rows } = draft;
  const problem = rows === null ? null : rowsProblem(rows);
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label="Rows"
        hidesLabel
        value={rows === null ? "all" : "some"}
        onValueChange={(choice) =>
          change((before) => ({ ...before, rows: choice === "all" ? null : newGroup() }))
        }
        options={[
          { value: "all", label: "All rows" },
          {
            value: "some",
            label: "Only rows where…",
            hint: "A condition may look at a column that stays hidden.",
          },
        ]}
      />
      {rows === null ? null : (
        <div className="flex flex-col gap-3 border-t border-line pt-3">
          {sheetColumns.status === "ready" ? (
            <>
              <ConditionGroupEditor
                group={rows}
                depth={1}
                onChange={(next) => change((before) => ({ ...before, rows: next }))}
              />
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="min-w-0 text-s text-ink-3">{problem}</p>
                <Button size="s" variant="primary" onClick={() => setOpenSlot(null)}>
                  Done
                </Button>
              </div>
            </>
          ) : (
            <NeedsSheet what="the columns to compare" />
          )}
        </div>
      )}
    </div>
  );
}
