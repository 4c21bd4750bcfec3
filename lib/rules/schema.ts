import { z } from "zod";
import { plainAddress } from "@/lib/policy/addresses";
import { SMARTSHEET_ID } from "@/lib/policy/ids";
import { ACTIONS, OPERATORS } from "@/lib/policy/types";

/** Shapes of rules as the API and the forms send and get them (CONTRACT §3). Unknown keys are refused everywhere. */

export const smartsheetId = z.string().regex(SMARTSHEET_ID, "This is no Smartsheet id.");

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
  z.strictObject({ type: z.literal("everyone") }),
]);

const ids = z.array(smartsheetId).min(1, "Choose at least one column.").max(400);

export const columns = z.discriminatedUnion("mode", [
  z.strictObject({ mode: z.literal("all") }),
  z.strictObject({ mode: z.literal("only"), ids }),
  z.strictObject({ mode: z.literal("except"), ids }),
]);
export type ColumnsInput = z.infer<typeof columns>;

const operand = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.strictObject({ viewer: z.enum(["email", "domain", "name"]) }),
]);
/** What the API and the forms compare with; the engine knows more (groups, attributes). */
export type OperandInput = z.infer<typeof operand>;

export const condition = z.strictObject({
  columnId: smartsheetId,
  operator: z.enum(OPERATORS),
  value: operand.optional(),
  values: z.array(operand).max(500).optional(),
});

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

const common = {
  principal,
  resource: z.strictObject({ type: z.literal("sheet"), id: smartsheetId }),
  actions: actions.default(["read"]),
  columns,
  rows: conditionGroup.nullable().default(null),
  startsAt: moment.nullable().optional(),
  reason: plainText(500),
};

export const ruleInput = z.discriminatedUnion("effect", [
  z.strictObject({
    effect: z.literal("permit"),
    ...common,
    delegation: z.strictObject({ assume: address, connectionId: z.string().min(1).max(40).optional() }),
    endsAt: moment,
  }),
  z.strictObject({ effect: z.literal("forbid"), ...common, endsAt: moment.nullable() }),
]);
export type RuleInput = z.infer<typeof ruleInput>;

/** What is stored: the input, with what only saving knows. */
export const ruleBody = z.discriminatedUnion("effect", [
  z.strictObject({
    effect: z.literal("permit"),
    ...common,
    delegation: z.strictObject({ assume: address, connectionId: z.string() }),
    /** What the assumed user was called when the rule was saved, to be read instead of an address. */
    assumedName: z.string().optional(),
    endsAt: moment,
    knownColumns: z.array(smartsheetId),
    sheetName: z.string(),
    columnTitles: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    effect: z.literal("forbid"),
    ...common,
    endsAt: moment.nullable(),
    knownColumns: z.array(smartsheetId),
    sheetName: z.string(),
    columnTitles: z.record(z.string(), z.string()),
  }),
]);
export type RuleBody = z.infer<typeof ruleBody>;

/** A rule as the API answers it. */
export interface RuleAnswer {
  id: string;
  version: number;
  effect: "permit" | "forbid";
  principal: z.infer<typeof principal>;
  resource: { type: "sheet"; id: string };
  delegation?: { assume: string; connectionId: string };
  assumedName?: string;
  actions: (typeof ACTIONS)[number][];
  columns: ColumnsInput;
  rows: GroupInput | null;
  startsAt: string | null;
  endsAt: string | null;
  reason: string;
  createdBy: string;
  createdAt: string;
  endedAt?: string;
  /** As it was called when the rule was saved. */
  sheetName: string;
  /** Titles of the columns the rule names, as they were when it was saved. */
  columnTitles: Record<string, string>;
  state: "active" | "upcoming" | "ended" | "unreadable";
  /** What went wrong at the last read under this rule, if anything did. */
  problem: { code: string; at: string } | null;
}

/** One step in a rule's history. */
export interface RuleVersionAnswer {
  version: number;
  change: "created" | "changed" | "extended" | "ended";
  changedBy: string;
  at: string;
  rule: RuleAnswer;
}

/** What a rule would give away, computed on real data. Sample rows only after a recent sign-in. */
export interface RulePreview {
  sheetName: string;
  assumedUser: string;
  people: { known: number; label: string };
  columns: { open: number; of: number; titles: string[] };
  rows: { open: number; of: number };
  /** Column titles that sound like personal or pay data and would be open. */
  sensitive: string[];
  /** Sensitive-sounding columns that stay hidden. */
  keptHidden: string[];
  sample: { columns: SampleColumn[]; rows: SampleRow[]; asWhom: string } | null;
  /** Why there is no sample, or what to know before saving. */
  notes: string[];
}

export interface SampleColumn {
  id: string;
  title: string;
}

export interface SampleRow {
  id: string;
  cells: Record<string, string>;
}
