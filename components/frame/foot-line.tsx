import type { ReactNode } from "react";

interface FootLineProps {
  /** Counts and sums: "41 rows", "3 selected · sum € 162,000". */
  children: ReactNode;
  end?: ReactNode;
}

export function FootLine({ children, end }: FootLineProps) {
  return (
    <footer className="mt-auto flex min-h-[30px] flex-none items-center gap-4 border-t border-line bg-ground px-6 py-1.5 text-s text-ink-3 tabular-nums max-narrow:px-4">
      <div className="flex min-w-0 items-center gap-4 overflow-hidden whitespace-nowrap">{children}</div>
      {end ? <div className="ml-auto flex flex-none items-center gap-4 whitespace-nowrap">{end}</div> : null}
    </footer>
  );
}
