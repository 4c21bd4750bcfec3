import type { RuleId } from "@/lib/policy/ids";
import { decideWith, type RuleIndex } from "@/lib/policy/index-rules";
import { project, type Source } from "@/lib/policy/project";
import type { VisibleSheet } from "@/lib/policy/sheet";
import type { Decision, Facts, Person } from "@/lib/policy/types";
import type { OwnLookup, RadiusAsset } from "./radius-types";

export interface Circumstances {
  facts: Omit<Facts, "own">;
  own?: OwnLookup;
}

/** What a decision lets somebody see of one asset. */
export interface Sight {
  /** Null: nothing, not even its name. */
  sheet: VisibleSheet | null;
  /** The rules it rests on, those that had no part in it left out. */
  used: RuleId[];
  /** Addresses of those whose answers it is made of; sorted. */
  assumedUsers: string[];
  /** False where it can't be told: no answer it needs is at hand, or those at hand are of different moments. */
  isJudged: boolean;
  /** False where an answer it needs is not at hand. Such a one adds nothing, as when a read of it fails. */
  isWhole: boolean;
}

/** The decision a read of this asset would rest on. */
export function decideFor(
  index: RuleIndex,
  person: Person,
  { asset, sheetId, within }: RadiusAsset,
  { facts, own }: Circumstances,
): Decision {
  const request = { person, asset, sheetId, within, action: "read" } as const;
  return decideWith(index, request, { ...facts, own: own?.(person.userId, sheetId) ?? "no" });
}

export function sightOf(decision: Decision, sources: readonly Source[]): Sight {
  if (decision.effect === "deny") return { ...nothing, isJudged: true, isWhole: true };
  const needed = decision.via === "own" ? [{ connectionId: null, assume: null }] : decision.grants;
  const mine = sources.filter((source) => needed.some((one) => isFor(source, one)));
  const isWhole = needed.every((one) => mine.some((source) => isFor(source, one)));
  if (mine.length === 0) return { ...nothing, isJudged: false, isWhole };

  const projection = project(decision, mine);
  if (projection.kind === "versions_differ") return { ...nothing, isJudged: false, isWhole };
  if (projection.kind === "nothing") return { ...nothing, isJudged: projection.reason !== "error", isWhole };
  const { sheet, used } = projection;
  return { sheet, used, assumedUsers: assumedUsers(decision, used, mine), isJudged: true, isWhole };
}

const nothing = { sheet: null, used: [], assumedUsers: [] };

interface Group {
  connectionId: string | null;
  assume: string | null;
}

function isFor(source: Source, { connectionId, assume }: Group): boolean {
  return source.connectionId === connectionId && source.assume === assume;
}

function assumedUsers(decision: Decision, used: readonly RuleId[], mine: readonly Source[]): string[] {
  if (decision.effect === "deny" || decision.via === "own") return [];
  const found = decision.grants.filter(
    (grant) => used.includes(grant.rule) && mine.some((source) => isFor(source, grant)),
  );
  return [...new Set(found.map(({ assume }) => assume))].sort();
}
