import type { ColumnId, SheetId } from "@/lib/policy/ids";
import { openJson } from "./json";
import { parseSheet, SheetShapeError } from "./sheet-parse";

export interface WantedSheet {
  sheetId: SheetId;
  /** The columns that were asked for; absent: all. */
  columnIds?: readonly ColumnId[];
}

/**
 * The bytes of a "Get Sheet" answer as a table, or null for anything but a whole and well-formed sheet (F06). Runs in a
 * worker for large answers and in place for small ones; the same either way. `isAlone`: as in `openJson`.
 */
export async function decodeSheet(
  body: Uint8Array,
  wanted: WantedSheet,
  fetchedAt: string,
  isAlone = false,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    return await parseSheet(await openJson(bytes, isAlone), wanted, fetchedAt);
  } catch (error) {
    if (error instanceof SheetShapeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** `decodeSheet` wherever it is run. */
export type SheetDecoder = (
  body: Uint8Array,
  wanted: WantedSheet,
  fetchedAt: string,
) => ReturnType<typeof decodeSheet>;
