import { z } from "zod";
import { idText } from "./wire-ids";

/**
 * What we read of Smartsheet's answers. Keys not named here are dropped (I12); keys named here must have the right
 * shape or the whole answer is refused (F06). Rows and cells are read by hand in `sheet-parse.ts`, for speed.
 */

export const wireId = z.unknown().transform((value, context) => {
  const text = idText(value);
  if (text !== null) return text;
  context.addIssue({ code: "custom", message: "not an id" });
  return z.NEVER;
});

/** Smartsheet leaves absent fields out, but some answers hold null instead. */
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

/** Drops what does not fit rather than refusing: an error's details must not hide the error. */
export const errorBody = z.object({
  errorCode: z.number().int().optional().catch(undefined),
  refId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
});

const wireGroup = z.object({ id: wireId, name: z.string() });

/** `GET /users/me?include=groups`. The prose says `groups`, the schema says `data`. */
export const wireProfile = z.object({
  id: wireId,
  email: z.string().min(3),
  firstName: optionalText,
  lastName: optionalText,
  admin: z
    .boolean()
    .nullish()
    .transform((admin) => admin === true),
  groups: z.array(wireGroup).nullish(),
  data: z.array(wireGroup).nullish(),
  account: z.object({ id: wireId, name: z.string() }).nullish(),
});

export const wireUser = z.object({
  id: wireId,
  email: z.string().min(3),
  name: optionalText,
  firstName: optionalText,
  lastName: optionalText,
  admin: z.boolean().nullish(),
  status: optionalText,
});

export const wireSheetSummary = z.object({
  id: wireId,
  name: z.string(),
  accessLevel: z.string(),
  modifiedAt: optionalText,
});

export const wireVersion = z.object({ version: z.number().int().nonnegative() });

export const wirePage = z.object({
  data: z.array(z.unknown()),
  pageNumber: z.number().int().nullish(),
  pageSize: z.number().int().nullish(),
  totalPages: z.number().int().nullish(),
});

export const wireNamed = z.object({ id: wireId, name: z.string() });

/** One newer case says `type` instead of `resourceType`. */
export const wireChild = z
  .object({ id: wireId, name: z.string(), resourceType: optionalText, type: optionalText })
  .transform(({ id, name, resourceType, type }) => ({ id, name, kind: resourceType ?? type ?? "" }));

export const wireTokenPage = z.object({ data: z.array(z.unknown()), lastKey: optionalText });

export const wireGroupMembers = z.object({
  members: z.array(
    z.object({
      id: wireId,
      email: z.string().min(3),
      name: optionalText,
      firstName: optionalText,
      lastName: optionalText,
    }),
  ),
});

/** One object from the workspace down; each level holds the one child on the path. */
export interface WirePath {
  id: string;
  name: string;
  folders?: WirePath[] | null;
  sheets?: { id: string; name: string }[] | null;
  reports?: { id: string; name: string }[] | null;
}
export const wirePath: z.ZodType<WirePath> = z.lazy(() =>
  z.object({
    id: wireId,
    name: z.string(),
    folders: z.array(wirePath).max(1).nullish(),
    sheets: z.array(wireNamed).max(1).nullish(),
    reports: z.array(wireNamed).max(1).nullish(),
  }),
);

const optionText = z.union([z.string(), z.number().transform(String)]);

export const wireColumn = z.object({
  id: wireId,
  index: z.number().int().nonnegative(),
  title: z.string(),
  type: z.string(),
  primary: z.boolean().nullish(),
  width: z.number().nonnegative().nullish(),
  options: z.array(optionText).nullish(),
  symbol: optionalText,
  format: optionalText,
  systemColumnType: optionalText,
});

export type WireColumn = z.infer<typeof wireColumn>;
export type WireProfile = z.infer<typeof wireProfile>;
export type WireUser = z.infer<typeof wireUser>;
export type WireSheetSummary = z.infer<typeof wireSheetSummary>;
