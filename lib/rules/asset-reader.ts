import "server-only";
import { findSheetLabels } from "@/db/queries/sheets";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import type { Source } from "@/lib/policy/project";
import type { AnyRule, Container, Rule } from "@/lib/policy/types";
import type { KnownTree } from "@/lib/tree/known-tree";
import type { RadiusAsset } from "./radius-types";

/** A copy this old will do for counting, in seconds. */
const COPY_SECONDS = 60;

/**
 * Sheets as the rules read them: one whole answer for each (connection, assumed user) a permit about the sheet names.
 * Each read is a preview of an administrator's, on record. What could not be read is left out.
 */
export type ReadAssets = (
  sheetIds: readonly SheetId[],
  rules: readonly AnyRule[],
  tree: KnownTree,
  context: ReadContext,
) => Promise<RadiusAsset[]>;

export function createAssetReader(reader: DelegatedReader): ReadAssets {
  return async (sheetIds, rules, tree, context) => {
    const labels = await findSheetLabels([...sheetIds]);
    const assets: RadiusAsset[] = [];
    for (const sheetId of sheetIds) {
      const within = tree.withinOf({ asset: "sheet", sheetId });
      const sources = await sourcesFor(reader, sheetId, within, rules, context);
      const name =
        sources[0]?.sheet.name ?? labels.get(sheetId)?.name ?? tree.names.get(`sheet:${sheetId}`) ?? sheetId;
      assets.push({ asset: "sheet", sheetId, name, within, sources });
    }
    return assets;
  };
}

async function sourcesFor(
  reader: DelegatedReader,
  sheetId: SheetId,
  within: readonly Container[] | null,
  rules: readonly AnyRule[],
  context: ReadContext,
): Promise<Source[]> {
  const pairs = new Map<string, { connectionId: ConnectionId; assume: string }>();
  for (const rule of rules) {
    if ("unreadable" in rule || rule.effect !== "permit" || !isAbout(rule, sheetId, within)) continue;
    const { connectionId, assume } = rule.delegation;
    pairs.set(JSON.stringify([connectionId, assume]), { connectionId, assume });
  }
  const sources: Source[] = [];
  for (const pair of pairs.values()) {
    const answer = await reader.readSheet({ purpose: "preview", ...pair, sheetId }, context, COPY_SECONDS);
    if (answer.ok) sources.push({ ...pair, sheet: answer.value.sheet, allColumnIds: null });
  }
  const [first] = sources;
  // What people see with their own token is the sheet as anybody who may open it has it.
  if (first) sources.push({ connectionId: null, assume: null, sheet: first.sheet, allColumnIds: null });
  return sources;
}

function isAbout({ resource }: Rule, sheetId: SheetId, within: readonly Container[] | null): boolean {
  if (resource.type === "sheet") return (resource.id as string) === sheetId;
  return within?.some(({ type, id }) => type === resource.type && id === resource.id) ?? false;
}
