"use client";

import { useState } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/define-action";
import { changeRule, createRule } from "@/lib/rules/actions";
import type { RuleAnswer, RuleInput } from "@/lib/rules/schema";

const lost: ActionError = {
  code: "internal",
  message:
    "The answer did not arrive, so it is not known whether the rule was saved. Look at the list before you try again.",
  requestId: "none",
};

/** Saves a new rule, or a new version of `rule`. An error stays until the next try. */
export function useSave(rule: Pick<RuleAnswer, "id" | "version"> | null) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);

  async function save(input: RuleInput): Promise<RuleAnswer | null> {
    if (isBusy) return null;
    setBusy(true);
    setError(null);
    let result: ActionResult<RuleAnswer>;
    try {
      result =
        rule === null
          ? await createRule({ rule: input })
          : await changeRule({ id: rule.id, version: rule.version, rule: input });
    } catch {
      result = { ok: false, error: lost };
    }
    setBusy(false);
    if (result.ok) return result.value;
    setError(result.error);
    return null;
  }

  return { save, isBusy, error, forget: () => setError(null) };
}
