"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { ok } from "@/lib/result";

export const checkHealth = defineAction({
  need: "rule:health",
  input: z.strictObject({}),
  run: async ({ services, context }) => ok(await services.health.check(context)),
});
