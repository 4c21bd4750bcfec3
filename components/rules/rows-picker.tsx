"use client";

import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { Switch } from "@/components/ui/switch";
import { ConditionGroupEditor } from "./condition-group";
import { namesBy } from "./draft";
import { withRows } from "./draft-edits";
import { type DraftGroup, newGroup, rowsProblem } from "./draft-rows";
import { useRuleForm } from "./form-context";
import { NeedsSheet } from "./needs-sheet";

export function RowsPicker() {
  const { draft, change, sheetColumns } = useRuleForm();
  const { rows } = draft;
  const isReady = sheetColumns.status === "ready" || namesBy(draft.resource) === "title";
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label="Rows"
        hidesLabel
        value={rows === null ? "all" : "some"}
        onValueChange={(choice) =>
          change((before) => withRows(before, choice === "all" ? null : (before.rows ?? newGroup())))
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
          {isReady ? <Conditions rows={rows} /> : <NeedsSheet what="the columns to compare" />}
        </div>
      )}
    </div>
  );
}

function Conditions({ rows }: { rows: DraftGroup }) {
  const { draft, change, setOpenSlot } = useRuleForm();
  return (
    <>
      <ConditionGroupEditor
        group={rows}
        depth={1}
        onChange={(next) => change((before) => ({ ...before, rows: next }))}
      />
      {draft.effect === "permit" ? (
        <Switch
          label="Keep the rows above"
          hint="Shows the parents of a matching row too, so that children keep their headings."
          checked={draft.parents}
          onCheckedChange={(parents) => change((before) => ({ ...before, parents }))}
          className="border-t border-line pt-3"
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 text-s text-ink-3">{rowsProblem(rows)}</p>
        <Button size="s" variant="primary" onClick={() => setOpenSlot(null)}>
          Done
        </Button>
      </div>
    </>
  );
}
