import { matchingOptions } from "@/components/ui/use-options";
import type { SheetListLine } from "@/lib/sheets/answer";

export type SortKey = "name" | "via" | "until" | "changed";
export interface ListSort {
  key: SortKey;
  direction: "ascending" | "descending";
}

export type Reach = "all" | "own" | "delegated";

export const byName: ListSort = { key: "name", direction: "ascending" };

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

const turned = { ascending: "descending", descending: "ascending" } as const;

/** Pressed again, a column turns round; pressed a third time, the list is by name again. */
export function nextListSort(current: ListSort, key: SortKey): ListSort {
  const first = key === "changed" ? "descending" : "ascending";
  if (current.key !== key) return { key, direction: first };
  return current.direction === first ? { key, direction: turned[first] } : byName;
}

function sortValue(line: SheetListLine, key: SortKey): string | null {
  switch (key) {
    case "name":
      return line.name;
    case "via":
      return `${line.via === "own" ? 0 : 1} ${line.assumedNames.join(", ")}`;
    case "until":
      return line.expiresAt;
    case "changed":
      return line.modifiedAt;
  }
}

/** What is not known stands last, whichever way one sorts. */
function compareLines(a: SheetListLine, b: SheetListLine, { key, direction }: ListSort): number {
  const [x, y] = [sortValue(a, key), sortValue(b, key)];
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  const order = key === "name" || key === "via" ? collator.compare(x, y) : Date.parse(x) - Date.parse(y);
  return direction === "ascending" ? order : -order;
}

export interface ListChoice {
  query: string;
  reach: Reach;
  /** Only these, where given. */
  favourites: ReadonlySet<string> | null;
  sort: ListSort;
}

/** The lines shown for what a person typed and chose. Words are looked for in names only. */
export function chosenLines(lines: readonly SheetListLine[], choice: ListChoice): SheetListLine[] {
  const { query, reach, favourites, sort } = choice;
  const named = lines.map(({ id, name }) => ({ id, label: name }));
  const matching = new Set(matchingOptions(named, query).map(({ id }) => id));
  return lines
    .filter(
      ({ id, via }) =>
        matching.has(id) && (reach === "all" || via === reach) && favourites?.has(id) !== false,
    )
    .sort((a, b) => compareLines(a, b, sort) || collator.compare(a.name, b.name));
}
