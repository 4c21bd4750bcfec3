"use client";

import { type ReactNode, useMemo, useRef, useState } from "react";
import { CardList } from "@/components/grid/card-list";
import { GridFoot } from "@/components/grid/grid-foot";
import type { GridStatus, SheetGridHandle } from "@/components/grid/grid-types";
import { SheetGrid } from "@/components/grid/sheet-grid";
import type { SortState } from "@/components/grid/sort";
import { treeOf } from "@/components/grid/tree";
import { Spinner } from "@/components/ui/spinner";
import { FindField } from "./find-field";
import type { SheetLike } from "./sheet-like";
import { SheetTools } from "./sheet-tools";
import { useIsNarrow } from "./use-is-narrow";

interface SheetBodyProps {
  answer: SheetLike;
  isLoadingMore: boolean;
  /** BCP 47. */
  locale: string;
  /** Cells to point at: `rowId:columnId`, or a `rowId`. */
  highlight?: ReadonlySet<string>;
  /** Bars between the tools and the data. */
  notices?: ReactNode;
}

/** Tools, data and foot: the same for a sheet and for a share link. */
export function SheetBody({ answer, isLoadingMore, locale, highlight, notices }: SheetBodyProps) {
  const { sheet, columns, rows } = answer;
  const [query, setQuery] = useState("");
  const [sort, setSort] = useState<SortState | null>(null);
  const [status, setStatus] = useState<GridStatus | null>(null);
  const grid = useRef<SheetGridHandle>(null);
  const isNarrow = useIsNarrow();
  const depth = useMemo(() => treeOf(rows).maxDepth, [rows]);
  const view = {
    ref: grid,
    columns,
    rows,
    totalRowCount: sheet.totalRowCount,
    isLoadingMore,
    label: sheet.name,
    locale,
    query,
    sort,
    onStatus: setStatus,
    empty: "No rows are open to you right now",
  };
  return (
    <>
      <SheetTools
        columns={columns}
        sort={sort}
        onSortChange={setSort}
        depth={isNarrow ? 0 : depth}
        onFold={(level) => grid.current?.foldToLevel(level)}
        find={
          <FindField
            query={query}
            onQueryChange={setQuery}
            hits={status?.hits}
            onStep={(by) => (by === 1 ? grid.current?.nextHit() : grid.current?.previousHit())}
            onReach={() => grid.current?.readAhead()}
            locale={locale}
          />
        }
      />
      {notices}
      {isNarrow ? (
        <CardList {...view} />
      ) : (
        <SheetGrid {...view} highlight={highlight} onSortChange={setSort} />
      )}
      <GridFoot
        status={status}
        totalRowCount={sheet.totalRowCount}
        loadedRowCount={rows.length}
        locale={locale}
      >
        {isLoadingMore ? (
          <span className="flex items-center gap-1.5" role="status">
            <Spinner size="s" /> Loading the rest
          </span>
        ) : null}
      </GridFoot>
    </>
  );
}
