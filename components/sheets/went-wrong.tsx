"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

interface WentWrongProps {
  /** The number under which the server's log knows it. */
  digest: string | undefined;
  onRetry: () => void;
}

export function WentWrong({ digest, onRetry }: WentWrongProps) {
  return (
    <ErrorState
      title="Something went wrong on our side"
      why="The page could not be shown. Nothing was changed."
      whatNow="Try again. If it stays, tell your administrator the number below."
      requestId={digest}
      action={
        <>
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          <ButtonLink href="/sheets">Your sheets</ButtonLink>
        </>
      }
    />
  );
}
