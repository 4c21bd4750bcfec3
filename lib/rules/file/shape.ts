import { z } from "zod";
import type { ColumnType } from "@/lib/policy/sheet";
import { ACTIONS } from "@/lib/policy/types";
import { address, moment, ownId, plainText, ruleInput, smartsheetId, title } from "../schema";

/** What a rule file may say. The rules are those of the API; only tests have shapes of their own. */

export const MOST_RULES = 10_000;
export const MOST_TESTS = 1_000;

const ruleId = z
  .string()
  .regex(/^R-[1-9]\d{0,9}$/, "Write the id as the rules list shows it, such as R-12. A new rule has none.");

const [permit, forbid] = ruleInput.options;
const withId = { id: ruleId.optional() };
export const fileRule = z.discriminatedUnion("effect", [permit.extend(withId), forbid.extend(withId)]);

const COLUMN_TYPES = [
  "TEXT_NUMBER",
  "DATE",
  "DATETIME",
  "ABSTRACT_DATETIME",
  "CHECKBOX",
  "PICKLIST",
  "MULTI_PICKLIST",
  "CONTACT_LIST",
  "MULTI_CONTACT_LIST",
  "DURATION",
  "PREDECESSOR",
] as const satisfies readonly ColumnType[];

const text = z.string().max(4000, "At most 4000 characters.");
/** Several values at once are for columns that hold several. */
const cell = z.union([text, z.number(), z.boolean(), z.array(text).max(100)]);
/** By column title. A blank cell is left out. */
const cells = z.record(z.string(), cell);
export type TestCell = z.infer<typeof cell>;
export type TestCells = z.infer<typeof cells>;

const sheet = z.strictObject({
  type: z.enum(["sheet", "report"]).default("sheet"),
  id: smartsheetId,
  name: plainText(200).default("Sheet"),
  /** Every folder and workspace it lies in. */
  within: z
    .array(z.strictObject({ type: z.enum(["folder", "workspace"]), id: smartsheetId }))
    .max(100)
    .default([]),
  columns: z
    .array(z.strictObject({ id: smartsheetId, title, type: z.enum(COLUMN_TYPES).default("TEXT_NUMBER") }))
    .min(1, "Name at least one column.")
    .max(400),
  rows: z.array(cells).max(2_000),
  /** For each row the number of the row above it, from 1, or null. Absent: no row has one. */
  parents: z.array(z.number().int().min(1).nullable()).max(2_000).optional(),
});

const person = z.strictObject({
  email: address,
  name: plainText(200).optional(),
  enabled: z.boolean().default(true),
  groups: z.array(smartsheetId).max(500).default([]),
  localGroups: z.array(ownId).max(500).default([]),
  /** Names of the groups, for conditions on `{viewer: group}`. */
  groupNames: z.array(plainText(200)).max(500).default([]),
  attributes: z.record(z.string(), z.array(text).max(500)).default({}),
});

const timeZone = z.string().refine(isTimeZone, "Write an IANA time zone name such as Europe/Berlin.");

export const fileTest = z.strictObject({
  name: plainText(200),
  given: z.strictObject({
    sheet,
    people: z.array(person).min(1, "Name at least one person.").max(500),
  }),
  /** Who looks: the address of one of the people. */
  as: address,
  at: moment.optional(),
  timeZone: timeZone.optional(),
  /** The share link the request comes by; `as` is then its maker. */
  link: ownId.optional(),
  action: z.enum(ACTIONS).default("read"),
  /** Whether the person's own access in Smartsheet opens the sheet. */
  own: z.boolean().default(false),
  expect: z.union([
    z.literal("nothing"),
    z.strictObject({
      columns: z.array(title).max(400),
      rows: z.array(cells).max(2_000),
      actions: z.array(z.enum(ACTIONS)).optional(),
    }),
  ]),
});
export type TestInput = z.infer<typeof fileTest>;

/** The outermost level alone, so that one bad rule does not hide what is wrong with the others. */
export const fileFrame = z.strictObject({
  /** Where editors find the JSON Schema; read by nobody here. */
  $schema: z.string().optional(),
  version: z.literal(1, "This program reads version 1. Write version: 1."),
  rules: z.array(z.unknown()).max(MOST_RULES).default([]),
  tests: z.array(z.unknown()).max(MOST_TESTS).default([]),
});

/** A whole file in one shape, for the published JSON Schema. */
export const wholeFile = fileFrame.extend({
  rules: z.array(fileRule).max(MOST_RULES).default([]),
  tests: z.array(fileTest).max(MOST_TESTS).default([]),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
