import type { SheetId } from "./ids";
import { decideWith, type RuleIndex } from "./index-rules";
import { askerOf, resourceKey } from "./rule-keys";
import type { Container, Decision, Facts, Person, RuleResource } from "./types";

export interface Asset {
  asset: "sheet" | "report";
  sheetId: SheetId;
}

/** Where sheets and reports lie, as last seen. `treeOf` makes one that knows nothing of what it does not list. */
export interface Tree {
  /** Null where it is not known. */
  withinOf(asset: Asset): readonly Container[] | null;
  below: ReadonlyMap<string, readonly Asset[]>;
}

/** `within`: every folder and workspace the asset lies in, at any depth. */
export function treeOf(assets: readonly (Asset & { within: readonly Container[] })[]): Tree {
  const paths = new Map<string, readonly Container[]>();
  const below = new Map<string, Asset[]>();
  for (const { asset, sheetId, within } of assets) {
    paths.set(keyOf({ asset, sheetId }), within);
    for (const { type, id } of within) {
      const key = `${type}:${id}`;
      const known = below.get(key);
      if (known === undefined) below.set(key, [{ asset, sheetId }]);
      else known.push({ asset, sheetId });
    }
  }
  return { withinOf: (asset) => paths.get(keyOf(asset)) ?? null, below };
}

export interface OpenAsset extends Asset {
  decision: Extract<Decision, { via: "delegated" }>;
}

/**
 * The sheets and reports a person may read by delegation, each with its decision, sorted by id. Looks at this person's
 * permits only, however many rules there are, and asks nobody: what their own token opens is not among its questions.
 * `tree`: null where it is not known or too old; permits over folders and workspaces lapse then, and forbids hold.
 * An asset the tree doesn't list lies nobody knows where, which comes to the same.
 */
export function sheetsFor(
  index: RuleIndex,
  person: Person,
  facts: Omit<Facts, "own">,
  tree: Tree | null,
): OpenAsset[] {
  const found = new Map<string, Asset>();
  for (const key of askerOf({ person }).keys) {
    for (const { resource } of index.permits.get(key) ?? []) {
      for (const asset of assetsOf(resource, tree)) found.set(keyOf(asset), asset);
    }
  }
  const open: OpenAsset[] = [];
  for (const [, asset] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const request = { person, ...asset, within: tree?.withinOf(asset) ?? null, action: "read" } as const;
    const decision = decideWith(index, request, { ...facts, own: "no" });
    if (decision.effect === "allow" && decision.via === "delegated") open.push({ ...asset, decision });
  }
  return open;
}

function assetsOf(resource: RuleResource, tree: Tree | null): readonly Asset[] {
  switch (resource?.type) {
    case "sheet":
    case "report":
      return [{ asset: resource.type, sheetId: resource.id as string as SheetId }];
    default:
      return tree?.below.get(resourceKey(resource) ?? "") ?? [];
  }
}

function keyOf({ asset, sheetId }: Asset): string {
  return `${asset}:${sheetId}`;
}
