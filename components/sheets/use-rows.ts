"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiFailure } from "./fetch-json";
import { forgetRows, type HeldRows, heldRows, holdRows } from "./held-rows";
import { loadRows } from "./load-rows";
import type { RowKey } from "./query-keys";
import { isWhole, type SheetLike } from "./sheet-like";

export interface RowsSource<A extends SheetLike> {
  queryKey: RowKey;
  /** `/api/v1/…`, to which `/table` is added. */
  path: string;
  /** What the page came with. */
  first: A;
}

interface State<A extends SheetLike> {
  answer: A;
  isLoading: boolean;
  /** Why the last try failed, if it did; what was there before is kept. */
  error: Error | null;
}

/** Failures that say nothing of the right to the rows. After any other none that was held may be used again. */
const KEEPS = new Set<ApiFailure["code"]>([
  "offline",
  "rate_limited",
  "internal",
  "upstream_unavailable",
  "upstream_timeout",
  "upstream_bad_answer",
  "upstream_busy",
  "sheet_changing",
  "audit_unavailable",
]);

/** All rows of one sheet or link: the page's own at once, the rest in one answer, all again on refresh. */
export function useRows<A extends SheetLike>({ queryKey, path, first }: RowsSource<A>) {
  const needsRest = !isWhole(first);
  const [state, setState] = useState<State<A>>({ answer: first, isLoading: needsRest, error: null });
  const held = useRef<HeldRows<A> | null>(
    needsRest ? null : { tag: first.sheet.tag, answer: first, byteLength: 0 },
  );
  const loading = useRef<AbortController | null>(null);
  const name = JSON.stringify(queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is a new array each time and the same by its name.
  const key = useCallback(() => queryKey, [name]);

  /** `error`: null where it is as fresh as it says, undefined where that was not asked. */
  const show = useCallback(
    (rows: HeldRows<A>, error?: null) => {
      held.current = rows;
      holdRows(key(), rows);
      setState((before) => ({ ...before, answer: rows.answer, ...(error === null ? { error } : {}) }));
    },
    [key],
  );
  const fail = useCallback(
    (error: Error) => {
      if (error instanceof ApiFailure && !KEEPS.has(error.code)) {
        held.current = null;
        forgetRows(error.code === "unauthenticated" ? undefined : key());
      }
      setState((before) => ({ ...before, error, isLoading: false }));
    },
    [key],
  );
  const load = useCallback(async () => {
    loading.current?.abort();
    const own = new AbortController();
    loading.current = own;
    setState((before) => ({ ...before, isLoading: true }));
    try {
      const known = held.current ?? heldRows<A>(key());
      const rows = await loadRows(path, known, own.signal);
      if (own.signal.aborted) return;
      // "Unchanged" is said of what was held when asked; what came live since is newer.
      const isOvertaken = rows.tag === known?.tag && (held.current?.tag ?? rows.tag) !== rows.tag;
      if (!isOvertaken) show(rows, null);
      setState((before) => ({ ...before, isLoading: false }));
    } catch (error) {
      if (!own.signal.aborted) fail(error instanceof Error ? error : new Error(String(error)));
    }
  }, [path, key, show, fail]);

  useEffect(() => {
    if (needsRest) void load();
    return () => loading.current?.abort();
  }, [needsRest, load]);

  const { answer, isLoading, error } = state;
  return {
    answer,
    isLoading,
    isLoadingMore: isLoading && !isWhole(answer),
    error,
    failure: error instanceof ApiFailure ? error : null,
    /** What is shown with its tag; null until the whole came. */
    held: useCallback(() => held.current, []),
    show,
    fail,
    refresh: useCallback(() => void load(), [load]),
  };
}
