"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import type { SheetId } from "@/lib/policy/ids";
import { address, ruleInput, smartsheetId } from "./schema";

const connectionId = z.string().min(1).max(40).optional();
const ruleId = z.string().max(20);

export const createRule = defineAction({
  need: "rule:create",
  input: z.strictObject({ rule: ruleInput }),
  run: ({ input, viewer, services, context }) => services.rules.create(input.rule, viewer, context),
});

export const changeRule = defineAction({
  need: "rule:change",
  input: z.strictObject({ id: ruleId, version: z.number().int().positive(), rule: ruleInput }),
  run: ({ input, viewer, services, context }) =>
    services.rules.change(input.id, input.version, input.rule, viewer, context),
});

export const endRule = defineAction({
  need: "rule:end",
  input: z.strictObject({ id: ruleId }),
  run: ({ input, viewer, services, context }) => services.rules.end(input.id, viewer, context),
});

export const pickPeople = defineAction({
  need: "picker:people",
  input: z.strictObject({ connectionId }),
  run: ({ input, services, context }) => services.pickers.people(input.connectionId, context),
});

export const pickSheets = defineAction({
  need: "picker:sheets",
  input: z.strictObject({ connectionId, assume: address }),
  run: ({ input, services, context }) => services.pickers.sheets(input.connectionId, input.assume, context),
});

export const pickColumns = defineAction({
  need: "picker:columns",
  input: z.strictObject({ connectionId, assume: address, sheetId: smartsheetId }),
  run: ({ input, services, context }) =>
    services.pickers.columns(input.connectionId, input.assume, input.sheetId as SheetId, context),
});
