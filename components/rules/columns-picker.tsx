"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { SearchField } from "@/components/ui/search-field";
import { typeWords } from "./column-types";
import type { ColumnsChoice } from "./draft";
import { useRuleForm } from "./form-context";
import { NeedsSheet } from "./needs-sheet";

/** From so many columns on, one looks for them by name. */
const SEARCHED_FROM = 12;

export function ColumnsPicker() {
  const { draft, change, sheetColumns } = useRuleForm();
  const { columns, effect } = draft;
  const isForbid = effect === "forbid";
  const setMode = (mode: ColumnsChoice["mode"]) =>
    change((before) => ({ ...before, columns: { mode, ids: before.columns?.ids ?? [] } }));
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label="Columns"
        hidesLabel
        value={columns?.mode ?? "only"}
        onValueChange={setMode}
        options={[
          { value: "only", label: "Only these", hint: "A column added later stays out." },
          {
            value: "except",
            label: "All but these",
            hint: isForbid ? "A column added later is closed too." : "A column added later stays hidden.",
          },
          { value: "all", label: "All columns", hint: "Also those added later." },
        ]}
      />
      {columns?.mode === "all" ? null : sheetColumns.status === "ready" ? (
        <ColumnChecks chosen={columns?.ids ?? []} mode={columns?.mode ?? "only"} />
      ) : (
        <div className="border-t border-line pt-3">
          <NeedsSheet what="its columns" />
        </div>
      )}
    </div>
  );
}

function ColumnChecks({ chosen, mode }: { chosen: readonly string[]; mode: ColumnsChoice["mode"] }) {
  const { change, sheetColumns } = useRuleForm();
  const [query, setQuery] = useState("");
  const { list } = sheetColumns;
  const lost = chosen.filter((id) => !list.some((column) => column.id === id));
  const put = (ids: readonly string[]) => {
    const inOrder = [
      ...list.map(({ id }) => id).filter((id) => ids.includes(id)),
      ...lost.filter((id) => ids.includes(id)),
    ];
    change((before) => ({ ...before, columns: { mode, ids: inOrder } }));
  };
  const shown = list.filter(({ title }) => title.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      {list.length >= SEARCHED_FROM ? (
        <SearchField
          label="Find a column"
          value={query}
          onValueChange={setQuery}
          shortcut={null}
          className="w-full"
        />
      ) : null}
      <div className="flex items-center gap-1 text-s text-ink-3">
        <span className="flex-1 tabular-nums">
          {chosen.length} of {list.length} chosen
        </span>
        <Button size="s" variant="quiet" onClick={() => put([...chosen, ...shown.map(({ id }) => id)])}>
          All
        </Button>
        <Button
          size="s"
          variant="quiet"
          onClick={() => put(chosen.filter((id) => !shown.some((column) => column.id === id)))}
        >
          None
        </Button>
      </div>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="sr-only">Columns of the sheet</legend>
        {shown.map(({ id, title, type, isSensitive }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onCheckedChange={(isOn) => put(isOn ? [...chosen, id] : chosen.filter((each) => each !== id))}
            label={
              <span className="flex flex-wrap items-baseline gap-x-2">
                {title}
                <span className="text-s text-ink-3">{typeWords(type)}</span>
                {isSensitive ? <Badge tone="warning">sensitive</Badge> : null}
              </span>
            }
          />
        ))}
        {lost.map((id) => (
          <Checkbox
            key={id}
            checked
            onCheckedChange={() => put(chosen.filter((each) => each !== id))}
            label={<span className="text-danger">A column that is gone</span>}
          />
        ))}
        {shown.length === 0 ? <p className="text-s text-ink-3">No column is called that</p> : null}
      </fieldset>
    </div>
  );
}
