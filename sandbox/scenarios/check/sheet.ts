import { z } from "zod";
import { GENERATOR_NAMES } from "../generators";
import { CHECKBOX_SYMBOLS, SYMBOLS } from "../symbols";
import type { ColumnSeed, RowSeed, SheetSeed } from "../types";
import { around } from "./around";
import { cell } from "./cell";
import { asset, columnTitle, columnType, count, email, type Fields, format, id, rowNumber } from "./parts";

const column: z.ZodType<ColumnSeed> = z.strictObject({
  id,
  title: columnTitle,
  type: columnType,
  primary: z.boolean().optional(),
  width: count.optional(),
  options: z.array(z.string()).optional(),
  contactOptions: z
    .array(z.strictObject({ name: z.string().optional(), email: email.optional() }))
    .optional(),
  symbol: z.enum([...Object.keys(SYMBOLS), ...CHECKBOX_SYMBOLS]).optional(),
  format: format.optional(),
  description: z.string().max(250, "is longer than 250 characters. Shorten it.").optional(),
  hidden: z.boolean().optional(),
  locked: z.boolean().optional(),
  validation: z.boolean().optional(),
  tags: z.array(z.enum(columnTags())).optional(),
  formula: z.string().optional(),
  systemColumnType: z
    .enum(["AUTO_NUMBER", "CREATED_DATE", "MODIFIED_DATE", "CREATED_BY", "MODIFIED_BY"])
    .optional(),
  autoNumberFormat: z
    .strictObject({
      prefix: z.string().optional(),
      fill: z.string().optional(),
      startingNumber: count.optional(),
      suffix: z.string().optional(),
    })
    .optional(),
} satisfies Fields<ColumnSeed>);

const row: z.ZodType<RowSeed> = z.strictObject({
  id,
  depth: count.optional(),
  format: format.optional(),
  locked: z.boolean().optional(),
  expanded: z.boolean().optional(),
  cells: z.array(cell),
} satisfies Fields<RowSeed>);

const generated = z.strictObject({
  from: z.enum(GENERATOR_NAMES),
  count,
  seed: count.optional(),
});

/** `sheets/<key>.json`. */
export const sheetFile: z.ZodType<Omit<SheetSeed, "key">> = z.strictObject({
  ...asset,
  version: rowNumber,
  dependencies: z.boolean().optional(),
  publish: z
    .strictObject({
      readOnlyLite: z.boolean().optional(),
      readOnlyFull: z.boolean().optional(),
      readWrite: z.boolean().optional(),
      ical: z.boolean().optional(),
      accessibleBy: z.enum(["ALL", "ORG", "SHARED"]).optional(),
    })
    .optional(),
  columns: z.array(column).min(1, "is empty. A sheet has at least its primary column."),
  rows: z.union([z.array(row), generated]),
  ...around,
} satisfies Fields<Omit<SheetSeed, "key">>);

function columnTags(): string[] {
  const gantt = ["ALLOCATION", "ASSIGNED_RESOURCE", "DISPLAY_LABEL", "DURATION", "START_DATE", "END_DATE"];
  return [
    ...[...gantt, "PERCENT_COMPLETE", "PREDECESSOR"].map((tag) => `GANTT_${tag}`),
    ...["START_DATE", "END_DATE", "VARIANCE"].map((tag) => `BASELINE_${tag}`),
    ...["CALENDAR_START_DATE", "CALENDAR_END_DATE", "CARD_DONE"],
  ];
}
