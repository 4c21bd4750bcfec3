"use client";

import { Select } from "@/components/ui/select";
import { useRuleForm } from "./form-context";
import { freshOfValue, freshOptions, valueOfFresh } from "./fresh-words";

/** How old a permit's data may be, where the connection's own answer will not do. */
export function FreshField() {
  const { draft, change } = useRuleForm();
  if (draft.effect === "forbid") return null;
  return (
    <div className="border-t border-line pt-4">
      <Select
        label="Checked for changes"
        hint="More often costs calls to Smartsheet."
        options={freshOptions(draft.freshSeconds)}
        value={valueOfFresh(draft.freshSeconds)}
        onValueChange={(value) => change((before) => ({ ...before, freshSeconds: freshOfValue(value) }))}
      />
    </div>
  );
}
