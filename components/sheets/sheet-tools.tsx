"use client";

import { ArrowDown, ArrowUp, ArrowUpDown, ListTree } from "lucide-react";
import type { ReactNode } from "react";
import { ToolRow } from "@/components/frame/tool-row";
import { nextSort, type SortState } from "@/components/grid/sort";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Menu } from "@/components/ui/menu";
import type { VisibleColumn } from "@/lib/policy/sheet";

interface SheetToolsProps {
  columns: readonly VisibleColumn[];
  sort: SortState | null;
  onSortChange: (sort: SortState | null) => void;
  /** Levels below the top one; 0 where rows are not nested, or drawn as cards. */
  depth: number;
  onFold: (level: number | null) => void;
  find: ReactNode;
}

const MOST_LEVELS = 5;

function levelItems(depth: number, onFold: SheetToolsProps["onFold"]) {
  const levels = Array.from({ length: Math.min(depth, MOST_LEVELS) }, (_, at) => at + 1);
  return [
    ...levels.map((level) => ({
      label: level === 1 ? "Top level only" : `${level} levels`,
      onSelect: () => onFold(level),
    })),
    { isSeparator: true as const },
    { label: "Unfold all", onSelect: () => onFold(null) },
  ];
}

/** How the sheet is looked at: order and folds at the left, finding at the right. */
export function SheetTools({ columns, sort, onSortChange, depth, onFold, find }: SheetToolsProps) {
  const sorted = sort ? columns.find(({ id }) => id === sort.columnId) : undefined;
  const Direction = sort?.direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <ToolRow label="How the sheet is shown" end={find}>
      <Menu
        align="start"
        trigger={
          <Button variant="quiet" icon={<ArrowUpDown aria-hidden="true" />} className="-ml-2">
            Sort
          </Button>
        }
        items={columns.map((column) => ({
          label: column.title,
          isChecked: column.id === sort?.columnId,
          onCheckedChange: () => onSortChange(nextSort(sort, column.id)),
        }))}
      />
      {depth > 0 ? (
        <Menu
          align="start"
          trigger={
            <Button variant="quiet" icon={<ListTree aria-hidden="true" />}>
              Levels
            </Button>
          }
          items={levelItems(depth, onFold)}
        />
      ) : null}
      {sort && sorted ? (
        <Chip
          onPress={() =>
            onSortChange({ ...sort, direction: sort.direction === "ascending" ? "descending" : "ascending" })
          }
          onRemove={() => onSortChange(null)}
          removeLabel="Back to the sheet's own order"
        >
          Sorted by <b>{sorted.title}</b>
          <Direction className="size-3" aria-label={sort.direction} />
        </Chip>
      ) : null}
    </ToolRow>
  );
}
