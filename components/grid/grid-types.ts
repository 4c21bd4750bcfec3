import type { ReactNode, Ref } from "react";
import type { RowId } from "@/lib/policy/ids";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { RowFilter } from "./filter";
import type { SortState } from "./sort";
import type { SelectionSummary } from "./summary";

/** Pixels; the design's 30 px rows under a 32 px header, beside a 44 px gutter. */
export const ROW_HEIGHT = 30;
export const HEADER_HEIGHT = 32;
export const GUTTER_WIDTH = 44;

export interface FindStatus {
  count: number;
  /** From 0; -1 before the first step. */
  current: number;
  isSearching: boolean;
}

export interface GridStatus {
  /** Place among the shown rows, from 1; null while nothing is active. */
  activeRow: number | null;
  /** Rows shown, folded and filtered ones left out. */
  rowCount: number;
  selection: SelectionSummary;
  hits: FindStatus;
}

export interface GridSelection {
  rowIds: RowId[];
  columns: VisibleColumn[];
}

export interface SheetGridHandle {
  focus(): void;
  nextHit(): void;
  previousHit(): void;
  /** Makes ready for a search, between frames. */
  readAhead(): void;
  /** 1 leaves only the top level, 2 one level below it…; null unfolds everything. */
  foldToLevel(level: number | null): void;
}

/** What the grid and the cards have in common. */
export interface SheetViewProps {
  columns: readonly VisibleColumn[];
  /** The rows loaded so far, in sheet order. */
  rows: readonly VisibleRow[];
  totalRowCount: number;
  isLoadingMore?: boolean;
  /** The sheet's name, for people who listen to the page. */
  label: string;
  /** BCP 47. */
  locale: string;
  /** IANA name; without it the viewer's own zone. */
  timeZone?: string;
  /** Words to find. Hits are marked, counted and stepped through with the handle. */
  query?: string;
  /** Rows to show; the parents of a shown row stay. Keep the same function between renders. */
  filter?: RowFilter;
  /** Leave out to let the grid keep its own order. */
  sort?: SortState | null;
  onStatus?: (status: GridStatus) => void;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  ref?: Ref<SheetGridHandle>;
}

export interface SheetGridProps extends SheetViewProps {
  onSortChange?: (sort: SortState | null) => void;
  onSelectionChange?: (selection: GridSelection | null) => void;
  /** Cells to point at, such as those just changed: `rowId:columnId`, or a `rowId` for a whole row. */
  highlight?: ReadonlySet<string>;
}
