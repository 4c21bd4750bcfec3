"use server";

import { z } from "zod";
import { setFavourite as saveFavourite } from "@/db/queries/sheets";
import { defineAction } from "@/lib/actions/define-action";
import { ok } from "@/lib/result";
import { smartsheetId } from "@/lib/rules/schema";

/** A mark in the person's own list; it grants nothing and tells nothing, so any id may be marked. */
export const setFavourite = defineAction({
  need: "viewer",
  input: z.strictObject({ sheetId: smartsheetId, isFavourite: z.boolean() }),
  run: async ({ input, viewer, services }) => {
    await saveFavourite(viewer.userId, input.sheetId, input.isFavourite, services.clock.now().toISOString());
    return ok(null);
  },
});
