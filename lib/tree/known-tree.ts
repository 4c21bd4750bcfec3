import type { ScanKey, ScannedAsset, TreeScan } from "@/db/queries/tree";
import type { SheetId } from "@/lib/policy/ids";
import { type Asset, type Tree, treeOf } from "@/lib/policy/sheets-for";
import type { Container } from "@/lib/policy/types";
import type { RuleBook } from "@/lib/rules/rule-book";
import { namedPlaces } from "./named-places";

/** What is known of where things lie, and how sure it is. */
export interface KnownTree {
  tree: Tree;
  names: ReadonlyMap<string, string>;
  /**
   * The folders and workspaces something lies in. Null where that can't be told: it stands in no fresh scan, and a
   * place that a forbid names could not be read lately. A permit over a place that could not be read lately lapses.
   */
  withinOf(asset: Asset): readonly Container[] | null;
  isAnyStale: boolean;
}

export function scanKeyText({ connectionId, assume, type, id }: ScanKey): string {
  return JSON.stringify([connectionId, assume, type, id]);
}

/**
 * A sheet lies in one place, so whatever a fresh scan of a workspace lists is known for sure. A scan of a folder tells
 * nothing of what lies above it; there the scans of the other places are asked.
 */
export function knownTree(
  book: RuleBook,
  scans: ReadonlyMap<string, TreeScan>,
  nowMs: number,
  staleMs: number,
): KnownTree {
  const found = new Map<
    string,
    { asset: Asset; name: string; within: Map<string, Container>; isWhole: boolean }
  >();
  let isForbidStale = false;
  let isAnyStale = false;
  for (const { key, effect } of namedPlaces(book)) {
    const scan = scans.get(scanKeyText(key));
    const isFresh = scan?.readAt != null && nowMs - Date.parse(scan.readAt) < staleMs;
    if (!scan || !isFresh) {
      isAnyStale = true;
      isForbidStale ||= effect === "forbid";
      continue;
    }
    for (const one of scan.assets) add(found, one, key.type === "workspace");
  }
  const entries = [...found.values()];
  const { below } = treeOf(entries.map(({ asset, within }) => ({ ...asset, within: [...within.values()] })));
  const withinOf: Tree["withinOf"] = (asset) => {
    const known = found.get(keyOf(asset));
    if (known?.isWhole) return [...known.within.values()];
    return isForbidStale ? null : known ? [...known.within.values()] : [];
  };
  return {
    tree: { below, withinOf },
    names: new Map(entries.map(({ asset, name }) => [keyOf(asset), name])),
    isAnyStale,
    withinOf,
  };
}

function add(
  found: Map<string, { asset: Asset; name: string; within: Map<string, Container>; isWhole: boolean }>,
  one: ScannedAsset,
  isWorkspace: boolean,
): void {
  const asset: Asset = { asset: one.asset, sheetId: one.id as SheetId };
  const key = keyOf(asset);
  const known = found.get(key) ?? { asset, name: one.name, within: new Map(), isWhole: false };
  for (const place of one.within) known.within.set(`${place.type}:${place.id}`, place as Container);
  known.isWhole ||= isWorkspace;
  found.set(key, known);
}

function keyOf({ asset, sheetId }: Asset): string {
  return `${asset}:${sheetId}`;
}
