import { foldTitle } from "@/lib/policy/titles";
import type { RuleAnswer, RuleVersionAnswer } from "@/lib/rules/schema";
import { maskedTitle, titleOf } from "./column-words";
import { type KnownColumns, listed, type Names } from "./condition-words";
import { type Draft, draftOf, isOverMany, SLOTS, type SlotName } from "./draft";
import { keptColumns, slotText, tokensOf, type Wording } from "./sentence";
import { resourceWords, slotLabel } from "./slot-labels";

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

/** A rule as the sentence shows it, with the titles of its columns. */
interface Said {
  draft: Draft;
  columns: KnownColumns;
}

/**
 * What a person sees changed between two versions of a rule, slot by slot in the sentence's order. Compared by what the
 * sentence says, so another spelling of the same rule is no change. Pure.
 */
export function changesBetween(before: RuleAnswer, after: RuleAnswer, words: ChangeWords): Change[] {
  const [old, now] = [before, after].map((rule) => saidOf(rule, words.timeZone));
  if (old === undefined || now === undefined) return [];
  return differences(old, now, words).map(({ slot, ...change }) => {
    const moved = slot === "columns" ? movedColumns(old, now) : null;
    return moved === null ? change : { ...change, from: null, to: moved };
  });
}

/** Where a newer version and what is on the screen differ: `from` is the newer one's words, `to` those on the screen. Pure. */
export function conflictsOf(newer: RuleAnswer, mine: Said, words: ChangeWords): Change[] {
  return differences(saidOf(newer, words.timeZone), mine, words).map(({ label, from, to }) => ({
    label,
    from,
    to,
  }));
}

function saidOf(rule: RuleAnswer, timeZone: string): Said {
  return { draft: draftOf(rule, timeZone), columns: keptColumns(rule) };
}

function differences(
  old: Said,
  now: Said,
  words: ChangeWords,
): (Change & { slot: SlotName; from: string })[] {
  return SLOTS.flatMap((slot) => {
    if (slot === "assume" && !isSaid(old.draft) && !isSaid(now.draft)) return [];
    if (slot === "fresh" && now.draft.effect === "forbid") return [];
    const label = slotLabel(now.draft, slot);
    const [from, to] = [wordsOf(slot, old, words), wordsOf(slot, now, words)];
    if (from !== to) return { slot, label, from, to };
    // Two sheets may bear one name.
    const ids = [old.draft.resource?.id, now.draft.resource?.id];
    if (slot !== "resource" || ids[0] === ids[1]) return [];
    return { slot, label, from: `${from} (${ids[0]})`, to: `${to} (${ids[1]})` };
  });
}

/** Of a forbid on one sheet nobody is assumed: whoever stands there only helped to find the sheet. */
function isSaid({ effect, resource }: Draft): boolean {
  return effect === "permit" || isOverMany(resource);
}

function wordsOf(slot: SlotName, { draft, columns }: Said, words: ChangeWords): string {
  const said = slotText(slot, tokensOf(draft, slot, { ...words, columns }));
  return slot === "resource" ? `${resourceWords(draft)}${said}` : said;
}

/** "added Salary; removed IBAN; masked Contact (initials)", where both versions list columns the same way. */
function movedColumns(old: Said, now: Said): string | null {
  const [was, is] = [old.draft.columns, now.draft.columns];
  if (was === null || is === null || is.mode === "all") return null;
  if (was.mode !== is.mode || was.by !== is.by) return null;
  const fold = (name: string) => (is.by === "title" ? foldTitle(name) : name);
  const missing = (names: readonly string[], from: readonly string[], { columns }: Said) =>
    names
      .filter((name) => !from.some((each) => fold(each) === fold(name)))
      .map((name) => titleOf(is.by, name, columns));
  const [before, after] = [masksOf(old), masksOf(now)];
  const parts = [
    ["added", missing(is.names, was.names, now)],
    ["removed", missing(was.names, is.names, old)],
    ["masked", after.filter((mask) => !before.includes(mask))],
    ["no longer masked", before.filter((mask) => !after.includes(mask))],
  ] as const;
  const said = parts.flatMap(([did, what]) => (what.length > 0 ? `${did} ${listed(what)}` : []));
  return said.length === 0 ? null : said.join("; ");
}

function masksOf({ draft, columns }: Said): string[] {
  return draft.effect === "forbid" ? [] : draft.masks.map((mask) => maskedTitle(mask, columns));
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
