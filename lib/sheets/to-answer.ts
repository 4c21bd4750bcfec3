import type { AllowDecision } from "@/lib/policy/types";
import type { LinkAnswer, SheetAccess, SheetAnswer } from "./answer";
import { assumedUsersOf, type ReadAnswer, rowsIn } from "./read-parts";

/** What a read shows, in the shape the API and the pages send. Built field by field: nothing slips through (I12). */
export function toSheetAnswer(answer: ReadAnswer): SheetAnswer {
  return { ...toSheetHead(answer), rows: rowsIn(answer) };
}

/** All of it but the rows. */
export function toSheetHead({
  decision,
  sheet,
  totalRowCount,
  tag,
  stale,
}: ReadAnswer): Omit<SheetAnswer, "rows"> {
  return {
    sheet: {
      id: sheet.id,
      name: sheet.name,
      version: sheet.version,
      fetchedAt: sheet.fetchedAt,
      totalRowCount,
      tag,
      ...(stale ? { stale: { code: stale.code, message: stale.message } } : {}),
    },
    access: accessOf(decision),
    columns: sheet.columns,
  };
}

export function accessOf(decision: AllowDecision): SheetAccess {
  return {
    via: decision.via,
    assumedUsers: assumedUsersOf(decision),
    rules: decision.because,
    expiresAt: decision.via === "delegated" ? decision.expiresAt : null,
    actions: decision.actions,
  };
}

/** The same for a share link: not whose right it uses, nor which rules. */
export function toLinkView(answer: ReadAnswer, link: LinkWords): LinkAnswer {
  return { ...toLinkHead(answer, link), rows: rowsIn(answer) };
}

interface LinkWords {
  title: string | null;
  endsAt: string;
}

export function toLinkHead(answer: ReadAnswer, link: LinkWords): Omit<LinkAnswer, "rows"> {
  const { sheet, columns } = toSheetHead(answer);
  return {
    sheet,
    access: { via: "link", title: link.title, expiresAt: link.endsAt, actions: ["read"] },
    columns,
  };
}
