import type { ColumnId, SheetId } from "@/lib/policy/ids";

/**
 * Whose right read a copy, and what of the sheet (CONTRACT §4, I15). A copy read with an admin token serves permit
 * holders only; one read with people's own tokens serves whoever's own token has just proven access.
 */
export type CopyKey =
  | {
      lane: "delegated";
      connectionId: string;
      assume: string;
      sheetId: SheetId;
      /** The columns asked for; null: all. */
      columnIds: readonly ColumnId[] | null;
    }
  | { lane: "own"; sheetId: SheetId };

export function keyText(key: CopyKey): string {
  if (key.lane === "own") return JSON.stringify(["own", key.sheetId]);
  const { connectionId, assume, sheetId, columnIds } = key;
  return JSON.stringify([
    "delegated",
    connectionId,
    assume,
    sheetId,
    columnIds ? [...columnIds].sort() : "all",
  ]);
}
