import type { ComboOption } from "@/components/ui/combobox-option";
import { matchingOptions } from "@/components/ui/use-options";

export interface KnownPerson {
  id: string;
  name: string;
  email: string;
}

export interface KnownSheet {
  id: string;
  name: string;
}

export function personOptions(people: readonly KnownPerson[]): ComboOption[] {
  return people.map(({ id, name, email }) => ({ id, label: name, secondary: email, hasAvatar: true }));
}

export function sheetOptions(sheets: readonly KnownSheet[]): ComboOption[] {
  return sheets.map(({ id, name }) => ({ id, label: name, secondary: id }));
}

/** What the address names is shown even when no list knows it. */
export function chosenOption(
  id: string | undefined,
  options: readonly ComboOption[],
  kind: string,
): ComboOption | null {
  if (id === undefined) return null;
  return options.find((option) => option.id === id) ?? { id, label: `${kind} ${id}` };
}

/** A sheet nobody opened here yet, by the number in its address at Smartsheet. */
export function sheetById(typed: string): ComboOption | null {
  return /^[1-9]\d{0,18}$/.test(typed) ? { id: typed, label: `Sheet ${typed}` } : null;
}

/** More than one looks through: then one types. */
const MOST_OPTIONS = 100;

/** For lists of any length: only the first that match are drawn. */
export function searchIn(options: readonly ComboOption[]) {
  return async (query: string): Promise<readonly ComboOption[]> =>
    matchingOptions(options, query).slice(0, MOST_OPTIONS);
}
