import { z } from "zod";
import type { CellDetail, CellSeed } from "../types";
import { type Fields, format, formula, primitive, rowNumber, text, value } from "./parts";

export const cell: z.ZodType<CellSeed> = z.union([
  primitive,
  z.null(),
  z.array(z.string()),
  z.strictObject({
    value: value.optional(),
    format: format.optional(),
    formula: formula.optional(),
    link: z
      .strictObject({
        url: z.string().optional(),
        sheetId: z.string().optional(),
        reportId: z.string().optional(),
        sightId: z.string().optional(),
      })
      .optional(),
    image: z
      .strictObject({
        name: text,
        altText: z.string().optional(),
        width: rowNumber,
        height: rowNumber,
      })
      .optional(),
    linkIn: z.strictObject({ sheet: text, row: rowNumber, column: text }).optional(),
  } satisfies Fields<CellDetail>),
]);
