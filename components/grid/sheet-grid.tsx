// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is chosen between two that support them
// biome-ignore-all lint/a11y/noStaticElementInteractions: as above, grid or treegrid
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be laid out as virtual rows and pinned cells; the roles say what it is
"use client";

import {
  type ClipboardEvent,
  memo,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { VisibleColumn } from "@/lib/policy/sheet";
import { copyRange } from "./clipboard";
import { clampWidth, layoutColumns } from "./column-layout";
import type { Hit } from "./find";
import { GridHeader } from "./grid-header";
import { cellId, GridRow } from "./grid-row";
import { HEADER_HEIGHT, ROW_HEIGHT, type SheetGridProps } from "./grid-types";
import { HEADER_ROW } from "./selection";
import { nextSort, type SortState } from "./sort";
import { StatusReporter } from "./status-reporter";
import { useFind } from "./use-find";
import { useGridKeyboard } from "./use-grid-keyboard";
import { useGridModel } from "./use-grid-model";
import { useGridPointer } from "./use-grid-pointer";
import { useSelection } from "./use-selection";
import { revealCell, useWindows } from "./use-windows";

/**
 * A sheet to read: rows and columns drawn only where they can be seen, one tab stop, arrow keys inside.
 * Sorts, finds, counts and copies nothing but its props (I13). Fills its parent, which must have a height.
 */
function Grid(props: SheetGridProps) {
  const { columns, rows, label, locale, highlight, totalRowCount, isLoadingMore = false } = props;
  const { onSortChange, onSelectionChange, onStatus } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [ownSort, setOwnSort] = useState<SortState | null>(null);
  const sort = props.sort === undefined ? ownSort : props.sort;
  const model = useGridModel({ columns, rows, locale, timeZone: props.timeZone, sort, filter: props.filter });
  const { order, tree, positions, folded, cellText, setFoldedAt } = model;
  const selection = useSelection({ columns, rows, order, positions, tree });
  const { active, range } = selection;

  const [chosenWidths, setChosenWidths] = useState<ReadonlyMap<string, number>>(new Map());
  const natural = useMemo(() => layoutColumns(columns, chosenWidths, 0), [columns, chosenWidths]);
  const windows = useWindows({
    scroller,
    rowCount: order.length,
    activeRow: active?.row ?? -1,
    widths: natural.widths,
    frozenCount: natural.frozenCount,
  });
  const layout = useMemo(
    () => layoutColumns(columns, chosenWidths, windows.viewWidth),
    [columns, chosenWidths, windows.viewWidth],
  );

  const onResize = useCallback((column: VisibleColumn, width: number | null) => {
    setChosenWidths((before) => {
      const after = new Map(before);
      if (width === null) after.delete(column.id);
      else after.set(column.id, clampWidth(width));
      return after;
    });
  }, []);

  const isFoldedAt = (row: number): boolean | null => {
    const place = order[row] ?? -1;
    const id = rows[place]?.id;
    return id && tree.children.has(place) ? folded.has(id) : null;
  };
  const onFold = (row: number, isFolded = !isFoldedAt(row)) => setFoldedAt(order[row] ?? -1, isFolded);
  const onSort = (index: number) => {
    const column = columns[index];
    if (!column) return;
    const next = nextSort(sort, column.id);
    setOwnSort(next);
    onSortChange?.(next);
  };

  // A hit may lie under a fold: it is unfolded now and chosen once its row has a position.
  const [reaching, setReaching] = useState<Hit | null>(null);
  const find = useFind({
    query: props.query,
    rows,
    order: model.full,
    columns,
    textOf: cellText.textOf,
    onReach: (hit) => {
      model.unfoldAbove(hit.place);
      setReaching(hit);
    },
  });
  useEffect(() => {
    if (!reaching) return;
    const row = positions[reaching.place] ?? -1;
    if (row < 0) return;
    selection.select({ row, column: reaching.column });
    setReaching(null);
  }, [reaching, positions, selection]);

  const activeKey = active ? `${active.row}:${active.column}` : "";
  const revealed = useRef("");
  useLayoutEffect(() => {
    if (!active || !scroller.current || revealed.current === activeKey) return;
    revealed.current = activeKey;
    revealCell(scroller.current, active, layout);
  }, [active, activeKey, layout]);

  const selectedRows = useRef(onSelectionChange);
  useEffect(() => {
    selectedRows.current = onSelectionChange;
  });
  useEffect(() => {
    if (!selectedRows.current) return;
    selectedRows.current(
      range && {
        rowIds: order.slice(range.top, range.bottom + 1).flatMap((place) => rows[place]?.id ?? []),
        columns: columns.slice(range.left, range.right + 1),
      },
    );
  }, [range, order, rows, columns]);

  const activeRowId = active && (active.row === HEADER_ROW ? "head" : rows[order[active.row] ?? -1]?.id);
  const activeColumnId = active && columns[active.column]?.id;
  const activeId = activeRowId && activeColumnId ? cellId(gridId, activeRowId, activeColumnId) : undefined;

  useImperativeHandle(props.ref, () => ({
    focus: () => scroller.current?.focus(),
    nextHit: () => find.step(1),
    previousHit: () => find.step(-1),
    readAhead: find.readAhead,
    foldToLevel: model.foldTo,
  }));

  const onKeyDown = useGridKeyboard({
    model,
    selection,
    columns,
    isFoldedAt,
    onFold,
    onSort,
    onResizeBy: (index, by) => {
      const column = columns[index];
      if (column) onResize(column, (layout.widths[index] ?? 0) + by);
    },
    activeElement: () => (activeId ? document.getElementById(activeId) : null),
  });
  const pointer = useGridPointer({ selection, columnCount: columns.length, onSort, onFold });

  const onCopy = (event: ClipboardEvent) => {
    if (!range) return;
    event.preventDefault();
    const copied = copyRange({ rows, order, columns, range, textOf: cellText.textOf });
    event.clipboardData.setData("text/plain", copied.text);
    event.clipboardData.setData("text/html", copied.html);
  };

  const isTree = tree.children.size > 0;
  const notLoaded = Math.max(0, totalRowCount - rows.length);
  const bodyHeight = HEADER_HEIGHT + order.length * ROW_HEIGHT + (isLoadingMore ? ROW_HEIGHT : 0);
  const isEmpty = order.length === 0 && !isLoadingMore;
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        ref={scroller}
        role={isTree ? "treegrid" : "grid"}
        aria-label={label}
        aria-readonly
        aria-multiselectable
        aria-rowcount={order.length + notLoaded + 1}
        aria-colcount={columns.length + 1}
        aria-busy={isLoadingMore}
        aria-activedescendant={activeId}
        tabIndex={0}
        className="group/grid min-h-0 flex-1 cursor-default overflow-auto overscroll-contain bg-surface text-m text-ink tabular-nums outline-none select-none"
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onScroll={(event) => {
          event.currentTarget.toggleAttribute("data-scrolled", event.currentTarget.scrollLeft > 0);
          pointer.forgetTooltip();
        }}
        onFocus={(event) => {
          const isByKey = event.target === scroller.current && scroller.current.matches(":focus-visible");
          if (!active && isByKey) selection.select({ row: order.length > 0 ? 0 : HEADER_ROW, column: 0 });
        }}
        {...pointer.handlers}
      >
        <div role="presentation" className="relative" style={{ height: bodyHeight, width: layout.total }}>
          <div role="rowgroup" className="contents">
            <GridHeader
              gridId={gridId}
              columns={columns}
              layout={layout}
              shown={windows.shownColumns}
              sort={sort}
              activeColumn={active?.row === HEADER_ROW ? active.column : -1}
              onResize={onResize}
            />
          </div>
          <div role="rowgroup" className="contents">
            {windows.shownRows.map((position) => {
              const place = order[position] ?? -1;
              const row = rows[place];
              if (!row) return null;
              return (
                <GridRow
                  key={windows.slotOf(position)}
                  gridId={gridId}
                  row={row}
                  position={position}
                  depth={tree.depth[place] ?? 0}
                  isFolded={isFoldedAt(position)}
                  isTree={isTree}
                  columns={columns}
                  layout={layout}
                  shown={windows.shownColumns}
                  textOf={cellText.textOf}
                  range={range && position >= range.top && position <= range.bottom ? range : null}
                  activeColumn={active?.row === position ? active.column : -1}
                  highlight={highlight}
                  needle={find.needle}
                />
              );
            })}
          </div>
          {isLoadingMore && (
            <div
              aria-hidden="true"
              className="absolute bottom-0 left-0 flex items-center pl-[54px] text-s text-ink-3"
              style={{ height: ROW_HEIGHT }}
            >
              Loading more rows
            </div>
          )}
        </div>
      </div>
      {isEmpty && (
        <div className="pointer-events-none absolute inset-x-0 top-8 grid place-items-center px-6 py-16 text-ink-2">
          <div className="pointer-events-auto">{props.empty ?? "No rows"}</div>
        </div>
      )}
      <div role="status" className="sr-only">
        {find.needle !== "" && !find.status.isSearching && `${find.status.count} found`}
      </div>
      {onStatus && (
        <StatusReporter
          rows={rows}
          order={order}
          columns={columns}
          active={active}
          range={range}
          hits={find.status}
          onStatus={onStatus}
        />
      )}
    </div>
  );
}

export const SheetGrid = memo(Grid);
