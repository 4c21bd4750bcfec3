import { z } from "zod";
import { address, plainText, smartsheetId } from "@/lib/rules/schema-scope";

export const PAUSE_KINDS = ["person", "assumed", "sheet", "rule", "link", "connection", "all"] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];

const reason = plainText(300);

/** What is stopped: by id, an assumed user by address, all delegation by nothing. */
export const pauseTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), target: smartsheetId }),
  z.strictObject({ kind: z.literal("assumed"), target: address }),
  z.strictObject({ kind: z.literal("sheet"), target: smartsheetId }),
  z.strictObject({
    kind: z.literal("rule"),
    target: z.string().regex(/^R-[1-9]\d{0,9}$/, "This is no rule."),
  }),
  z.strictObject({
    kind: z.literal("link"),
    target: z.string().regex(/^L-[\w-]{1,40}$/, "This is no link."),
  }),
  z.strictObject({
    kind: z.literal("connection"),
    target: z.string().regex(/^[\w-]{1,40}$/, "This is no connection."),
  }),
  z.strictObject({ kind: z.literal("all"), target: z.literal("") }),
]);
export type PauseTarget = z.infer<typeof pauseTarget>;

export const pauseInput = z.strictObject({ what: pauseTarget, reason });
export const liftInput = z.strictObject({ what: pauseTarget });

/** The same in an address, `?kind=sheet&target=1`; `all` needs no target. */
export const pauseQuery = z
  .strictObject({ kind: z.enum(PAUSE_KINDS), target: z.string().default("") })
  .pipe(pauseTarget);

export interface PauseAnswer {
  kind: PauseKind;
  target: string;
  /** What it is called, where that is known. */
  name: string;
  reason: string;
  pausedBy: string;
  pausedAt: string;
}

/** The pause of all delegated reading, as bars over the pages tell of it. `by`: a name where one is known. */
export interface PausedAll {
  by: string;
  at: string;
  reason: string;
}
