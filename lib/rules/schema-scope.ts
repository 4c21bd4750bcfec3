import { z } from "zod";
import { plainAddress } from "@/lib/policy/addresses";
import { SMARTSHEET_ID } from "@/lib/policy/ids";
import { ACTIONS, OPERATORS, VIEWER_FACTS, type Weekday } from "@/lib/policy/types";

/** The parts a rule is made of: who, what, which cells, when (CONTRACT §3). Unknown keys are refused everywhere. */

export const smartsheetId = z.string().regex(SMARTSHEET_ID, "This is no Smartsheet id.");
export const ownId = z.string().regex(/^[A-Za-z]-[A-Za-z0-9-]{1,40}$/, "This is no id of ours.");

export const address = z
  .string()
  .trim()
  .transform((text, context) => {
    const plain = plainAddress(text);
    if (plain !== null) return plain;
    context.addIssue({ code: "custom", message: "Write one plain e-mail address." });
    return z.NEVER;
  });

const domain = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?$/, "Write a domain such as example.com.")
  .max(253)
  .transform((text) => text.toLowerCase());

/** Text a person typed, without control characters and halves of surrogate pairs. */
export function plainText(longest: number) {
  return z
    .string()
    .trim()
    .min(1, "Write something here.")
    .max(longest, `At most ${longest} characters.`)
    .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), "Remove the control characters.");
}

/** ISO 8601 with an offset, from 1970 to 9999. */
export const moment = z.iso.datetime({
  offset: true,
  message: "Write a time with its offset, such as 2026-12-31T23:59:59Z.",
});

export const principal = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("user"), email: address }),
  z.strictObject({ type: z.literal("domain"), domain }),
  z.strictObject({ type: z.literal("group"), id: smartsheetId }),
  z.strictObject({ type: z.literal("localGroup"), id: ownId }),
  z.strictObject({ type: z.literal("everyone") }),
  /** One share link, or every one of them (null). */
  z.strictObject({ type: z.literal("link"), id: ownId.nullable() }),
]);

export const resource = z.strictObject({
  type: z.enum(["sheet", "report", "folder", "workspace"]),
  id: smartsheetId,
});
export type ResourceInput = z.infer<typeof resource>;

/** A column's title as one types it. */
export const title = z.string().trim().min(1, "Write a title.").max(100, "At most 100 characters.");

const ids = z.array(smartsheetId).min(1, "Choose at least one column.").max(400);
const titles = z.array(title).min(1, "Choose at least one column.").max(400);
const BY_ONE = "Name the columns by id or by title, one of the two.";
const isOne = (one: unknown, other: unknown) => (one === undefined) !== (other === undefined);
const named = { ids: ids.optional(), titles: titles.optional() };

/** By id on one sheet or report, by title over many. */
export const columns = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("all") }),
  z
    .strictObject({ mode: z.literal("only"), ...named })
    .refine((given) => isOne(given.ids, given.titles), BY_ONE),
  z
    .strictObject({ mode: z.literal("except"), ...named })
    .refine((given) => isOne(given.ids, given.titles), BY_ONE),
]);
export type ColumnsInput = z.infer<typeof columns>;

const mask = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("last4") }),
  z.strictObject({ kind: z.literal("initials") }),
  z.strictObject({ kind: z.literal("year") }),
  z.strictObject({ kind: z.literal("bucket"), size: z.number().int().min(2).max(1_000_000_000_000) }),
  z.strictObject({ kind: z.literal("constant"), text: plainText(100) }),
]);
export type MaskInput = z.infer<typeof mask>;

export const masks = z
  .array(
    z
      .strictObject({ columnId: smartsheetId.optional(), title: title.optional(), mask })
      .refine((given) => isOne(given.columnId, given.title), BY_ONE),
  )
  .max(400);
export type MasksInput = z.infer<typeof masks>;

const operand = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.strictObject({ viewer: z.enum(VIEWER_FACTS) }),
  z.strictObject({ attribute: plainText(100) }),
]);
/** What a condition compares with: a value, or something about the person who looks. */
export type OperandInput = z.infer<typeof operand>;

export const condition = z
  .strictObject({
    columnId: smartsheetId.optional(),
    title: title.optional(),
    operator: z.enum(OPERATORS),
    value: operand.optional(),
    values: z.array(operand).max(500).optional(),
  })
  .refine((given) => isOne(given.columnId, given.title), BY_ONE);

export type ConditionInput = z.infer<typeof condition>;
export interface GroupInput {
  match: "all" | "any" | "none";
  conditions: (ConditionInput | GroupInput)[];
}

export const conditionGroup: z.ZodType<GroupInput> = z.lazy(() =>
  z.strictObject({
    match: z.enum(["all", "any", "none"]),
    conditions: z.array(z.union([condition, conditionGroup])).max(200),
  }),
);

export const actions = z
  .array(z.enum(ACTIONS))
  .max(ACTIONS.length)
  .transform((given) => ACTIONS.filter((action) => action === "read" || given.includes(action)));

const clock = (pattern: RegExp, such: string) => z.string().regex(pattern, `Write a time such as ${such}.`);
const weekday = z
  .number()
  .int()
  .min(1)
  .max(7)
  .transform((day) => day as Weekday);

/** In the installation's time zone. A window over midnight is two rules. */
export const hours = z
  .strictObject({
    days: z.array(weekday).min(1, "Choose at least one day.").max(7),
    from: clock(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "09:00"),
    to: clock(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "17:30"),
  })
  .refine(
    (given) => given.from < given.to,
    "The hours end before they begin. Over midnight takes two rules.",
  );
export type HoursInput = z.infer<typeof hours>;

const SECONDS = "Give whole seconds from 5 to 3,600.";

/** How old a permit's data may be before Smartsheet is asked again. */
export const freshSeconds = z.number(SECONDS).int(SECONDS).min(5, SECONDS).max(3600, SECONDS);

/** Whose access is used, or for a forbid over a folder or workspace whose view tells what lies below it. */
export const delegation = z.strictObject({
  // I05: one person, never a pattern; an asterisk may stand in an address, but in no real one.
  assume: address.refine((one) => !one.includes("*"), "Name one person, not a pattern."),
  connectionId: z.string().min(1).max(40).optional(),
});
