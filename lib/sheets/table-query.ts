import { z } from "zod";

/** `?tag` of a table: what the page still holds. */
export const tableQuery = z.strictObject({
  tag: z
    .string()
    .regex(/^[\w-]{1,64}$/, "A tag has letters, digits, dashes and underscores.")
    .optional(),
});

/** All rows from the first on. */
export const WHOLE = { page: 1, pageSize: Number.MAX_SAFE_INTEGER };
