import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

interface Column {
  isNumeric?: boolean;
  /** Leaves the column out below this width. */
  hiddenBelow?: "narrow" | "wide";
}

const hidden = { narrow: "max-narrow:hidden", wide: "max-wide:hidden" };

function columnClass({ isNumeric, hiddenBelow }: Column): string {
  return cx(
    "px-3 first:pl-6 last:pr-6 max-narrow:first:pl-4 max-narrow:last:pr-4",
    isNumeric ? "text-right tabular-nums" : "text-left",
    hiddenBelow && hidden[hiddenBelow],
  );
}

/** A list that fills the page's width; `label` names it for screen readers. */
export function Table({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    // Relative, or words for screen readers in columns out of sight would widen the page.
    <div className="relative min-w-0 overflow-x-auto">
      <table aria-label={label} className={cx("w-full border-collapse", className)}>
        {children}
      </table>
    </div>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead>
      <tr>{children}</tr>
    </thead>
  );
}

export function HeaderCell({
  isNumeric,
  hiddenBelow,
  className,
  children,
  ...cell
}: Column & ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...cell}
      className={cx(
        columnClass({ isNumeric, hiddenBelow }),
        "h-[33px] border-b border-line text-s font-medium whitespace-nowrap text-ink-3",
        className,
      )}
    >
      {children}
    </th>
  );
}

export type SortDirection = "ascending" | "descending" | "none";

interface SortHeaderProps extends Column {
  label: string;
  direction: SortDirection;
  /** Where sorting is part of the address. */
  href?: string;
  onSort?: () => void;
}

/** A header one can sort by: `aria-sort` on the cell, the press on what stands inside. */
export function SortHeader({ label, direction, href, onSort, ...column }: SortHeaderProps) {
  const Mark = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
  const inner = (
    <>
      {label}
      <Mark
        aria-hidden="true"
        className={cx(
          "size-3",
          direction === "none" &&
            "opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100",
        )}
      />
    </>
  );
  const classes = cx(
    "group/sort inline-flex align-middle items-center gap-1 rounded-small no-underline enabled-hover:text-ink",
    direction !== "none" && "text-ink",
    column.isNumeric && "flex-row-reverse",
  );
  return (
    <HeaderCell {...column} aria-sort={direction}>
      {href ? (
        <Link href={href} prefetch={false} scroll={false} className={classes}>
          {inner}
        </Link>
      ) : (
        <button type="button" onClick={onSort} className={classes}>
          {inner}
        </button>
      )}
    </HeaderCell>
  );
}

/** 43 px high; it lights up under the pointer, as the whole row opens its RowLink. */
export function TableRow({ className, children, ...row }: ComponentProps<"tr">) {
  return (
    <tr
      {...row}
      className={cx(
        "relative h-[43px] hover:bg-hover has-[a[data-row-link]:focus-visible]:bg-hover",
        className,
      )}
    >
      {children}
    </tr>
  );
}

export function Cell({
  isNumeric,
  hiddenBelow,
  isQuiet,
  className,
  children,
  ...cell
}: Column & ComponentProps<"td"> & { isQuiet?: boolean }) {
  return (
    <td
      {...cell}
      className={cx(
        columnClass({ isNumeric, hiddenBelow }),
        "border-b border-line py-1.5 align-middle",
        isQuiet && "text-ink-3",
        className,
      )}
    >
      {children}
    </td>
  );
}

/** The row's name and its way in. Its press reaches over the whole row; put other controls in `RowActions`. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-row-link=""
      className="rounded-small font-strong text-ink no-underline after:absolute after:inset-0"
    >
      {children}
    </Link>
  );
}

/** Controls that stay pressable on top of a RowLink. */
export function RowActions({ children }: { children: ReactNode }) {
  return (
    <span data-print="no" className="relative z-1 inline-flex items-center justify-end gap-1">
      {children}
    </span>
  );
}
