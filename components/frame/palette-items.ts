import type { ReactNode } from "react";
import { matchingOptions } from "@/components/ui/use-options";

interface Words {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

export type PaletteItem = Words &
  ({ href: string; onSelect?: undefined } | { onSelect: () => void; href?: undefined });

export interface PaletteGroup {
  label: string;
  items: readonly PaletteItem[];
}

/** Answers groups of its own, already filtered and ordered: sheets, people, rules. */
export type PaletteSearch = (query: string) => Promise<readonly PaletteGroup[]>;

const shownPerGroup = 8;

/** The given groups, narrowed to what is typed; groups left empty go. */
export function matchingGroups(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  return groups
    .map(({ label, items }) => {
      const rows = items.map((item) => ({ id: item.id, label: item.label, secondary: item.hint }));
      const ids = new Set(matchingOptions(rows, query).map((row) => row.id));
      return { label, items: items.filter((item) => ids.has(item.id)).slice(0, shownPerGroup) };
    })
    .filter((group) => group.items.length > 0);
}

/** Found groups after given ones; an item known already is not shown twice. */
export function joinGroups(given: readonly PaletteGroup[], found: readonly PaletteGroup[]): PaletteGroup[] {
  const known = new Set(given.flatMap((group) => group.items.map((item) => item.id)));
  const joined = new Map(given.map((group) => [group.label, [...group.items]]));
  for (const group of found) {
    const fresh = group.items.filter((item) => !known.has(item.id));
    joined.set(group.label, [...(joined.get(group.label) ?? []), ...fresh]);
  }
  return [...joined].map(([label, items]) => ({ label, items })).filter((group) => group.items.length > 0);
}
