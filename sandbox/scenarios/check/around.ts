import { z } from "zod";
import { SYMBOLS } from "../symbols";
import type {
  AttachmentSeed,
  AutomationRuleSeed,
  CrossSheetReferenceSeed,
  FilterSeed,
  SummarySeed,
} from "../types";
import { cell } from "./cell";
import {
  columnTitle,
  columnType,
  criterion,
  email,
  type Fields,
  format,
  formula,
  id,
  moment,
  rowNumber,
  text,
  value,
} from "./parts";

const attachment: z.ZodType<AttachmentSeed> = z
  .strictObject({
    name: text,
    row: rowNumber.optional(),
    by: email,
    at: moment,
    mimeType: z.string().optional(),
    text: z.string().optional(),
    base64: z
      .string()
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, "is no base64. Encode the file again.")
      .optional(),
    url: z.string().optional(),
    type: z
      .enum([
        "FILE",
        "LINK",
        "BOX_COM",
        "DROPBOX",
        "EGNYTE",
        "EVERNOTE",
        "GOOGLE_DRIVE",
        "ONEDRIVE",
        "TRELLO",
      ])
      .optional(),
    description: z.string().optional(),
  } satisfies Fields<AttachmentSeed>)
  .refine(
    ({ text, base64, url }) => [text, base64, url].filter((one) => one !== undefined).length === 1,
    'has no content, or more than one. Give exactly one of "text", "base64" and "url".',
  );

const comment = z.strictObject({
  by: email,
  at: moment,
  text: text.max(4_000, "is longer than 4,000 characters. Shorten it."),
  attachments: z.array(attachment).optional(),
});

const summaryField = z.strictObject({
  title: columnTitle,
  type: columnType,
  value: value.optional(),
  format: format.optional(),
  formula: formula.optional(),
  symbol: z.enum(Object.keys(SYMBOLS)).optional(),
  options: z.array(z.string()).optional(),
  locked: z.boolean().optional(),
} satisfies Fields<SummarySeed>);

const filter = z.strictObject({
  name: text,
  shared: z.boolean(),
  owner: email.optional(),
  operator: z.enum(["AND", "OR"]),
  includeParent: z.boolean().optional(),
  criteria: z.array(criterion),
} satisfies Fields<FilterSeed>);

const reference = z.strictObject({
  name: text,
  sheet: text,
  startColumn: text,
  endColumn: text,
  startRow: rowNumber.optional(),
  endRow: rowNumber.optional(),
} satisfies Fields<CrossSheetReferenceSeed>);

const automationRule = z.strictObject({
  id,
  name: text,
  enabled: z.boolean(),
  action: z.enum(["NOTIFICATION_ACTION", "UPDATE_REQUEST_ACTION", "APPROVAL_REQUEST_ACTION"]),
  recipients: z.array(email),
  by: email,
  at: moment,
} satisfies Fields<AutomationRuleSeed>);

/** What a sheet may have beside its columns and rows. */
export const around = {
  attachments: z.array(attachment).optional(),
  discussions: z
    .array(
      z.strictObject({
        row: rowNumber.optional(),
        comments: z.array(comment).min(1, "is empty. A discussion begins with a comment."),
      }),
    )
    .optional(),
  history: z
    .array(
      z.strictObject({
        row: rowNumber,
        column: text,
        was: z.array(z.strictObject({ by: email, at: moment, value: cell })),
      }),
    )
    .optional(),
  summary: z.array(summaryField).optional(),
  filters: z.array(filter).optional(),
  conditionalFormats: z
    .array(z.strictObject({ when: criterion, format, columns: z.array(text).optional() }))
    .optional(),
  crossSheetReferences: z.array(reference).optional(),
  automationRules: z.array(automationRule).optional(),
};
