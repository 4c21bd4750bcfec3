// biome-ignore-all lint/a11y/useSemanticElements: cards are placed by script, which list elements allow but their markers do not
"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useImperativeHandle, useRef, useState } from "react";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import { CellContent, isDrawn } from "./cell-content";
import type { TextOf } from "./cell-text";
import { formatOf, styleOf } from "./format";
import type { SheetViewProps } from "./grid-types";
import { MarkedText } from "./marked-text";
import { StatusReporter } from "./status-reporter";
import { ancestorsOf } from "./tree";
import { useFind } from "./use-find";
import { useGridModel } from "./use-grid-model";

const FIRST_FIELDS = 6;

interface CardProps {
  row: VisibleRow;
  columns: readonly VisibleColumn[];
  heading: VisibleColumn | undefined;
  /** Headings of the rows above it in the tree, the outermost first. */
  path: string;
  isParent: boolean;
  textOf: TextOf;
  needle: string;
}

function Card({ row, columns, heading, path, isParent, textOf, needle }: CardProps) {
  const title = heading ? textOf(row.cells[heading.id], heading) : "";
  const [isWhole, setIsWhole] = useState(false);
  const filled = columns.filter((column) => column !== heading && row.cells[column.id] !== undefined);
  const holdsHit = (column: VisibleColumn) =>
    needle !== "" && textOf(row.cells[column.id], column).toLowerCase().includes(needle);
  // What was looked for is shown even where the card is cut short.
  const shown = isWhole ? filled : filled.filter((column, at) => at < FIRST_FIELDS || holdsHit(column));
  const more = filled.length - shown.length;
  return (
    <>
      <div className="flex items-baseline gap-3">
        <h3 className={`min-w-0 flex-1 text-l break-words ${isParent ? "font-bold" : "font-semibold"}`}>
          {path !== "" && <span className="block truncate text-s font-normal text-ink-3">{path}</span>}
          <MarkedText text={title === "" ? `Row ${row.rowNumber}` : title} needle={needle} />
        </h3>
        <span className="flex-none text-xs text-ink-3">{row.rowNumber}</span>
      </div>
      {filled.length > 0 && (
        <dl className="mt-2 grid grid-cols-[minmax(84px,32%)_1fr] gap-x-3 gap-y-1.5">
          {shown.map((column) => {
            const cell = row.cells[column.id];
            if (!cell) return null;
            const text = textOf(cell, column);
            const isHit = isDrawn(cell, column) && holdsHit(column);
            return (
              <div key={column.id} className="contents">
                <dt className="truncate text-ink-3">{column.title}</dt>
                <dd
                  className={`flex min-w-0 items-center justify-self-start rounded-small ${isHit ? "bg-warning-soft" : ""}`}
                  style={styleOf(formatOf(cell.format, column.format)) ?? undefined}
                >
                  <CellContent cell={cell} column={column} text={text} needle={needle} />
                </dd>
              </div>
            );
          })}
        </dl>
      )}
      {more > 0 && (
        <button
          type="button"
          className="mt-1.5 -ml-2 rounded-control px-2 py-1 text-s font-medium text-accent focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
          onClick={() => setIsWhole(true)}
        >
          Show {more} more
        </button>
      )}
    </>
  );
}

const MemoCard = memo(Card);

/** The sheet for a narrow screen: a card for each row, its primary column as the heading. Fills its parent. */
export function CardList(props: SheetViewProps) {
  const { columns, rows, label, locale, isLoadingMore = false, totalRowCount, onStatus } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const sort = props.sort ?? null;
  const { full, tree, positions, cellText } = useGridModel({
    columns,
    rows,
    locale,
    timeZone: props.timeZone,
    sort,
    filter: props.filter,
  });
  const { textOf } = cellText;
  const heading = columns.find((column) => column.primary) ?? columns[0];
  const cards = useVirtualizer({
    count: full.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 60 + Math.min(columns.length, 8) * 24,
    getItemKey: (at) => rows[full[at] ?? -1]?.id ?? at,
    overscan: 3,
    initialRect: { width: 390, height: 800 },
    useFlushSync: false,
  });
  const find = useFind({
    query: props.query,
    rows,
    order: full,
    columns,
    textOf,
    onReach: (hit) => {
      const at = positions[hit.place] ?? -1;
      if (at >= 0) cards.scrollToIndex(at, { align: "start" });
    },
  });
  useImperativeHandle(props.ref, () => ({
    focus: () => scroller.current?.focus(),
    nextHit: () => find.step(1),
    previousHit: () => find.step(-1),
    readAhead: find.readAhead,
    // Cards are not nested, so there is nothing to fold.
    foldToLevel: () => {},
  }));
  const pathOf = (place: number) =>
    heading
      ? ancestorsOf(tree, place)
          .reverse()
          .map((at) => textOf(rows[at]?.cells[heading.id], heading))
          .filter(Boolean)
          .join(" › ")
      : "";

  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="list"
        aria-label={label}
        aria-busy={isLoadingMore}
        className="min-h-0 flex-1 overflow-auto overscroll-contain bg-ground text-m tabular-nums focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent"
      >
        <div
          role="presentation"
          className="relative"
          style={{ height: cards.getTotalSize() + (isLoadingMore ? 40 : 0) }}
        >
          {cards.getVirtualItems().map((item) => {
            const place = full[item.index] ?? -1;
            const row = rows[place];
            if (!row) return null;
            return (
              <div
                key={item.key}
                ref={cards.measureElement}
                data-index={item.index}
                role="listitem"
                aria-setsize={totalRowCount}
                aria-posinset={item.index + 1}
                className="absolute top-0 left-0 w-full border-b border-line bg-surface px-4 py-3"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <MemoCard
                  row={row}
                  columns={columns}
                  heading={heading}
                  path={pathOf(place)}
                  isParent={tree.children.has(place)}
                  textOf={textOf}
                  needle={find.needle}
                />
              </div>
            );
          })}
          {isLoadingMore && (
            <div
              aria-hidden="true"
              className="absolute bottom-0 grid h-10 w-full place-items-center text-s text-ink-3"
            >
              Loading more rows
            </div>
          )}
        </div>
      </div>
      {full.length === 0 && !isLoadingMore && (
        <div className="absolute inset-0 grid place-items-center px-6 text-ink-2">
          {props.empty ?? "No rows"}
        </div>
      )}
      <div role="status" className="sr-only">
        {find.needle !== "" && !find.status.isSearching && `${find.status.count} found`}
      </div>
      {onStatus && (
        <StatusReporter
          rows={rows}
          order={full}
          columns={columns}
          active={null}
          range={null}
          hits={find.status}
          onStatus={onStatus}
        />
      )}
    </div>
  );
}
