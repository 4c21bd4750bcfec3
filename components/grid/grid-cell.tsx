// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is chosen between two that support them
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be laid out as virtual rows and pinned cells; the roles say what it is
import { type CSSProperties, memo } from "react";
import type { VisibleCell, VisibleColumn } from "@/lib/policy/sheet";
import { CellContent, isDrawn, isNumeric, isPlain } from "./cell-content";
import type { TextOf } from "./cell-text";
import { formatOf, styleOf } from "./format";
import { MarkedText } from "./marked-text";
import { EDGE } from "./selection";

export interface GridCellProps {
  id: string;
  column: VisibleColumn;
  /** Among the columns, from 0. */
  index: number;
  cell: VisibleCell | undefined;
  textOf: TextOf;
  left: number;
  width: number;
  isFrozen: boolean;
  isActive: boolean;
  /** Bits of EDGE; -1 outside the selection. */
  edges: number;
  isPointedAt: boolean;
  needle: string;
  depth: number;
  /** Null for a row without children, and in all columns but the primary one. */
  isFolded: boolean | null;
  isParent: boolean;
}

const BASE = "overflow-hidden whitespace-nowrap border-r border-b border-line px-2.5";
const PLAIN_FLOW = {
  left: "truncate leading-[29px]",
  center: "truncate leading-[29px] text-center",
  right: "truncate leading-[29px] text-right",
} as const;
const FLEX_FLOW = {
  left: "flex items-center",
  center: "flex items-center justify-center",
  right: "flex items-center justify-end",
} as const;
const INDENT = 18;
const EMPTY: CSSProperties = {};

/** Top and left are drawn inside the cell, right and bottom on the hairlines it owns. */
const LINES = Array.from({ length: 16 }, (_, edges): CSSProperties => {
  const inside = [
    edges & EDGE.top && "inset 0 1px 0 var(--accent)",
    edges & EDGE.left && "inset 1px 0 0 var(--accent)",
  ].filter(Boolean);
  const soft = "color-mix(in srgb, var(--accent) 30%, var(--line))";
  return {
    borderRightColor: edges & EDGE.right ? "var(--accent)" : soft,
    borderBottomColor: edges & EDGE.bottom ? "var(--accent)" : soft,
    boxShadow: inside.length > 0 ? inside.join(", ") : undefined,
  };
});

const SELECTED = "linear-gradient(color-mix(in srgb, var(--accent) 11%, transparent) 0 0)";
const POINTED = "linear-gradient(color-mix(in srgb, var(--warning) 14%, transparent) 0 0)";

function decoration({ isActive, edges, isPointedAt }: GridCellProps, isHit: boolean): CSSProperties {
  const style: CSSProperties = edges >= 0 && !isActive ? { ...LINES[edges] } : {};
  // A wash over the cell's own colour, so that a fill set in Smartsheet still shows.
  if (edges >= 0 && !isActive) style.backgroundImage = SELECTED;
  else if (isPointedAt || isHit) style.backgroundImage = POINTED;
  if (isActive) style.boxShadow = "inset 0 0 0 2px var(--accent)";
  return style;
}

export function FoldMark({ isFolded }: { isFolded: boolean }) {
  return (
    <span
      data-fold=""
      className="-my-1 -ml-1.5 grid h-7 w-5 flex-none cursor-pointer place-items-center text-ink-3 hover:text-ink"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 10 10"
        width="9"
        height="9"
        className={isFolded ? "-rotate-90" : ""}
      >
        <path d="M1 2.5h8L5 8Z" fill="currentColor" />
      </svg>
    </span>
  );
}

function Cell(props: GridCellProps) {
  const { id, column, index, cell, textOf, left, width, isFrozen, needle, depth, isFolded } = props;
  const text = textOf(cell, column);
  const format = formatOf(cell?.format, column.format);
  const isHit =
    needle !== "" && cell !== undefined && isDrawn(cell, column) && text.toLowerCase().includes(needle);
  const isNumber = cell !== undefined && isNumeric(cell, column);
  const align = format.align ?? (isNumber ? "right" : "left");
  const isPrimary = column.primary === true;
  // A parent's name and totals stand out; its people and tags carry their own weight.
  const weight = props.isParent && (isPrimary || isNumber) ? " font-semibold" : "";
  const indent = isPrimary && (depth > 0 || isFolded !== null);
  const plain = cell === undefined || isPlain(cell, column, text);
  const flow = (plain ? PLAIN_FLOW : FLEX_FLOW)[align];
  const place = isFrozen
    ? "relative z-10 flex-none bg-inherit narrow:sticky narrow:left-11 group-data-[scrolled]/grid:border-r-line-strong"
    : "absolute top-0 bottom-0 [contain:strict]";
  return (
    <div
      id={id}
      role={isPrimary ? "rowheader" : "gridcell"}
      aria-colindex={index + 2}
      aria-selected={props.edges >= 0}
      className={`${BASE} ${place} ${flow}${weight}`}
      style={{
        width,
        left: isFrozen ? undefined : left,
        ...(styleOf(format) ?? EMPTY),
        ...decoration(props, isHit),
        ...(indent ? { paddingLeft: 10 + depth * INDENT } : EMPTY),
      }}
    >
      {isPrimary && isFolded !== null && <FoldMark isFolded={isFolded} />}
      {cell &&
        (plain ? (
          <MarkedText text={text} needle={needle} />
        ) : (
          <CellContent cell={cell} column={column} text={text} needle={needle} />
        ))}
    </div>
  );
}

export const GridCell = memo(Cell);
