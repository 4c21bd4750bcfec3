import type { ReadAnswer } from "@/lib/sheets/read-sheet";
import { toSheetHead } from "@/lib/sheets/to-answer";
import type { LiveChange } from "./events";
import type { LiveState } from "./look";
import { rawChanges } from "./raw-changes";
import { diffRows } from "./row-diff";
import { rowsOf } from "./rows-of";

/** What turns the state a viewer holds into what was just read, or `reload` where that is not told row by row. */
export function changeTo(held: LiveState & { tag: string }, read: ReadAnswer): LiveChange | "reload" {
  const [old, now] = [held.sheet.columns, read.sheet.columns];
  const raw = rawChanges(held.sheet, read.sheet);
  const either = new Set<string>([...old, ...now].map(({ id }) => id));
  const diff = diffRows(rowsOf(held.sheet), rowsOf(read.sheet), {
    columnIds: [...either].filter((id) => !raw?.columnIds.has(id)),
    hasChanged: raw?.hasChanged,
  });
  if (diff === "reload") return diff;
  const { sheet, access } = toSheetHead(read);
  return {
    from: held.tag,
    tag: read.tag,
    sheet,
    access,
    ...(JSON.stringify(old) === JSON.stringify(now) ? {} : { columns: now }),
    ...diff,
  };
}
