"use client";

import type { ForesightAnswer } from "@/lib/rules/radius-types";
import type { RuleInput } from "@/lib/rules/schema";
import { type Asked, useAsked } from "./use-asked";

/** A rule to change and what it would say: null for a new one, and for nothing any more. */
export interface Foreseen {
  id: string | null;
  rule: RuleInput | null;
}

/** Slower than the preview: it reads every sheet the change is about. */
const FORM_DELAY_MS = 600;

const lost = "What it does to others did not arrive. Check your connection and try again.";

/** What the change would do to everybody, asked again when it changes. Null: there is nothing to ask yet. */
export function useForesight(change: Foreseen | null, delayMs = FORM_DELAY_MS): Asked<ForesightAnswer> {
  return useAsked<ForesightAnswer>({ path: "/admin/rules/foresee", input: change, delayMs, lost });
}
