"use client";

import { useEffect, useState } from "react";
import type { ActionError } from "@/lib/actions/define-action";
import type { RuleInput, RulePreview } from "@/lib/rules/schema";

export interface PreviewState {
  /** The last answer; while a new one is on its way it is the old one. */
  preview: RulePreview | null;
  error: ActionError | null;
  isLoading: boolean;
  retry: () => void;
}

const DEBOUNCE_MS = 350;

/**
 * What the rule would open, asked again when its scope changes. By the API and not by the action of the same name:
 * actions of one tab wait for each other, so a slow preview would hold up "Save", and they cannot be called off.
 */
export function usePreview(input: RuleInput | null): PreviewState {
  const [preview, setPreview] = useState<RulePreview | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const body = input === null ? null : JSON.stringify(input);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for the same scope.
  useEffect(() => {
    setError(null);
    setLoading(body !== null);
    if (body === null) return setPreview(null);
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(body, controller.signal);
      if (controller.signal.aborted) return;
      setLoading(false);
      setPreview("preview" in answer ? answer.preview : null);
      setError("error" in answer ? answer.error : null);
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [body, attempt]);

  return { preview, error, isLoading, retry: () => setAttempt((count) => count + 1) };
}

async function ask(
  body: string,
  signal: AbortSignal,
): Promise<{ preview: RulePreview } | { error: ActionError }> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/v1/admin/rules/preview", { method: "POST", headers, body, signal });
    const answer = (await response.json()) as RulePreview | { error: ActionError };
    return "error" in answer ? answer : { preview: answer };
  } catch {
    return {
      error: {
        code: "internal",
        message: "The preview did not arrive. Check your connection and try again.",
        requestId: "none",
      },
    };
  }
}
