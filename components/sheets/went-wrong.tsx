"use client";

import { buttonClass } from "@/components/ui/button-class";
import { ErrorState } from "@/components/ui/error-state";

interface WentWrongProps {
  /** The number under which the server's log knows it. */
  digest: string | undefined;
  onRetry: () => void;
}

/** Stands by on every page, so it takes no more script than it must. */
export function WentWrong({ digest, onRetry }: WentWrongProps) {
  return (
    <ErrorState
      title="Something went wrong on our side"
      why="The page could not be shown. Nothing was changed."
      whatNow="Try again. If it stays, tell your administrator the number below."
      requestId={digest}
      action={
        <>
          <button type="button" onClick={onRetry} className={buttonClass("primary", "m")}>
            Try again
          </button>
          {/* A plain link: it loads everything anew, which is what helps here. */}
          <a href="/sheets" className={buttonClass("default", "m")}>
            Your sheets
          </a>
        </>
      }
    />
  );
}
