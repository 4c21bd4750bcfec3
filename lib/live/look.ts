import type { Look, LookAtSheet, ReadAnswer } from "@/lib/sheets/read-sheet";

/** What an open page shows, as of one tag. */
export type LiveState = Pick<ReadAnswer, "sheet">;

/** One look at a sheet for somebody who may see it now. Nothing of it goes out but the tag and the times. */
export type { Look };
export type LookAt = LookAtSheet;
