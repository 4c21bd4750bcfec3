"use client";

import { createContext, useContext } from "react";
import type { ActionError } from "@/lib/actions/define-action";
import type { PickedColumn, PickedPerson, PickedSheet } from "@/lib/connections/schema";
import type { KnownColumns, Names } from "./condition-words";
import type { Draft, Problems, SlotName } from "./draft";
import type { Picked } from "./use-picked";

export interface RuleFormState {
  draft: Draft;
  /** Takes the draft as it is when the change is made, not as it was when the picker opened. */
  change: (next: (draft: Draft) => Draft) => void;
  openSlot: SlotName | null;
  setOpenSlot: (slot: SlotName | null) => void;
  /** What is wrong with a slot, shown in place. */
  problems: Problems;
  names: Names;
  columns: KnownColumns;
  people: Picked<PickedPerson>;
  sheets: Picked<PickedSheet>;
  sheetColumns: Picked<PickedColumn>;
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
