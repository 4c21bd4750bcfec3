import { countWords, listWords } from "./access-words";
import type { AppliedChange } from "./apply-change";
import type { SheetLike } from "./sheet-like";

type Counts = Pick<AppliedChange<SheetLike>, "changed" | "added" | "removed">;

/** "3 rows changed", for people who listen to the page. */
export function changeWords({ changed, added, removed }: Counts, locale: string): string {
  const parts: [number, string][] = [
    [changed, "changed"],
    [added, "added"],
    [removed, "removed"],
  ];
  return listWords(
    parts.flatMap(([count, verb]) =>
      count === 0 ? [] : `${countWords(count, "row", "rows", locale)} ${verb}`,
    ),
  );
}
