"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiFailure, fetchJson } from "./fetch-json";
import type { RowKey } from "./query-keys";
import { isWhole, loadWhole, type SheetLike } from "./whole-sheet";

/** An answer this old is asked for again when its page is come back to. */
const FRESH_MS = 60_000;
/** Codes a second try may cure. */
const PASSING = new Set([
  "offline",
  "rate_limited",
  "upstream_busy",
  "upstream_unavailable",
  "upstream_timeout",
]);
const TRIES = 2;

export interface RowsSource<A extends SheetLike> {
  queryKey: RowKey;
  /** `/api/v1/…`, without its query. */
  path: string;
  /** What the page came with. */
  first: A;
  /** The first rows are kept and the rest asked for behind them, where asking for page 1 counts as opening. */
  keepsFirst?: boolean;
}

const waitOf = (error: Error) =>
  error instanceof ApiFailure && error.retryAfterSeconds !== undefined
    ? error.retryAfterSeconds * 1000
    : 1500;

/** All rows of one sheet or link: the page's own at once, the rest page by page, everything again on refresh. */
export function useRows<A extends SheetLike>({ queryKey, path, first, keepsFirst = false }: RowsSource<A>) {
  const query = useQuery<A, Error>({
    queryKey,
    initialData: first,
    initialDataUpdatedAt: Date.parse(first.sheet.fetchedAt),
    // What is not whole yet is stale at once: that is what brings the rest.
    staleTime: ({ state }) => (state.data && isWhole(state.data) ? FRESH_MS : 0),
    gcTime: 0,
    // Comparing twenty thousand rows deeply costs more than drawing the few in sight.
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (count, error) => count < TRIES && error instanceof ApiFailure && PASSING.has(error.code),
    retryDelay: (_count, error) => waitOf(error),
    queryFn: ({ client, signal }) => {
      const known = client.getQueryData<A>(queryKey);
      const isRefresh = known !== undefined && isWhole(known);
      return loadWhole<A>(
        ({ page, pageSize }) => fetchJson<A>(`${path}?page=${page}&pageSize=${pageSize}`, { signal }),
        {
          start: keepsFirst && !isRefresh ? known : undefined,
          // A refresh shows the old rows until all new ones are there; a first load shows what has come.
          onProgress: (soFar) => {
            if (!isRefresh && soFar.rows.length >= (known?.rows.length ?? 0))
              client.setQueryData(queryKey, soFar);
          },
        },
      );
    },
  });
  const failure = query.error instanceof ApiFailure ? query.error : null;
  return {
    answer: query.data ?? first,
    isLoading: query.isFetching,
    isLoadingMore: query.isFetching && !isWhole(query.data ?? first),
    /** Why the last try failed, if it did; what was there before is kept. */
    error: query.error,
    failure,
    refresh: () => void query.refetch(),
  };
}
