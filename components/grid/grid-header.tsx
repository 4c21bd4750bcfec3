// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active cell by aria-activedescendant
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be laid out as virtual rows and pinned cells; the roles say what it is
import { memo, type PointerEvent, useRef } from "react";
import type { VisibleColumn } from "@/lib/policy/sheet";
import { type ColumnLayout, MAX_WIDTH, MIN_WIDTH } from "./column-layout";
import { cellId } from "./grid-row";
import { GUTTER_WIDTH, HEADER_HEIGHT } from "./grid-types";
import type { SortState } from "./sort";

interface GridHeaderProps {
  gridId: string;
  columns: readonly VisibleColumn[];
  layout: ColumnLayout;
  shown: readonly number[];
  sort: SortState | null;
  activeColumn: number;
  onResize: (column: VisibleColumn, width: number | null) => void;
}

function SortMark({ direction }: { direction: SortState["direction"] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 10 10"
      width="9"
      height="9"
      className={`flex-none text-accent ${direction === "descending" ? "rotate-180" : ""}`}
    >
      <path
        d="M5 1v8M1.8 4.2L5 1l3.2 3.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  );
}

interface HandleProps {
  column: VisibleColumn;
  width: number;
  onResize: GridHeaderProps["onResize"];
}

function ResizeHandle({ column, width, onResize }: HandleProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.title}`}
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      // Out of the tab order, or 400 columns would be 400 stops: Alt and an arrow in the header does the same.
      tabIndex={-1}
      className="absolute top-0 right-0 bottom-0 w-2 cursor-col-resize touch-none outline-none after:absolute after:top-1.5 after:right-0 after:bottom-1.5 after:w-0.5 after:rounded-full hover:after:bg-accent focus-visible:after:bg-accent active:after:bg-accent"
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (start.current) onResize(column, start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        onResize(column, null);
      }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        event.stopPropagation();
        onResize(column, width + (event.key === "ArrowLeft" ? -16 : 16));
      }}
    />
  );
}

function Header({ gridId, columns, layout, shown, sort, activeColumn, onResize }: GridHeaderProps) {
  const drawn =
    activeColumn >= 0 && !shown.includes(activeColumn)
      ? [...shown, activeColumn].sort((a, b) => a - b)
      : shown;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-20 flex bg-sunken text-s font-strong text-ink-2 outline-none"
      style={{ height: HEADER_HEIGHT, width: layout.total }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className="sticky left-0 z-10 flex-none border-r border-b border-line bg-sunken"
        style={{ width: GUTTER_WIDTH }}
      >
        <span className="sr-only">Row</span>
      </div>
      {drawn.map((index) => {
        const column = columns[index];
        if (!column) return null;
        const isFrozen = index < layout.frozenCount;
        const width = layout.widths[index] ?? 0;
        const direction = sort?.columnId === column.id ? sort.direction : undefined;
        return (
          <div
            key={column.id}
            id={cellId(gridId, "head", column.id)}
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={direction ?? "none"}
            title={column.title}
            className={`flex cursor-pointer items-center gap-1.5 overflow-hidden border-r border-b border-line bg-sunken px-2.5 hover:text-ink ${
              isFrozen
                ? "relative z-10 flex-none narrow:sticky narrow:left-11 group-data-[scrolled]/grid:border-r-line-strong"
                : "absolute top-0 bottom-0"
            }`}
            style={{
              width,
              left: isFrozen ? undefined : layout.lefts[index],
              boxShadow: index === activeColumn ? "inset 0 0 0 2px var(--accent)" : undefined,
            }}
          >
            <span className="truncate">{column.title}</span>
            {direction && <SortMark direction={direction} />}
            <ResizeHandle column={column} width={width} onResize={onResize} />
          </div>
        );
      })}
    </div>
  );
}

export const GridHeader = memo(Header);
