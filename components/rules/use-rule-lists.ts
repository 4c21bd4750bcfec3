"use client";

import { pickColumns, pickPeople, pickSheets } from "@/lib/rules/actions";
import type { KnownColumns, Names } from "./condition-words";
import type { Draft, SlotName } from "./draft";
import { usePicked } from "./use-picked";

const PEOPLE_SLOTS: readonly (SlotName | null)[] = ["who", "assume", "sheet", "rows"];
const COLUMN_SLOTS: readonly (SlotName | null)[] = ["columns", "rows"];

/** The lists the pickers offer, each read when a picker that shows it opens, and what they tell about names and columns. */
export function useRuleLists(
  draft: Draft,
  openSlot: SlotName | null,
  kept: { names: Names; columns: KnownColumns },
) {
  const { assume, sheet } = draft;
  const connectionId = draft.connectionId ?? undefined;
  const people = usePicked(JSON.stringify([connectionId]), PEOPLE_SLOTS.includes(openSlot), () =>
    pickPeople({ connectionId }),
  );
  const sheets = usePicked(
    assume === null ? null : JSON.stringify([connectionId, assume]),
    openSlot === "sheet",
    () => pickSheets({ connectionId, assume: assume ?? "" }),
  );
  const sheetColumns = usePicked(
    assume === null || sheet === null ? null : JSON.stringify([connectionId, assume, sheet.id]),
    COLUMN_SLOTS.includes(openSlot),
    () => pickColumns({ connectionId, assume: assume ?? "", sheetId: sheet?.id ?? "" }),
  );
  const names: Names = {
    ...kept.names,
    ...Object.fromEntries(people.list.map(({ email, name }) => [email.toLowerCase(), name])),
  };
  const columns: KnownColumns = {
    ...kept.columns,
    ...Object.fromEntries(sheetColumns.list.map(({ id, title, type }) => [id, { title, type }])),
  };
  return { people, sheets, sheetColumns, names, columns };
}
