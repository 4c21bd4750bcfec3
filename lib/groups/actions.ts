"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { ok } from "@/lib/result";
import { csvInput, groupInput } from "./schema";

const id = z.string().min(1).max(50);

export const saveGroup = defineAction({
  need: "group:change",
  input: groupInput,
  isImport: true,
  run: ({ input, viewer, services, context }) => services.groups.save(input, viewer, context),
});

export const removeGroup = defineAction({
  need: "group:change",
  input: z.strictObject({ id }),
  run: ({ input, viewer, services, context }) => services.groups.remove(input.id, viewer, context),
});

export const importMembers = defineAction({
  need: "group:change",
  input: csvInput.extend({ id }),
  isImport: true,
  run: ({ input, viewer, services, context }) =>
    services.groups.importMembers(input.id, input.csv, viewer, context),
});

/** Asks Smartsheet; the page shows the lists themselves. */
export const refreshGroups = defineAction({
  need: "group:change",
  input: z.strictObject({}),
  async run({ services, context }) {
    const { readAt, problem } = await services.groups.refresh(context);
    return ok({ readAt, problem });
  },
});

export const importAttributes = defineAction({
  need: "group:change",
  input: csvInput,
  isImport: true,
  run: ({ input, services, context }) => services.groups.importAttributes(input.csv, context),
});
