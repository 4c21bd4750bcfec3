import { useCallback, useDeferredValue, useEffect, useRef, useState } from "react";
import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";
import type { TextOf } from "./cell-text";
import { findHits, type Hit, needleOf, readAhead, stepHit } from "./find";
import type { FindStatus } from "./grid-types";
import { nextTurn } from "./next-turn";
import { workFor } from "./slices";
import { useSliced } from "./use-sliced";

const NO_HITS: Hit[] = [];

interface FindInput {
  query: string | undefined;
  rows: readonly VisibleRow[];
  order: readonly number[];
  columns: readonly VisibleColumn[];
  textOf: TextOf;
  /** Brings a hit into sight. */
  onReach: (hit: Hit) => void;
}

export interface Find {
  needle: string;
  status: FindStatus;
  step(by: 1 | -1): void;
  readAhead(): void;
}

const SLICE_MS = 8;

export function useFind({ query, rows, order, columns, textOf, onReach }: FindInput): Find {
  const needle = useDeferredValue(needleOf(query));
  const makeSteps = useCallback(
    () => findHits({ rows, order, columns, textOf, needle }),
    [rows, order, columns, textOf, needle],
  );
  const { value: hits, isBusy } = useSliced(makeSteps, NO_HITS);
  const [current, setCurrent] = useState(-1);

  // New words go to their first hit; rows that arrive later must not pull the reader back there.
  const reachedFor = useRef("");
  const reach = useRef(onReach);
  useEffect(() => {
    reach.current = onReach;
  });
  useEffect(() => {
    if (isBusy || reachedFor.current === needle) return;
    reachedFor.current = needle;
    const first = hits[0];
    setCurrent(first ? 0 : -1);
    if (first) reach.current(first);
  }, [hits, isBusy, needle]);

  const step = (by: 1 | -1) => {
    const next = stepHit(hits.length, Math.min(current, hits.length - 1), by);
    setCurrent(next);
    const hit = hits[next];
    if (hit) onReach(hit);
  };
  const ahead = useRef(() => {});
  useEffect(() => () => ahead.current(), []);
  const read = () => {
    const steps = readAhead({ rows, columns, textOf });
    const go = () => {
      if (!workFor(steps, SLICE_MS, () => performance.now())) ahead.current = nextTurn(go);
    };
    ahead.current();
    ahead.current = nextTurn(go);
  };
  const isSearching = needle !== "" && isBusy;
  return {
    needle,
    status: {
      count: hits.length,
      current: hits.length === 0 ? -1 : Math.min(current, hits.length - 1),
      isSearching,
    },
    step,
    readAhead: read,
  };
}
