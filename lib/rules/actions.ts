"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import type { AppError } from "@/lib/errors";
import type { PickedGroups } from "@/lib/groups/schema";
import type { SheetId } from "@/lib/policy/ids";
import { ok, type Result } from "@/lib/result";
import { bulkInput } from "./bulk-schema";
import { importLines, importText } from "./import-schema";
import { address, markInput, ruleInput, smartsheetId } from "./schema";

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

/** Many rules at once, each as by itself; the answer tells of each how it went. */
export const bulkEditRules = defineAction({
  need: "rule:change",
  input: bulkInput,
  run: ({ input, viewer, services, context }) => services.ruleBulk.apply(input, viewer, context),
});

export const markColumn = defineAction({
  need: "column:mark",
  input: markInput,
  run: ({ input, viewer, services, context }) => services.columnMarks.mark(input, viewer, context),
});

/** Lines of a CSV file as rules, nothing of them checked against Smartsheet yet. */
export const readImport = defineAction({
  isImport: true,
  need: "rule:import",
  input: importText,
  run: async ({ input, services }) => ok(services.ruleImport.read(input.csv)),
});

/** Checks some of them as saving would, and writes nothing. */
export const tryImport = defineAction({
  need: "rule:import",
  input: importLines,
  run: ({ input, viewer, services, context }) => services.ruleImport.dryRun(input.lines, viewer, context),
});

export const importRules = defineAction({
  need: "rule:import",
  input: importLines,
  run: ({ input, viewer, services, context }) => services.ruleImport.save(input.lines, viewer, context),
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

export const pickPlaces = defineAction({
  need: "picker:sheets",
  input: z.strictObject({ connectionId, assume: address }),
  run: ({ input, services, context }) => services.pickers.places(input.connectionId, input.assume, context),
});

export const pickTitles = defineAction({
  need: "picker:columns",
  input: z.strictObject({
    connectionId,
    assume: address,
    type: z.enum(["folder", "workspace"]),
    id: smartsheetId,
  }),
  run: ({ input: { connectionId, assume, type, id }, services, context }) =>
    services.pickers.titles(connectionId, assume, { type, id }, context),
});

export const pickGroups = defineAction({
  need: "picker:people",
  input: z.strictObject({ connectionId }),
  async run({ services, context }): Promise<Result<PickedGroups, AppError>> {
    await services.groups.refreshOld(context);
    const { local, smartsheet, readAt } = await services.groups.list();
    return ok({
      local: local.map(({ id, name, members }) => ({ id, name, members: members.length })),
      smartsheet: smartsheet.map(({ id, name, members }) => ({ id, name, members: members.length })),
      readAt,
    });
  },
});

export const pickAttributes = defineAction({
  need: "picker:people",
  input: z.strictObject({}),
  run: async ({ services }) => ok(await services.groups.attributes()),
});
