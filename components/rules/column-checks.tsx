"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SearchField } from "@/components/ui/search-field";
import type { PickedColumn } from "@/lib/connections/schema";
import { ColumnLine } from "./column-line";
import { typeWords } from "./column-types";
import type { ColumnsChoice } from "./draft";
import { withColumns } from "./draft-edits";
import { useRuleForm } from "./form-context";
import { SensitiveToggle } from "./sensitive-toggle";

/** From so many columns on, one looks for them by name. */
const SEARCHED_FROM = 12;

/** The sheet's columns with a box each; under "all" only how each is shown. */
export function ColumnChecks({ columns }: { columns: ColumnsChoice }) {
  const { draft, change, sheetColumns, columns: known } = useRuleForm();
  const [query, setQuery] = useState("");
  const { list } = sheetColumns;
  const { mode, names: chosen } = columns;
  const isAll = mode === "all";
  const lost = isAll ? [] : chosen.filter((id) => !list.some((column) => column.id === id));
  const put = (ids: readonly string[]) => {
    const inOrder = [...list.map(({ id }) => id), ...lost].filter((id) => ids.includes(id));
    change((before) => withColumns(before, { ...columns, names: inOrder }));
  };
  const shown = list.filter(({ title }) => title.toLowerCase().includes(query.trim().toLowerCase()));
  const toggle = (id: string, isOn: boolean) =>
    put(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <>
      {list.length >= SEARCHED_FROM ? (
        <SearchField
          label="Find a column"
          value={query}
          onValueChange={setQuery}
          shortcut={null}
          className="w-full"
        />
      ) : null}
      {isAll ? null : <Quick columns={columns} shown={shown} onPut={put} />}
      <fieldset className="flex flex-col gap-1.5">
        <legend className="sr-only">Columns of the sheet</legend>
        {shown.map((column) => (
          <ColumnLine
            key={column.id}
            by="id"
            name={column.id}
            title={column.title}
            type={column.type}
            isMaskable={draft.effect === "permit" && isVisible(columns, column.id)}
          >
            <span className="flex flex-wrap items-start gap-x-1.5">
              {isAll ? (
                <ColumnTitle column={column} />
              ) : (
                <Checkbox
                  checked={chosen.includes(column.id)}
                  onCheckedChange={(isOn) => toggle(column.id, isOn)}
                  label={<ColumnTitle column={column} />}
                />
              )}
              <SensitiveToggle column={column} />
            </span>
          </ColumnLine>
        ))}
        {lost.map((id) => (
          <Checkbox
            key={id}
            checked
            onCheckedChange={() => toggle(id, false)}
            label={
              <span className="text-danger">
                {known[id] === undefined ? "A column that is gone" : `${known[id].title}, which is gone`}
              </span>
            }
          />
        ))}
        {shown.length === 0 ? <p className="text-s text-ink-3">No column is called that</p> : null}
      </fieldset>
    </>
  );
}

/** Whether a permit shows the column. */
function isVisible({ mode, names }: ColumnsChoice, id: string): boolean {
  return mode === "all" || (mode === "only") === names.includes(id);
}

function ColumnTitle({ column: { title, type } }: { column: PickedColumn }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {title}
      <span className="text-s text-ink-3">{typeWords(type)}</span>
    </span>
  );
}

interface QuickProps {
  columns: ColumnsChoice;
  shown: readonly PickedColumn[];
  onPut: (ids: readonly string[]) => void;
}

/** Many boxes at one press. Sensitive ones are set apart: nobody gives them away with "all" in mind. */
function Quick({ columns: { mode, names }, shown, onPut }: QuickProps) {
  const { draft, sheetColumns } = useRuleForm();
  const opens = (draft.effect === "permit") === (mode === "only");
  const some = shown.filter(({ isSensitive }) => isSensitive !== opens);
  const hasSensitive = shown.some(({ isSensitive }) => isSensitive);
  const add = (list: readonly PickedColumn[]) => onPut([...names, ...list.map(({ id }) => id)]);
  return (
    <div className="flex flex-wrap items-center gap-1 text-s text-ink-3">
      <span className="flex-1 whitespace-nowrap tabular-nums">
        {names.length} of {sheetColumns.list.length} chosen
      </span>
      {hasSensitive ? (
        <Button size="s" variant="quiet" onClick={() => add(some)}>
          {opens ? "All but sensitive" : "Sensitive ones"}
        </Button>
      ) : null}
      <Button size="s" variant="quiet" onClick={() => add(shown)}>
        All
      </Button>
      <Button
        size="s"
        variant="quiet"
        onClick={() => onPut(names.filter((id) => !shown.some((column) => column.id === id)))}
      >
        None
      </Button>
    </div>
  );
}
