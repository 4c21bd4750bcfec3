import { z } from "zod";
import type { ACTIONS } from "@/lib/policy/types";
import {
  actions,
  type ColumnsInput,
  columns,
  conditionGroup,
  delegation,
  freshSeconds,
  type GroupInput,
  type HoursInput,
  hours,
  type MasksInput,
  masks,
  moment,
  plainText,
  principal,
  type ResourceInput,
  resource,
  smartsheetId,
  title,
} from "./schema-scope";

export * from "./schema-scope";

/** Shapes of rules as the API, the forms and the rule files send and get them (CONTRACT §3). What no shape can say stands in `check.ts`. */

const common = {
  principal,
  resource,
  actions: actions.default(["read"]),
  columns,
  rows: conditionGroup.nullable().default(null),
  startsAt: moment.nullable().optional(),
  /** Null or absent: at any hour. */
  hours: hours.nullable().optional(),
  reason: plainText(500),
  /** Number or address of whatever asked for the rule, in another system. */
  ticket: plainText(200).nullable().optional(),
};

const permitOnly = {
  masks: masks.optional(),
  /** The rows above a row that `rows` matches are shown too. */
  parents: z.boolean().optional(),
  /** Absent: as the connection says. */
  freshSeconds: freshSeconds.optional(),
  endsAt: moment,
};

const forbidOnly = {
  /** For a folder or workspace: whose view of it tells what lies below. */
  lookup: delegation.optional(),
  endsAt: moment.nullable(),
};

export const ruleInput = z.discriminatedUnion("effect", [
  z.strictObject({ effect: z.literal("permit"), ...common, ...permitOnly, delegation }),
  z.strictObject({ effect: z.literal("forbid"), ...common, ...forbidOnly }),
]);
export type RuleInput = z.infer<typeof ruleInput>;

/** A change to foresee: which rule (null: a new one), and what it would say (null: nothing any more). */
export const foreseeInput = z
  .strictObject({ id: z.string().max(20).nullable(), rule: ruleInput.nullable() })
  .refine(({ id, rule }) => id !== null || rule !== null, "Say which rule, or what a new one would say.");

const known = {
  /** Ids the sheet had when the rule was saved; empty where it is about many. */
  knownColumns: z.array(smartsheetId),
  /** What the resource was called then. */
  sheetName: z.string(),
  columnTitles: z.record(z.string(), z.string()),
};
const settled = delegation.extend({ connectionId: z.string() });

/** What is stored: the input, with what only saving knows. */
export const ruleBody = z.discriminatedUnion("effect", [
  z.strictObject({
    effect: z.literal("permit"),
    ...common,
    ...permitOnly,
    delegation: settled,
    /** What the assumed user was called when the rule was saved, to be read instead of an address. */
    assumedName: z.string().optional(),
    ...known,
  }),
  z.strictObject({
    effect: z.literal("forbid"),
    ...common,
    ...forbidOnly,
    lookup: settled.optional(),
    ...known,
  }),
]);
export type RuleBody = z.infer<typeof ruleBody>;

/** What an administrator says of a column. */
export const markInput = z.strictObject({
  sheetId: smartsheetId,
  columnId: smartsheetId,
  title,
  isSensitive: z.boolean(),
});
export type MarkInput = z.infer<typeof markInput>;

/** A rule as the API answers it. */
export interface RuleAnswer {
  id: string;
  version: number;
  effect: "permit" | "forbid";
  principal: z.infer<typeof principal>;
  resource: ResourceInput;
  delegation?: { assume: string; connectionId: string };
  assumedName?: string;
  actions: (typeof ACTIONS)[number][];
  columns: ColumnsInput;
  rows: GroupInput | null;
  masks?: MasksInput;
  parents?: boolean;
  /** How old its data may be, in seconds; absent: as the connection says. */
  freshSeconds?: number;
  lookup?: { assume: string; connectionId: string };
  startsAt: string | null;
  endsAt: string | null;
  hours: HoursInput | null;
  reason: string;
  ticket: string | null;
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
