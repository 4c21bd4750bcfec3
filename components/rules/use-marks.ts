"use client";

import { useState } from "react";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import type { PickedColumn } from "@/lib/connections/schema";
import { markColumn } from "@/lib/rules/actions";

export interface Marks {
  list: readonly PickedColumn[];
  /** Saved at once, apart from the rule. True where it was. */
  mark: (column: PickedColumn, isSensitive: boolean) => Promise<boolean>;
}

/** A sheet's columns with what was said of them since they were read. */
export function useMarks(columns: readonly PickedColumn[], sheetId: string | null): Marks {
  const toast = useToast();
  const [marks, setMarks] = useState<Readonly<Record<string, boolean>>>({});
  const keyOf = (id: string) => `${sheetId} ${id}`;
  const put = (id: string, isSensitive: boolean) =>
    setMarks((before) => ({ ...before, [keyOf(id)]: isSensitive }));

  const mark: Marks["mark"] = async ({ id: columnId, title, ...column }, isSensitive) => {
    if (sheetId === null) return false;
    put(columnId, isSensitive);
    const result = await markColumn({ sheetId, columnId, title, isSensitive }).catch(() => null);
    if (result?.ok) return true;
    put(columnId, column.isSensitive);
    const text = result ? errorText(result.error) : "Check your connection and try again.";
    toast.show({ title: `${title} is not marked`, text, tone: "danger" });
    return false;
  };

  return {
    list: columns.map((column) => ({
      ...column,
      isSensitive: marks[keyOf(column.id)] ?? column.isSensitive,
    })),
    mark,
  };
}
