"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { VisibleColumn } from "@/lib/policy/sheet";

interface ColumnChoiceProps {
  columns: readonly VisibleColumn[];
  /** Ids left out. */
  left: ReadonlySet<string>;
  onLeftChange: (left: ReadonlySet<string>) => void;
  error?: string;
}

/** Which of the columns one sees go into the link; all to begin with. */
export function ColumnChoice({ columns, left, onLeftChange, error }: ColumnChoiceProps) {
  const chosen = columns.filter(({ id }) => !left.has(id)).length;
  const isAll = chosen === columns.length;
  const change = (id: string, isIn: boolean) => {
    const after = new Set(left);
    if (isIn) after.delete(id);
    else after.add(id);
    onLeftChange(after);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">Columns</legend>
      <div className="overflow-hidden rounded-control border border-line-field">
        <div className="border-b border-line bg-ground px-2.5 py-1.5">
          <Checkbox
            label={isAll ? "All columns, later ones too" : `${chosen} of ${columns.length} columns`}
            checked={isAll}
            isPartial={!isAll && chosen > 0}
            onCheckedChange={(isOn) => onLeftChange(isOn ? new Set() : new Set(columns.map(({ id }) => id)))}
          />
        </div>
        <div className="grid max-h-40 grid-cols-2 gap-x-4 gap-y-1.5 overflow-y-auto px-2.5 py-2 max-narrow:grid-cols-1">
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              label={<span className="line-clamp-1 break-all">{column.title}</span>}
              checked={!left.has(column.id)}
              onCheckedChange={(isIn) => change(column.id, isIn)}
            />
          ))}
        </div>
      </div>
      {error ? (
        <p role="alert" className="mt-1.5 text-s text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
