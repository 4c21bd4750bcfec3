"use client";

import type { RuleInput, RulePreview } from "@/lib/rules/schema";
import { type Asked, useAsked } from "./use-asked";

export interface PreviewState extends Omit<Asked<RulePreview>, "answer"> {
  preview: RulePreview | null;
}

/** What the rule would open, asked again when its scope changes. */
export function usePreview(input: RuleInput | null): PreviewState {
  const { answer, ...state } = useAsked<RulePreview>({
    path: "/admin/rules/preview",
    input,
    delayMs: 350,
    lost: "The preview did not arrive. Check your connection and try again.",
  });
  return { preview: answer, ...state };
}
