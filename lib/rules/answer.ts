import type { RuleRow, RuleVersionRow } from "@/db/queries/rules";
import { readBody, ruleIdOf } from "./facts";
import type { ResourceInput, RuleAnswer, RuleVersionAnswer } from "./schema";

/** A stored rule as pages and the API show it. `now`: ISO 8601. */
export function toRuleAnswer(
  row: RuleRow,
  now: string,
  problem: { problem: string; at: string } | null,
): RuleAnswer {
  const read = readBody(row);
  const shared = {
    id: ruleIdOf(row.number) as string,
    version: row.version,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    ...(row.endedAt === null ? {} : { endedAt: row.endedAt }),
    problem: problem ? { code: problem.problem, at: problem.at } : null,
  };
  if ("unreadable" in read)
    return {
      ...shared,
      effect: row.effect === "permit" ? "permit" : "forbid",
      principal: { type: "everyone" },
      resource: { type: resourceTypeOf(row.resourceType), id: row.sheetId },
      actions: ["read"],
      columns: { mode: "all" },
      rows: null,
      startsAt: null,
      endsAt: null,
      hours: null,
      ticket: null,
      reason:
        "This rule cannot be read any more. A permit gives nothing; a forbid closes its sheet. End it and write it anew.",
      sheetName: row.sheetId,
      columnTitles: {},
      state: "unreadable",
    };
  const { body } = read;
  return {
    ...shared,
    effect: body.effect,
    principal: body.principal,
    resource: body.resource,
    ...(body.effect === "permit"
      ? {
          delegation: body.delegation,
          assumedName: body.assumedName,
          ...(body.masks?.length ? { masks: body.masks } : {}),
          ...(body.parents ? { parents: true } : {}),
          ...(body.freshSeconds === undefined ? {} : { freshSeconds: body.freshSeconds }),
        }
      : body.lookup
        ? { lookup: body.lookup }
        : {}),
    actions: body.actions,
    columns: body.columns,
    rows: body.rows,
    startsAt: body.startsAt ?? null,
    endsAt: body.endsAt,
    hours: body.hours ?? null,
    reason: body.reason,
    ticket: body.ticket ?? null,
    sheetName: body.sheetName,
    columnTitles: body.columnTitles,
    state: stateOf(row.endedAt, body.startsAt ?? null, body.endsAt, now),
  };
}

function resourceTypeOf(text: string): ResourceInput["type"] {
  return text === "report" || text === "folder" || text === "workspace" ? text : "sheet";
}

function stateOf(
  endedAt: string | null,
  startsAt: string | null,
  endsAt: string | null,
  now: string,
): RuleAnswer["state"] {
  const at = Date.parse(now);
  if (endedAt !== null || (endsAt !== null && Date.parse(endsAt) <= at)) return "ended";
  return startsAt !== null && Date.parse(startsAt) > at ? "upcoming" : "active";
}

export function toVersionAnswer(version: RuleVersionRow, row: RuleRow, now: string): RuleVersionAnswer {
  const endedAt = version.change === "ended" ? version.at : null;
  const then = JSON.parse(version.body) as { effect: string; resource: { type: string; id: string } };
  const asRow = {
    ...row,
    version: version.version,
    body: version.body,
    effect: then.effect,
    resourceType: then.resource.type,
    sheetId: then.resource.id,
    endedAt,
  };
  return {
    version: version.version,
    change: version.change as RuleVersionAnswer["change"],
    changedBy: version.changedBy,
    at: version.at,
    rule: toRuleAnswer(asRow, now, null),
  };
}
