import type { RuleAnswer, RuleVersionAnswer } from "@/lib/rules/schema";
import { listed, type Names } from "./condition-words";
import { draftOf, SLOTS } from "./draft";
import { keptColumns, SLOT_LABELS, slotText, tokensOf, type Wording } from "./sentence";

/** One slot that reads differently now. `from` is null where only words of adding and removing say it better. */
export interface Change {
  label: string;
  from: string | null;
  to: string;
}

export interface ChangeWords {
  names: Names;
  connections: Wording["connections"];
  timeZone: string;
}

/**
 * What a person sees changed between two versions of a rule, slot by slot in the sentence's order. Compared by what the
 * sentence says, so another spelling of the same rule is no change. Pure.
 */
export function changesBetween(before: RuleAnswer, after: RuleAnswer, words: ChangeWords): Change[] {
  const said = (rule: RuleAnswer) => {
    const draft = draftOf(rule, words.timeZone);
    return { draft, wording: { ...words, columns: keptColumns(rule) } };
  };
  const [old, now] = [said(before), said(after)];
  return SLOTS.flatMap((slot): Change[] => {
    const [from, to] = [old, now].map(({ draft, wording }) => slotText(slot, tokensOf(draft, slot, wording)));
    if (from === to || from === undefined || to === undefined) return [];
    if (slot === "assume" && after.effect === "forbid") return [];
    const label = SLOT_LABELS[slot];
    const moved = slot === "columns" ? movedColumns(before, after) : null;
    return [moved === null ? { label, from, to } : { label, from: null, to: moved }];
  });
}

/** "added Salary; removed IBAN", where both versions list columns the same way. */
function movedColumns(before: RuleAnswer, after: RuleAnswer): string | null {
  const [old, now] = [before.columns, after.columns];
  if (old.mode === "all" || now.mode === "all" || old.mode !== now.mode) return null;
  const added = now.ids.filter((id) => !old.ids.includes(id)).map((id) => after.columnTitles[id] ?? id);
  const removed = old.ids.filter((id) => !now.ids.includes(id)).map((id) => before.columnTitles[id] ?? id);
  const parts = [
    ...(added.length > 0 ? [`added ${listed(added)}`] : []),
    ...(removed.length > 0 ? [`removed ${listed(removed)}`] : []),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

export interface Step {
  version: number;
  /** "wrote this rule", "extended it". */
  did: string;
  by: string;
  at: string;
  changes: Change[];
}

const DID: Record<RuleVersionAnswer["change"], string> = {
  created: "wrote this rule",
  changed: "changed it",
  extended: "extended it",
  ended: "ended it",
};

/** A rule's history, newest first, each step with what it changed. */
export function stepsOf(versions: readonly RuleVersionAnswer[], words: ChangeWords): Step[] {
  const inOrder = [...versions].sort((a, b) => a.version - b.version);
  return inOrder
    .map((version, place): Step => {
      const before = inOrder[place - 1];
      const changes =
        before && version.change !== "ended" ? changesBetween(before.rule, version.rule, words) : [];
      const { change, changedBy, at } = version;
      return { version: version.version, did: DID[change], by: changedBy, at, changes };
    })
    .reverse();
}
