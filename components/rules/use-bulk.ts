"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorText } from "@/components/ui/error-text";
import { useToast } from "@/components/ui/toast";
import { bulkEditRules } from "@/lib/rules/actions";
import type { BulkChange, BulkResult } from "@/lib/rules/bulk-schema";

/** Rules changed by one request, so that one sees how it goes on. */
const STEP = 10;

const DONE: Record<BulkChange["kind"], string> = {
  extend: "extended",
  reason: "changed",
  pause: "paused",
  lift: "lifted",
  end: "ended",
};

export interface Bulk {
  /** How many are done of how many; null while nothing runs. */
  progress: { done: number; of: number } | null;
  /** Those the last change failed for, with the reason. */
  failures: readonly BulkResult[];
  /** Answers what went wrong with all of it, if anything did. */
  run: (ids: readonly string[], change: BulkChange) => Promise<string | undefined>;
  forget: () => void;
}

/** The same change to many rules, some at a time. `onDone` is told which are through. */
export function useBulk(onDone: (ids: readonly string[]) => void): Bulk {
  const router = useRouter();
  const toast = useToast();
  const [progress, setProgress] = useState<Bulk["progress"]>(null);
  const [failures, setFailures] = useState<readonly BulkResult[]>([]);

  const run: Bulk["run"] = async (ids, change) => {
    const results: BulkResult[] = [];
    let problem: string | undefined;
    setFailures([]);
    for (let from = 0; from < ids.length && problem === undefined; from += STEP) {
      setProgress({ done: from, of: ids.length });
      const answer = await bulkEditRules({ ids: ids.slice(from, from + STEP), change }).catch(() => null);
      if (answer?.ok) results.push(...answer.value);
      else
        problem = answer
          ? errorText(answer.error)
          : "The answer did not arrive, so it is not known what was changed. Look at the list before you try again.";
    }
    setProgress(null);
    const through = results.filter(({ ok }) => ok).map(({ id }) => id);
    setFailures(results.filter(({ ok }) => !ok));
    onDone(through);
    if (through.length > 0)
      toast.show({
        title: `${through.length} ${through.length === 1 ? "rule" : "rules"} ${DONE[change.kind]}`,
      });
    router.refresh();
    return problem;
  };

  return { progress, failures, run, forget: () => setFailures([]) };
}
