import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface ErrorStateProps {
  /** What did not happen: "The sheet did not open". */
  title: string;
  /** Why, in the person's words. */
  why?: ReactNode;
  /** What they can do now. */
  whatNow?: ReactNode;
  action?: ReactNode;
  requestId?: string;
}

export function ErrorState({ title, why, whatNow, action, requestId }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-1.5 px-6 py-16 text-center">
      <span
        className="mb-2 grid size-10 place-items-center rounded-panel bg-danger-soft text-danger"
        aria-hidden="true"
      >
        <CircleAlert className="size-5" />
      </span>
      <h2 className="text-l font-semibold text-balance">{title}</h2>
      {why ? <p className="text-pretty text-ink-2">{why}</p> : null}
      {whatNow ? <p className="text-pretty text-ink-2">{whatNow}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {requestId ? (
        <p className="mt-3 text-xs text-ink-3">
          Request <span className="font-mono select-all">{requestId}</span>
        </p>
      ) : null}
    </div>
  );
}
