import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  /** The next step: every dead end has a door. */
  action?: ReactNode;
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-1.5 px-6 py-16 text-center">
      {icon ? (
        <span
          className="mb-2 grid size-10 place-items-center rounded-panel border border-line bg-surface text-ink-3 [&_svg]:size-5"
          aria-hidden="true"
        >
          {icon}
        </span>
      ) : null}
      <h2 className="text-l font-semibold text-balance">{title}</h2>
      {text ? <p className="text-pretty text-ink-2">{text}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
