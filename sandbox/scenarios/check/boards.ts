import { z } from "zod";
import type { ReportColumnSeed, ReportSeed, SightSeed, WidgetSeed } from "../types";
import { asset, columnTitle, count, criterion, type Fields, key, rowNumber, text } from "./parts";

/** `reports.json`. */
export const reportsFile: z.ZodType<ReportSeed[]> = z.array(
  z.strictObject({
    key,
    ...asset,
    sheets: z.array(text).min(1, "is empty. A report has at least one source sheet."),
    columns: z
      .array(
        z.strictObject({
          title: columnTitle,
          also: z.array(columnTitle).optional(),
          sheetName: z.boolean().optional(),
          width: count.optional(),
        } satisfies Fields<ReportColumnSeed>),
      )
      .min(1, "is empty. A report shows at least one column."),
    criteria: z.array(criterion).optional(),
    sort: z.strictObject({ column: columnTitle, descending: z.boolean().optional() }).optional(),
  } satisfies Fields<ReportSeed>),
);

export const WIDGET_TYPES = [
  "CHART",
  "GRIDGANTT",
  "IMAGE",
  "METRIC",
  "RICHTEXT",
  "SHEETSUMMARY",
  "SHORTCUT",
  "SHORTCUTICON",
  "SHORTCUTLIST",
  "TITLE",
  "WEBCONTENT",
];

/** `sights.json`: dashboards. */
export const sightsFile: z.ZodType<SightSeed[]> = z.array(
  z.strictObject({
    key,
    ...asset,
    columnCount: rowNumber,
    backgroundColor: z
      .string()
      .regex(/^#[0-9A-F]{6}$/i, "is no colour. Write it like #E6F5FE.")
      .optional(),
    widgets: z.array(
      z.strictObject({
        type: z.enum(WIDGET_TYPES),
        title: z.string().optional(),
        x: count,
        y: count,
        width: rowNumber,
        height: rowNumber,
        contents: z.record(z.string(), z.unknown()),
      } satisfies Fields<WidgetSeed>),
    ),
  } satisfies Fields<SightSeed>),
);
