import "server-only";
import type { RuleRow } from "@/db/queries/rules";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedError, DelegatedReader } from "@/lib/connections/delegated-reader";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { SourceColumn } from "@/lib/policy/sheet";
import { foldTitle } from "@/lib/policy/titles";
import { conditionsOf } from "@/lib/rules/condition-columns";
import { readBody } from "@/lib/rules/facts";
import type { RuleBody } from "@/lib/rules/schema";
import type { PlanUser } from "@/lib/smartsheet/port";
import { columnFinding, finding, type RuleTimes, timeFindings } from "./findings";
import type { Finding } from "./schema";

/** What a whole check knows before it looks at rules one by one. */
export interface CheckWorld {
  now: string;
  reader: DelegatedReader;
  context: ReadContext;
  /** People of each connection's plan by lower-case address; null where they could not be read. */
  people: ReadonlyMap<string, ReadonlyMap<string, PlanUser> | null>;
  /** Connections whose token is refused. */
  refused: ReadonlySet<string>;
  usedAt: ReadonlyMap<number, string>;
  localGroups: ReadonlySet<string>;
  smartsheetGroups: ReadonlySet<string>;
  areGroupsFresh: boolean;
  /** Addresses bound to somebody. */
  bound: ReadonlySet<string>;
}

/** Everything that is or soon will be the matter with one rule; empty is green. Costs one or two calls. */
export async function checkRuleHealth(row: RuleRow, world: CheckWorld): Promise<Finding[]> {
  const read = readBody(row);
  if (!("body" in read))
    return [
      finding(
        "unreadable",
        row.effect === "permit"
          ? "It cannot be read any more and gives nothing."
          : "It cannot be read any more and closes what it is about.",
        "End it and write it anew.",
      ),
    ];
  const { body } = read;
  const times: RuleTimes = {
    now: world.now,
    endsAt: body.endsAt,
    createdAt: row.createdAt,
    usedAt: world.usedAt.get(row.number) ?? null,
    isPermit: body.effect === "permit",
  };
  return [...(await accessFindings(body, world)), ...principalFindings(body, world), ...timeFindings(times)];
}

async function accessFindings(body: RuleBody, world: CheckWorld): Promise<Finding[]> {
  const by = body.effect === "permit" ? body.delegation : body.lookup;
  if (!by) return [];
  const people = world.people.get(by.connectionId);
  if (people === undefined)
    return [
      finding(
        "connection_gone",
        "The connection it reads through was removed.",
        "Choose another connection in the rule.",
      ),
    ];
  if (world.refused.has(by.connectionId))
    return [
      finding(
        "token_refused",
        "Smartsheet refuses the token of its connection.",
        "Replace the token on the Connections page.",
      ),
    ];
  const owner = people ? ownerFinding(by.assume, people) : null;
  if (owner) return [owner];
  return readFindings(body, { connectionId: by.connectionId as ConnectionId, assume: by.assume }, world);
}

function ownerFinding(assume: string, people: ReadonlyMap<string, PlanUser>): Finding | null {
  const person = people.get(assume.toLowerCase());
  const fix = "Choose somebody else whose access is used.";
  if (!person) return finding("owner_left", `${assume} is no longer in the plan.`, fix);
  if (person.admin)
    return finding("owner_admin", `${person.name} became a System Admin, and nobody can read as one.`, fix);
  if (person.status === "DEACTIVATED")
    return finding("owner_left", `${person.name} is deactivated in Smartsheet.`, fix);
  return null;
}

async function readFindings(
  body: RuleBody,
  by: { connectionId: ConnectionId; assume: string },
  { reader, context }: CheckWorld,
): Promise<Finding[]> {
  const { type, id } = body.resource;
  if (type === "folder" || type === "workspace") {
    const scan = await reader.scanPlace({ purpose: "scan", ...by, place: { type, id } }, context);
    return scan.ok ? [] : [refusal(scan.error, by.assume, type)];
  }
  const asked = { ...by, sheetId: id as SheetId };
  if (type === "report") {
    const path = await reader.getPath({ purpose: "path", asset: "report", ...asked }, context);
    return path.ok ? [] : [refusal(path.error, by.assume, type)];
  }
  const columns = await reader.listColumns({ purpose: "pick_columns", ...asked }, context);
  if (!columns.ok) return [refusal(columns.error, by.assume, type)];
  return columnFinding(lostColumns(body, columns.value), body.effect);
}

function refusal(error: DelegatedError, assume: string, thing: string): Finding {
  if (error.kind === "upstream" && error.error.code === "not_found")
    return finding(
      "owner_lost_access",
      `${assume} can no longer open the ${thing}.`,
      `Choose somebody who can open it, or have it shared with ${assume} again.`,
    );
  if (error.kind === "upstream" && error.error.code === "cannot_assume")
    return finding(
      "owner_left",
      `${assume} cannot be read as any more.`,
      "Choose somebody else whose access is used.",
    );
  return finding(
    "upstream_silent",
    "Smartsheet did not answer this check.",
    "Nothing to do: it is tried again with the next check.",
  );
}

/** Titles of the columns the rule names and the sheet lacks. */
function lostColumns(body: RuleBody, columns: readonly SourceColumn[]): string[] {
  const ids = new Set<string>(columns.map(({ id }) => id));
  const titles = new Set(columns.map(({ title }) => foldTitle(title)));
  const scope: { ids?: string[]; titles?: string[] } = body.columns.mode === "all" ? {} : body.columns;
  const masks = body.effect === "permit" ? (body.masks ?? []) : [];
  const parts = [...conditionsOf(body.rows), ...masks];
  const lostIds = [...(scope.ids ?? []), ...parts.flatMap(({ columnId }) => columnId ?? [])].filter(
    (id) => !ids.has(id),
  );
  const lostTitles = [...(scope.titles ?? []), ...parts.flatMap(({ title }) => title ?? [])].filter(
    (title) => !titles.has(foldTitle(title)),
  );
  return [...new Set([...lostIds.map((id) => body.columnTitles[id] ?? id), ...lostTitles])];
}

function principalFindings({ principal, effect }: RuleBody, world: CheckWorld): Finding[] {
  switch (principal.type) {
    case "localGroup":
      return world.localGroups.has(principal.id)
        ? []
        : [
            finding(
              "group_gone",
              "The group it is for was removed.",
              "Choose another group, or end the rule.",
            ),
          ];
    case "group":
      if (!world.areGroupsFresh)
        return [
          finding(
            "group_stale",
            "The groups could not be read lately, so who is in this one is known from sign-ins only.",
            "Read them again on the Groups page.",
          ),
        ];
      return world.smartsheetGroups.has(principal.id)
        ? []
        : [
            finding(
              "group_gone",
              "The Smartsheet group it is for is not there.",
              "Choose another group, or end the rule.",
            ),
          ];
    case "user":
      return effect === "permit" && !world.bound.has(principal.email)
        ? [
            finding(
              "never_bound",
              `${principal.email} has not signed in yet.`,
              "Nothing to do: the rule is theirs from their first sign-in on.",
            ),
          ]
        : [];
    default:
      return [];
  }
}
