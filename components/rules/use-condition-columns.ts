"use client";

import type { ComboOption } from "@/components/ui/combobox";
import type { PickedColumn } from "@/lib/connections/schema";
import { foldTitle } from "@/lib/policy/titles";
import { typeWords } from "./column-types";
import { namesBy } from "./draft";
import type { ColumnName } from "./draft-rows";
import { useRuleForm } from "./form-context";

const TITLE = "title:";
const LONGEST_TITLE = 100;

const titleOption = (title: string): ComboOption => ({ id: `${TITLE}${foldTitle(title)}`, label: title });

/** The columns a condition can look at: the sheet's own by id, or titles where the rule is about many sheets. */
export function useConditionColumns(current: ColumnName | null) {
  const { draft, sheetColumns, titles, columns: known } = useRuleForm();
  const isByTitle = namesBy(draft.resource) === "title";
  const { list } = sheetColumns;

  const columnOf = (name: ColumnName | null): PickedColumn | undefined => {
    if (name === null) return undefined;
    if ("columnId" in name) return list.find(({ id }) => id === name.columnId);
    return list.find(({ title }) => foldTitle(title) === foldTitle(name.title));
  };
  const column = columnOf(current);
  const suggested = new Map(titles.list.map((title) => [foldTitle(title), titleOption(title)]));
  const options = isByTitle
    ? {
        options: [...suggested.values()],
        custom: (typed: string) => (typed.length > LONGEST_TITLE ? null : titleOption(typed)),
      }
    : { options: list.map(({ id, title, type }) => ({ id, label: title, secondary: typeWords(type) })) };

  return {
    options,
    column,
    columnOf,
    /** False for a column the sheet does not have any more: there is nothing to compare. */
    isKnown: current !== null && ("title" in current || column !== undefined || isByTitle),
    nameOf: ({ id, label }: ComboOption): ColumnName =>
      id.startsWith(TITLE) ? { title: label } : { columnId: id },
    value: optionOf(current, column, known),
  };
}

function optionOf(
  current: ColumnName | null,
  column: PickedColumn | undefined,
  known: Readonly<Record<string, { title: string }>>,
): ComboOption | null {
  if (current === null) return null;
  if ("title" in current) return titleOption(current.title);
  const title = column?.title ?? known[current.columnId]?.title;
  return { id: current.columnId, label: title ?? "A column that is gone" };
}
