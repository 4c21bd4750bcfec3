import { z } from "zod";

/** `?tag=` of the live route: what the page shows. Any text but ours only leads to a reload. */
export const liveQuery = z.strictObject({
  tag: z.string().regex(/^[\x21-\x7e]{1,200}$/, "Send the tag of the sheet as it came."),
});
