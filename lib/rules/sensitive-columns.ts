import "server-only";
import { listColumnMarks } from "@/db/queries/column-marks";
import { soundsSensitive } from "./sensitive";

export type IsSensitive = (sheetId: string, column: { id: string; title: string }) => boolean;

/** What an administrator said of a column counts; of all others, how they sound. */
export async function sensitiveColumns(sheetIds: readonly string[]): Promise<IsSensitive> {
  const marks = new Map(
    (await listColumnMarks(sheetIds)).map((mark) => [`${mark.sheetId} ${mark.columnId}`, mark.isSensitive]),
  );
  return (sheetId, { id, title }) => marks.get(`${sheetId} ${id}`) ?? soundsSensitive(title);
}
