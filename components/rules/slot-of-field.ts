import type { SlotName } from "./draft";

const slots: Record<string, SlotName> = {
  principal: "who",
  effect: "effect",
  actions: "actions",
  resource: "resource",
  "delegation.assume": "assume",
  "delegation.connectionId": "connection",
  delegation: "assume",
  "lookup.connectionId": "connection",
  lookup: "assume",
  columns: "columns",
  masks: "columns",
  rows: "rows",
  parents: "rows",
  startsAt: "starts",
  endsAt: "ends",
  hours: "hours",
  freshSeconds: "fresh",
  reason: "reason",
  ticket: "ticket",
};

/** The slot an error's `field` speaks of, such as `rule.rows.conditions.0`; null where it speaks of none. */
export function slotOfField(field: string | undefined): SlotName | null {
  const path = (field ?? "").replace(/^rule\./, "").split(".");
  return slots[path.slice(0, 2).join(".")] ?? slots[path[0] ?? ""] ?? null;
}
