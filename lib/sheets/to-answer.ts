import type { LinkAnswer, SheetAnswer } from "./answer";
import { assumedUsersOf, type ReadAnswer } from "./read-sheet";

/** What a read shows, in the shape the API and the pages send. Built field by field: nothing slips through (I12). */
export function toSheetAnswer({ decision, sheet, rows, totalRowCount }: ReadAnswer): SheetAnswer {
  return {
    sheet: {
      id: sheet.id,
      name: sheet.name,
      version: sheet.version,
      fetchedAt: sheet.fetchedAt,
      totalRowCount,
    },
    access: {
      via: decision.via,
      assumedUsers: assumedUsersOf(decision),
      rules: decision.because,
      expiresAt: decision.via === "delegated" ? decision.expiresAt : null,
      actions: decision.actions,
    },
    columns: sheet.columns,
    rows,
  };
}

/** The same for a share link: not whose right it uses, nor which rules. */
export function toLinkView(answer: ReadAnswer, link: { title: string | null; endsAt: string }): LinkAnswer {
  const { sheet, columns, rows } = toSheetAnswer(answer);
  return {
    sheet,
    access: { via: "link", title: link.title, expiresAt: link.endsAt, actions: ["read"] },
    columns,
    rows,
  };
}
