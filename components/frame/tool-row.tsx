import type { ReactNode } from "react";

interface ToolRowProps {
  label?: string;
  /** Views and filters. */
  children: ReactNode;
  /** Pushed to the right: sort, group, find. */
  end?: ReactNode;
}

/** Under the head: how the data is looked at. It wraps; on a phone it is one line to push aside, so the data keeps its room. */
export function ToolRow({ label = "View", children, end }: ToolRowProps) {
  return (
    <section
      aria-label={label}
      data-print="no"
      // Relative, or what is hidden in fields out of sight would widen the page.
      className="relative flex flex-none flex-wrap items-center gap-2 border-y border-line bg-surface px-6 py-2 max-narrow:flex-nowrap max-narrow:overflow-x-auto max-narrow:px-4 max-narrow:[scrollbar-width:none]"
    >
      <div className="flex min-w-0 flex-wrap items-center gap-2 max-narrow:flex-none max-narrow:flex-nowrap">
        {children}
      </div>
      {end ? (
        <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2 max-narrow:ml-0 max-narrow:flex-none max-narrow:flex-nowrap">
          {end}
        </div>
      ) : null}
    </section>
  );
}
