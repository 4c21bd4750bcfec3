"use client";

import type { ApiFailure } from "./fetch-json";
import { isWhole, type SheetLike } from "./sheet-like";
import { StaleNotice } from "./stale-notice";

interface RowsNoticeProps {
  answer: SheetLike;
  error: Error | null;
  failure: ApiFailure | null;
  isLoading: boolean;
  onRetry: () => void;
}

/** Why what stands there may be old: reading again failed, or Smartsheet did not answer the server. */
export function RowsNotice({ answer, error, failure, isLoading, onRetry }: RowsNoticeProps) {
  const shown = error ?? (answer.sheet.stale ? new Error(answer.sheet.stale.message) : null);
  if (!shown || isLoading) return null;
  return <StaleNotice error={shown} {...{ failure, isLoading, onRetry }} isPartial={!isWhole(answer)} />;
}
