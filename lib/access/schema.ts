import { z } from "zod";
import type { DecisionRecord } from "@/lib/decisions/record";
import { ACTIONS, type Action } from "@/lib/policy/types";
import { moment, smartsheetId } from "@/lib/rules/schema-scope";

/** "May X read Y at time T?" Without a time: now. `own`: what is supposed of the person's own access. */
export const explainInput = z.strictObject({
  userId: smartsheetId,
  sheetId: smartsheetId,
  action: z.enum(ACTIONS).default("read"),
  at: moment.optional(),
  own: z.enum(["yes", "no"]).default("no"),
});
export type ExplainInput = z.infer<typeof explainInput>;

export const whoInput = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("sheet"),
    sheetId: smartsheetId,
    /** Only those who see this column, and this row. */
    columnId: smartsheetId.optional(),
    rowId: smartsheetId.optional(),
  }),
  z.strictObject({ by: z.literal("person"), userId: smartsheetId }),
]);
export type WhoInput = z.infer<typeof whoInput>;

/** The same from an address, with `format=csv` for a file. */
export const whoQuery = z
  .looseObject({ format: z.enum(["json", "csv"]).default("json") })
  .transform(({ format, ...question }, context) => {
    const parsed = whoInput.safeParse(question);
    if (parsed.success) return { question: parsed.data, format };
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  });

export interface ExplainAnswer {
  person: { userId: string; name: string; email: string };
  sheet: { id: string; name: string };
  action: Action;
  /** ISO 8601. */
  at: string;
  record: DecisionRecord;
  /** Rules about other sheets or people; the rest is in `record.considered`. */
  others: number;
  /** What the rules themselves say, by id, for reading: effect, who, what. */
  rules: Record<string, { version: number; sheetName: string; reason: string }>;
}

export interface WhoColumn {
  id: string;
  title: string;
  isSensitive: boolean;
}

/** One person and one sheet they see something of. */
export interface WhoLine {
  person: { userId: string; name: string; email: string };
  sheet: { id: string; name: string };
  via: "own" | "delegated";
  rules: string[];
  assumedUsers: string[];
  columns: (WhoColumn & { isMasked: boolean })[];
  /** The sheet's other columns, which stay closed to this person. */
  closed: WhoColumn[];
  /** How many rows show something. */
  rows: number;
  actions: Action[];
  /** ISO 8601; null for own access. */
  expiresAt: string | null;
}

export interface WhoAnswer {
  /** The sheet or the person asked about. */
  about: { id: string; name: string };
  lines: WhoLine[];
  /** All columns of a sheet that was asked about, and its rows by their first text. */
  columns: WhoColumn[];
  rows: { id: string; number: number; label: string }[];
  /** Sheets that were not looked at because there are too many, by name. */
  skipped: string[];
  /** Sheets no answer could be had of. */
  unreadable: string[];
  /** Own access is known only of what this process has seen. */
  at: string;
}

export interface AccessChoices {
  /** Everybody who ever signed in. */
  people: { id: string; name: string; email: string }[];
  /** Sheets somebody opened here, that a rule names, or that lie where a rule reaches. By name. */
  sheets: { id: string; name: string }[];
}

/** Names of what a decision mentions by id. */
export interface TraceNames {
  /** By lower-case address. */
  addresses: Record<string, string>;
  /** By id, Smartsheet's and our own. */
  groups: Record<string, string>;
  /** By `folder:1` and `workspace:1`. */
  places: Record<string, string>;
  connections: Record<string, string>;
}
