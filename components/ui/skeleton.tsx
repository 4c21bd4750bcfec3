import type { ReactNode } from "react";
import { cx } from "./class-names";

/** One grey bar; the width is a class so that it can follow the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cx("block h-2.5 rounded-small bg-line", className)} />;
}

function Waiting({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="animate-breathe">
        {children}
      </div>
    </div>
  );
}

const nameWidths = ["w-28", "w-36", "w-44", "w-24", "w-40", "w-32"];
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The shape of a list with 43 px rows. */
export function SkeletonList({ rows = 8, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <Waiting label={label}>
      <div className="flex h-[33px] items-center gap-6 border-b border-line px-6 max-narrow:px-4">
        <Skeleton className="h-2 w-12" />
      </div>
      {rowsOf(rows).map((row) => (
        <div key={row} className="flex h-[43px] items-center gap-6 border-b border-line px-6 max-narrow:px-4">
          <span className="w-1/4 max-narrow:w-1/2">
            <Skeleton className={nameWidths[row % nameWidths.length]} />
          </span>
          <Skeleton className={cx("h-4 rounded-full", row % 3 === 0 ? "w-44" : "w-24")} />
          <span className="flex-1" />
          <Skeleton className="w-16 max-narrow:hidden" />
          <Skeleton className="w-24 max-wide:hidden" />
        </div>
      ))}
    </Waiting>
  );
}

const columnWidths = ["w-11", "w-[300px]", "w-[170px]", "w-[120px]", "w-[130px]", "w-[110px]", "flex-1"];

/** The shape of a sheet: a sunken head, then rows of 30 px. */
export function SkeletonGrid({ rows = 18, label = "Loading the sheet" }: { rows?: number; label?: string }) {
  return (
    <Waiting label={label} className="min-h-0 flex-1 overflow-hidden bg-surface">
      <div className="h-8 border-b border-line bg-sunken" />
      {rowsOf(rows).map((row) => (
        <div key={row} className="flex h-[30px] border-b border-line">
          {columnWidths.map((width, column) => (
            <span
              key={width}
              className={cx(
                "flex flex-none items-center border-r border-line px-2.5 last:flex-1",
                width,
                column === 0 && "bg-sunken",
              )}
            >
              <Skeleton className={column === 0 ? "w-3" : nameWidths[(row + column) % nameWidths.length]} />
            </span>
          ))}
        </div>
      ))}
    </Waiting>
  );
}

/** The shape of a form: labels over fields. */
export function SkeletonForm({ fields = 4, label = "Loading" }: { fields?: number; label?: string }) {
  return (
    <Waiting label={label} className="max-w-[520px]">
      {rowsOf(fields).map((field) => (
        <div key={field} className="mb-5">
          <Skeleton className={cx("mb-2.5", nameWidths[field % nameWidths.length])} />
          <span className="block h-[30px] rounded-control border border-line bg-surface" />
        </div>
      ))}
    </Waiting>
  );
}
