import { z } from "zod";
import { moment, plainText } from "./schema-scope";

/** Shapes of a change to many rules at once. */

export const MOST_BULK = 200;

const ruleId = z.string().regex(/^R-[1-9]\d{0,9}$/, "This is no rule.");

const bulkChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("extend"), endsAt: moment }),
  z.strictObject({ kind: z.literal("reason"), reason: plainText(500) }),
  z.strictObject({ kind: z.literal("pause"), reason: plainText(300) }),
  z.strictObject({ kind: z.literal("lift") }),
  z.strictObject({ kind: z.literal("end") }),
]);
export type BulkChange = z.infer<typeof bulkChange>;

export const bulkInput = z.strictObject({
  ids: z.array(ruleId).min(1, "Choose at least one rule.").max(MOST_BULK, `At most ${MOST_BULK} at once.`),
  change: bulkChange,
});
export type BulkInput = z.infer<typeof bulkInput>;

export interface BulkResult {
  id: string;
  ok: boolean;
  /** What kept it from happening, in one sentence; empty where it happened. */
  message: string;
}
