import { z } from "zod";
import { defineRoute } from "@/lib/actions/define-route";
import { parseInput } from "@/lib/actions/input";
import { ruleInput } from "@/lib/rules/schema";

export const GET = defineRoute({
  need: "rule:list",
  run: ({ params, services }) => services.rules.find(params.id ?? ""),
});

/** The rule's shape with the version the change was made on; the rest is checked by the rule's own schema. */
const versioned = z.looseObject({ version: z.number().int().positive() });

export const PUT = defineRoute({
  need: "rule:change",
  body: versioned,
  run: async ({ input, params, viewer, services, context }) => {
    const { version, ...rest } = input;
    const rule = parseInput(ruleInput, rest);
    return rule.ok ? services.rules.change(params.id ?? "", version, rule.value, viewer, context) : rule;
  },
});

export const DELETE = defineRoute({
  need: "rule:end",
  status: 204,
  run: ({ params, viewer, services, context }) => services.rules.end(params.id ?? "", viewer, context),
});
