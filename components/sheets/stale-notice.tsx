"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ApiFailure } from "./fetch-json";

interface StaleNoticeProps {
  error: Error;
  failure: ApiFailure | null;
  isPartial: boolean;
  isLoading: boolean;
  onRetry: () => void;
}

/** Reading again did not work: what stands there is what was there before. */
export function StaleNotice({ error, failure, isPartial, isLoading, onRetry }: StaleNoticeProps) {
  return (
    <Notice
      tone="warning"
      shape="bar"
      role="status"
      action={
        <Button size="s" isBusy={isLoading} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {isPartial ? "Not all rows have come." : "You see the rows as they were before."} {error.message}
      {failure?.requestId ? (
        <span className="text-ink-2">
          {" "}
          Request <span className="font-mono select-all">{failure.requestId}</span>
        </span>
      ) : null}
    </Notice>
  );
}
