import type { PickedColumn } from "@/lib/connections/schema";
import { addDays } from "@/lib/policy/times";
import { dayWords, listed } from "./condition-words";
import type { Draft, SlotName } from "./draft";
import { withColumns } from "./draft-edits";
import { newCondition, newGroup } from "./draft-rows";

export type TemplateName = "own_rows" | "no_pay" | "project_end";

/** A rule begun: some slots preset, one sentence on which, and the slot to look at next. */
export interface Begun {
  draft: Draft;
  note: string;
  opens: SlotName | null;
}

export const TEMPLATES: readonly { name: TemplateName; label: string; hint: string }[] = [
  { name: "own_rows", label: "My rows only", hint: "Each person sees the rows that name them." },
  {
    name: "no_pay",
    label: "Whole sheet, no pay columns",
    hint: "All columns but those that sound sensitive.",
  },
  { name: "project_end", label: "Until the project ends", hint: "An end in 90 days, to be moved." },
];

const PROJECT_DAYS = 90;

/** What the note says while a template waits for its sheet. */
export const WAITING: Record<Exclude<TemplateName, "project_end">, string> = {
  own_rows: "Choose the sheet: its first contact column is then compared with the viewer.",
  no_pay: "Choose the sheet: all of its columns are then chosen but those that sound sensitive.",
};

/** Presets the end. No list of columns holds dates, so the project's own end is for the person to say. */
export function untilProjectEnds(draft: Draft, today: string): Begun {
  const day = addDays(today, PROJECT_DAYS) ?? today;
  const note = `The end is preset to ${dayWords(day)}, ${PROJECT_DAYS} days from today. When your project ends is not known here: choose its last day.`;
  return { draft: { ...draft, ends: { day } }, note, opens: "ends" };
}

/** Presets what the sheet's columns tell. `columns` in the sheet's order. */
export function fromSheet(
  name: Exclude<TemplateName, "project_end">,
  draft: Draft,
  columns: readonly PickedColumn[],
): Begun {
  return name === "own_rows" ? ownRows(draft, columns) : noPayColumns(draft, columns);
}

function ownRows(draft: Draft, columns: readonly PickedColumn[]): Begun {
  const contact = columns.find(({ type }) => type === "CONTACT_LIST" || type === "MULTI_CONTACT_LIST");
  if (contact === undefined)
    return {
      draft: { ...draft, rows: newGroup() },
      note: "The sheet has no contact column. Choose the column that tells whose row it is.",
      opens: "rows",
    };
  const condition = {
    ...newCondition(),
    column: { columnId: contact.id },
    operator: "EQUAL" as const,
    operands: [{ viewer: "email" as const }],
  };
  return {
    draft: { ...draft, rows: { ...newGroup(), parts: [condition] } },
    note: `Rows are preset to those whose ${contact.title} is the viewer.`,
    opens: null,
  };
}

function noPayColumns(draft: Draft, columns: readonly PickedColumn[]): Begun {
  const sensitive = columns.filter(({ isSensitive }) => isSensitive);
  const chosen = sensitive.length > 0 ? sensitive : columns;
  const mode = sensitive.length > 0 ? "except" : "only";
  const names = chosen.map(({ id }) => id);
  const titles = listed(sensitive.map(({ title }) => title));
  return {
    draft: withColumns(draft, { mode, by: "id", names }),
    note:
      sensitive.length > 0
        ? `${titles} ${sensitive.length === 1 ? "sounds" : "sound"} sensitive and ${sensitive.length === 1 ? "stays" : "stay"} hidden. Look through the rest yourself: only titles were judged.`
        : "No column sounds sensitive, so all of today's are chosen. Look through them yourself: only titles were judged.",
    opens: sensitive.length > 0 ? null : "columns",
  };
}
