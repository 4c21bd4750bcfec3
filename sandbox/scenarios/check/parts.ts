import { z } from "zod";
import { OPERATOR_NAMES } from "../../store/criteria";
import { COLORS, CURRENCIES, DATE_FORMATS, FONTS, type Looks, SIZES } from "../format";
import type { AccessLevel, ColumnType, CriterionSeed, FormatSeed, Primitive, ShareSeed } from "../types";

/**
 * What the files of a scenario are made of. The words of a check say what to write instead.
 * `Fields` holds a check against its type: every field, and no other.
 */
export type Fields<Seed> = Record<keyof Seed, z.ZodType>;

export const text = z.string().min(1, "is empty. Write at least one character.");

/** Compared as they stand, so they are written in small letters. */
export const email = z
  .string()
  .regex(/^[^\s@A-Z]+@[^\s@A-Z]+$/, "is no address in small letters. Write one like vik@acme.test.");

export const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, "is no key. Use small letters, digits and hyphens, as in budget-2026.");

export const moment = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    "is no moment. Write it like 2026-11-24T08:30:00Z, in UTC.",
  )
  .refine((value) => !Number.isNaN(Date.parse(value)), "is a day or time there is not. Correct it.");

export const count = z.number().int("is no whole number. Write one.").min(0, "is below 0. Write 0 or more.");

/** Only where the id itself is the point. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/, "is no id. Write up to 19 digits as a text, or leave it out.")
  .optional();

/** 1-based, as people count rows. */
export const rowNumber = z
  .number()
  .int("is no whole number. Write one.")
  .min(1, "is no row. Rows count from 1.");

const entry = (entries: number) =>
  z
    .number()
    .int("is no whole number. Write one.")
    .min(0, "is below 0. Write 0 or more.")
    .max(entries - 1, `is past the end of its table. Write ${entries - 1} or less.`);

const LEVELS: AccessLevel[] = ["OWNER", "ADMIN", "EDITOR_SHARE", "EDITOR", "COMMENTER", "VIEWER"];

const share: z.ZodType<ShareSeed> = z
  .strictObject({
    email: email.optional(),
    group: text.optional(),
    accessLevel: z.enum(LEVELS),
    id: text.optional(),
  } satisfies Fields<ShareSeed>)
  .refine(
    ({ email, group }) => (email === undefined) !== (group === undefined),
    'names a person and a group, or neither. Give either "email" or "group".',
  );

const looks: z.ZodType<Looks> = z.strictObject({
  font: z.enum(FONTS).optional(),
  size: entry(SIZES).optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strike: z.boolean().optional(),
  align: z.enum(["left", "center", "right"]).optional(),
  vertical: z.enum(["top", "middle", "bottom"]).optional(),
  text: entry(COLORS).optional(),
  background: entry(COLORS).optional(),
  taskbar: entry(COLORS).optional(),
  currency: z.enum(CURRENCIES.slice(1)).optional(),
  decimals: entry(6).optional(),
  thousands: z.boolean().optional(),
  number: z.enum(["NUMBER", "CURRENCY", "PERCENT"]).optional(),
  wrap: z.boolean().optional(),
  date: entry(DATE_FORMATS).optional(),
} satisfies Fields<Looks>);

export const format: z.ZodType<FormatSeed> = z.union([
  z
    .string()
    .regex(
      /^\d*(,\d*){15,16}$/,
      'is no descriptor. Write 17 numbers or blanks with commas, or {"bold": true}.',
    ),
  looks,
]);

const COLUMN_TYPES: ColumnType[] = [
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
];

export const columnType = z.enum(COLUMN_TYPES);

/** The service's own limits. */
export const columnTitle = text.max(50, "is longer than 50 characters. Shorten it.");
const cellText = z.string().max(4_000, "is longer than 4,000 characters. Shorten it.");

export const primitive: z.ZodType<Primitive> = z.union([cellText, z.number(), z.boolean()]);
export const value = z.union([primitive, z.array(z.string())]);

export const formula = z.string().startsWith("=", "is no formula. Begin it with =.");

export const criterion: z.ZodType<CriterionSeed> = z.strictObject({
  column: z.string(),
  operator: z.enum([...OPERATOR_NAMES]),
  values: z.array(z.union([z.string(), z.number()])).optional(),
} satisfies Fields<CriterionSeed>);

export const name = text.max(50, "is longer than 50 characters. Shorten it.");

/** What everything that can be shared has. */
export const owned = { owner: email, shares: z.array(share), createdAt: moment, modifiedAt: moment };

/** What sheets, reports and dashboards have in common; their key stands elsewhere. */
export const asset = { id, name, ...owned, folder: key.optional() };
