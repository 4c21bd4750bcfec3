"use client";

import { useEffect, useRef, useState } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/define-action";

export interface Picked<T> {
  status: "idle" | "loading" | "ready" | "error";
  list: readonly T[];
  error: ActionError | null;
  retry: () => void;
}

type Entry<T> = Omit<Picked<T>, "retry">;

/** An answer that is no list, as a list of one. */
export function asList<T>(result: ActionResult<T>): ActionResult<T[]> {
  return result.ok ? { ok: true, value: [result.value] } : result;
}

const idle = { status: "idle", list: [], error: null } as const;

/**
 * A list from Smartsheet, read once for each `key` and only while it `isWanted`: every such read is on record, so a
 * closed picker asks for nothing. Lists stay in this tab's memory as long as the form is open.
 */
export function usePicked<T>(
  key: string | null,
  isWanted: boolean,
  load: () => Promise<ActionResult<T[]>>,
): Picked<T> {
  const [entries, setEntries] = useState<Readonly<Record<string, Entry<T>>>>({});
  const asked = useRef(new Set<string>());
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for the same key.
  useEffect(() => {
    if (key === null || !isWanted || asked.current.has(key)) return;
    asked.current.add(key);
    const put = (entry: Entry<T>) => setEntries((before) => ({ ...before, [key]: entry }));
    const failed = (error: ActionError) => {
      asked.current.delete(key);
      put({ status: "error", list: [], error });
    };
    put({ status: "loading", list: [], error: null });
    loader.current().then(
      (result) =>
        result.ok ? put({ status: "ready", list: result.value, error: null }) : failed(result.error),
      () =>
        failed({
          code: "internal",
          message: "The answer did not arrive. Check your connection and try again.",
          requestId: "none",
        }),
    );
  }, [key, isWanted, attempt]);

  const entry = key === null ? undefined : entries[key];
  return { ...(entry ?? idle), retry: () => setAttempt((count) => count + 1) };
}
