import type { ReactNode } from "react";

interface PageHeadProps {
  title: ReactNode;
  /** Above the title: a way back. */
  back?: ReactNode;
  badge?: ReactNode;
  /** Quiet words after the title: "48 you can read", "until 31 Dec". */
  text?: ReactNode;
  /** At the right; one of them primary. */
  actions?: ReactNode;
}

export function PageHead({ title, back, badge, text, actions }: PageHeadProps) {
  return (
    <header className="flex flex-none flex-wrap items-center gap-x-3 gap-y-2 px-6 pt-4 pb-3 max-narrow:px-4">
      {back ? <div className="w-full text-s text-ink-3">{back}</div> : null}
      <div className="flex min-h-[30px] min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        {badge}
        {text ? <div className="text-ink-3 tabular-nums">{text}</div> : null}
      </div>
      {actions ? (
        <div
          data-print="no"
          className="ml-auto flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2 max-narrow:ml-0 max-narrow:w-full"
        >
          {actions}
        </div>
      ) : null}
    </header>
  );
}
