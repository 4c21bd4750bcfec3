import "server-only";
import { and, eq } from "drizzle-orm";
import { database, write } from "../client";
import { assetPaths, treeScans } from "../schema/policy";

export interface ContainerRef {
  type: "folder" | "workspace";
  id: string;
}

export interface ScannedAsset {
  asset: "sheet" | "report";
  id: string;
  name: string;
  /** Every folder and workspace it lies in, from the scanned one down. */
  within: ContainerRef[];
}

/** One folder or workspace as one assumed user sees it. */
export interface ScanKey extends ContainerRef {
  connectionId: string;
  assume: string;
}

export interface TreeScan extends ScanKey {
  name: string | null;
  assets: ScannedAsset[];
  /** Null before the first read that worked. */
  readAt: string | null;
  triedAt: string;
  problem: string | null;
}

export async function listTreeScans(): Promise<TreeScan[]> {
  const rows = database().select().from(treeScans).all();
  return rows.map((row) => ({
    ...row,
    type: row.type as ContainerRef["type"],
    assets: JSON.parse(row.assets) as ScannedAsset[],
  }));
}

/** What a scan brought, or the code of what went wrong; the assets of the last good scan stay then, with their age. */
export async function saveTreeScan(
  { connectionId, assume, type, id }: ScanKey,
  at: string,
  found: { name: string | null; assets: readonly ScannedAsset[] } | { problem: string },
): Promise<void> {
  write((tx) => {
    const key = { connectionId, assume, type, id };
    const set =
      "problem" in found
        ? { triedAt: at, problem: found.problem }
        : { name: found.name, assets: JSON.stringify(found.assets), readAt: at, triedAt: at, problem: null };
    tx.insert(treeScans)
      .values({ name: null, assets: "[]", readAt: null, ...key, ...set })
      .onConflictDoUpdate({
        target: [treeScans.connectionId, treeScans.assume, treeScans.type, treeScans.id],
        set,
      })
      .run();
  });
}

export interface PathKey {
  connectionId: string;
  assume: string;
  asset: "sheet" | "report";
  id: string;
}

export async function findAssetPath(
  key: PathKey,
): Promise<{ within: ContainerRef[]; readAt: string } | null> {
  const row = database().select().from(assetPaths).where(isPath(key)).get();
  return row ? { within: JSON.parse(row.within) as ContainerRef[], readAt: row.readAt } : null;
}

/** Null: it is not there any more for this person. */
export async function saveAssetPath(
  key: PathKey,
  within: readonly ContainerRef[] | null,
  at: string,
): Promise<void> {
  write((tx) => {
    if (within === null) {
      tx.delete(assetPaths).where(isPath(key)).run();
      return;
    }
    const set = { within: JSON.stringify(within), readAt: at };
    tx.insert(assetPaths)
      .values({ ...key, ...set })
      .onConflictDoUpdate({
        target: [assetPaths.connectionId, assetPaths.assume, assetPaths.asset, assetPaths.id],
        set,
      })
      .run();
  });
}

function isPath({ connectionId, assume, asset, id }: PathKey) {
  return and(
    eq(assetPaths.connectionId, connectionId),
    eq(assetPaths.assume, assume),
    eq(assetPaths.asset, asset),
    eq(assetPaths.id, id),
  );
}
