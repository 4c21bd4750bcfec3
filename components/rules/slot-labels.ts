import { type Draft, isOverMany, type ResourceType, type SlotName } from "./draft";

const SLOT_LABELS: Record<SlotName, string> = {
  who: "Who",
  effect: "Effect",
  actions: "What they may do",
  resource: "Sheet",
  assume: "As whom",
  connection: "Connection",
  columns: "Columns",
  rows: "Rows",
  starts: "Start",
  ends: "End",
  hours: "Hours",
  fresh: "Checked for changes",
  reason: "Reason",
  ticket: "Ticket",
};

/** What the resource's slot is called once it is known what it holds. */
const RESOURCE_LABELS: Record<ResourceType, string> = {
  sheet: "Sheet",
  report: "Report",
  folder: "Folder",
  workspace: "Workspace",
};

/** What a slot is called, for screen readers and in lists of what is missing or changed. */
export function slotLabel(draft: Draft, slot: SlotName): string {
  if (slot === "resource") return RESOURCE_LABELS[draft.resource?.type ?? "sheet"];
  return slot === "assume" && draft.effect === "forbid" ? "As seen by" : SLOT_LABELS[slot];
}

/** What stands before the name: "the sheet ", "every sheet in the workspace ". */
export function resourceWords({ resource, effect }: Pick<Draft, "resource" | "effect">): string {
  if (resource === null) return "";
  if (!isOverMany(resource)) return `the ${resource.type} `;
  return `${effect === "permit" ? "every" : "any"} sheet in the ${resource.type} `;
}
