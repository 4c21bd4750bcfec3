"use client";

import { createContext, useContext } from "react";
import type { ActionError } from "@/lib/actions/define-action";
import type { Draft, Problems, ResourceType, SlotName } from "./draft";
import type { Template } from "./rule-templates";
import type { RuleLists } from "./use-rule-lists";

export interface RuleFormState extends RuleLists {
  draft: Draft;
  /** Takes the draft as it is when the change is made, not as it was when the picker opened. */
  change: (next: (draft: Draft) => Draft) => void;
  openSlot: SlotName | null;
  setOpenSlot: (slot: SlotName | null) => void;
  /** What is wrong with a slot, shown in place. */
  problems: Problems;
  /** Which kind of thing the resource's picker lists. */
  kind: ResourceType;
  setKind: (kind: ResourceType) => void;
  template: Template | null;
  setTemplate: (template: Template | null) => void;
  connections: readonly { id: string; name: string }[];
  timeZone: string;
  /** `YYYY-MM-DD` in the installation's zone. */
  today: string;
}

const FormContext = createContext<RuleFormState | null>(null);

export const RuleFormProvider = FormContext.Provider;

export function useRuleForm(): RuleFormState {
  const state = useContext(FormContext);
  if (state === null) throw new Error("A picker of the rule form stands outside of it.");
  return state;
}

/** The sentence of an error with the number the log knows it by. */
export function errorLine(error: ActionError): string {
  return `${error.message} (request ${error.requestId})`;
}
