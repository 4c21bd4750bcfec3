// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active cell by aria-activedescendant
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be laid out as virtual rows and pinned cells; the roles say what it is
import { memo } from "react";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import type { ColumnLayout } from "./column-layout";
import { GridCell } from "./grid-cell";
import { GUTTER_WIDTH, HEADER_HEIGHT, ROW_HEIGHT } from "./grid-types";
import { edgesAt, type Range } from "./selection";

export interface GridRowProps {
  gridId: string;
  row: VisibleRow;
  /** Among the rows shown, from 0. */
  position: number;
  depth: number;
  /** Null for a row without children. */
  isFolded: boolean | null;
  isTree: boolean;
  columns: readonly VisibleColumn[];
  layout: ColumnLayout;
  /** Columns in sight, the frozen one first; the same array while nothing scrolls sideways. */
  shown: readonly number[];
  textOf: TextOf;
  /** Null for rows outside the selection. */
  range: Range | null;
  /** -1 in all rows but one. */
  activeColumn: number;
  highlight: ReadonlySet<string> | undefined;
  needle: string;
}

export function cellId(gridId: string, rowId: string, columnId: string): string {
  return `${gridId}-${rowId}-${columnId}`;
}

function Row(props: GridRowProps) {
  const { gridId, row, position, depth, isFolded, columns, layout, activeColumn, highlight } = props;
  // The active cell is always there: `aria-activedescendant` must name an element that exists.
  const shown =
    activeColumn >= 0 && !props.shown.includes(activeColumn)
      ? [...props.shown, activeColumn].sort((a, b) => a - b)
      : props.shown;
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-level={props.isTree ? depth + 1 : undefined}
      aria-expanded={isFolded === null ? undefined : !isFolded}
      className="absolute left-0 flex [contain:size_layout_style] bg-surface outline-none hover:bg-ground"
      style={{ top: HEADER_HEIGHT + position * ROW_HEIGHT, height: ROW_HEIGHT, width: layout.total }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        className="sticky left-0 z-10 flex flex-none items-center justify-end border-r border-b border-line bg-sunken pr-[7px] text-xs font-normal text-ink-3"
        style={{ width: GUTTER_WIDTH }}
      >
        {row.rowNumber}
      </div>
      {shown.map((index) => {
        const column = columns[index];
        if (!column) return null;
        return (
          <GridCell
            key={column.id}
            id={cellId(gridId, row.id, column.id)}
            column={column}
            index={index}
            cell={row.cells[column.id]}
            textOf={props.textOf}
            left={layout.lefts[index] ?? 0}
            width={layout.widths[index] ?? 0}
            isFrozen={index < layout.frozenCount}
            isActive={index === activeColumn}
            edges={edgesAt(props.range, position, index)}
            isPointedAt={
              highlight !== undefined &&
              highlight.size > 0 &&
              (highlight.has(row.id) || highlight.has(`${row.id}:${column.id}`))
            }
            needle={props.needle}
            depth={column.primary ? depth : 0}
            isFolded={column.primary ? isFolded : null}
            isParent={isFolded !== null}
          />
        );
      })}
    </div>
  );
}

export const GridRow = memo(Row);
