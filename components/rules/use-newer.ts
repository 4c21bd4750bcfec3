"use client";

import { useEffect, useState } from "react";
import type { RuleVersionAnswer } from "@/lib/rules/schema";

/** The rule's latest version, asked for while `isWanted`; null until it is there, and where it does not come. */
export function useNewer(ruleId: string | null, isWanted: boolean): RuleVersionAnswer | null {
  const [last, setLast] = useState<RuleVersionAnswer | null>(null);
  useEffect(() => {
    if (ruleId === null || !isWanted) return;
    const controller = new AbortController();
    fetch(`/api/v1/admin/rules/${encodeURIComponent(ruleId)}/history`, { signal: controller.signal })
      .then(async (response) => {
        const { versions } = (await response.json()) as { versions: RuleVersionAnswer[] };
        setLast(versions.reduce((a, b) => (a.version > b.version ? a : b)));
      })
      // Without it the notice still says what matters.
      .catch(() => setLast(null));
    return () => controller.abort();
  }, [ruleId, isWanted]);
  return last;
}
