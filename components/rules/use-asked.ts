"use client";

import { useEffect, useState } from "react";
import type { ActionError } from "@/lib/actions/define-action";

export interface Asked<T> {
  /** The last answer; while a new one is on its way it is the old one. */
  answer: T | null;
  error: ActionError | null;
  isLoading: boolean;
  retry: () => void;
}

interface Question {
  /** Below `/api/v1`. */
  path: string;
  /** Null: there is nothing to ask yet. */
  input: unknown;
  /** How long after the last change it is asked. */
  delayMs: number;
  /** Said where no answer came at all. */
  lost: string;
}

/**
 * An answer of the API to what is on the screen, asked again when that changes. By the API and not by an action: actions
 * of one tab wait for each other, so a slow answer would hold up "Save", and they cannot be called off.
 */
export function useAsked<T extends object>({ path, input, delayMs, lost }: Question): Asked<T> {
  const [answer, setAnswer] = useState<T | null>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const body = input === null ? null : JSON.stringify(input);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again for the same.
  useEffect(() => {
    setError(null);
    setLoading(body !== null);
    if (body === null) return setAnswer(null);
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const found = await ask<T>(path, body, lost, controller.signal);
      if (controller.signal.aborted) return;
      setLoading(false);
      setAnswer("answer" in found ? found.answer : null);
      setError("error" in found ? found.error : null);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [path, body, attempt]);

  return { answer, error, isLoading, retry: () => setAttempt((count) => count + 1) };
}

async function ask<T extends object>(
  path: string,
  body: string,
  lost: string,
  signal: AbortSignal,
): Promise<{ answer: T } | { error: ActionError }> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`/api/v1${path}`, { method: "POST", headers, body, signal });
    const answer = (await response.json()) as T | { error: ActionError };
    return "error" in answer ? answer : { answer };
  } catch {
    return { error: { code: "internal", message: lost, requestId: "none" } };
  }
}
