import { ApiError, badValue, notAuthorized, notFound } from "../../../http/errors";
import type { Scope } from "../../../oauth/scopes";
import type { AccessLevel } from "../../../scenarios/types";
import { parseId } from "../../../store/ids";
import { type AnyAsset, atLeast } from "../../../store/store";
import { workspaceOf } from "../../../store/tree";
import type { Share, Workspace } from "../../../store/types";
import { type Call, requireScope, unshared } from "../../call";
import { findFor } from "../open";

const KINDS = ["sheet", "report", "sight", "workspace"] as const;
/** Known words for things the sandbox has none of. */
const ABSENT = ["collection", "file"];

/** What the calls below `/shares` speak of, and what the caller may do with it. */
export interface SharedAsset {
  asset: AnyAsset;
  level: AccessLevel;
  /** The workspace around it, whose shares reach it too. */
  around: Workspace | null;
}

const READ: Record<AnyAsset["kind"], Scope> = {
  sheet: "READ_SHEETS",
  report: "READ_SHEETS",
  sight: "READ_SIGHTS",
  workspace: "READ_SHEETS",
};
const SHARE: Record<AnyAsset["kind"], Scope> = {
  sheet: "SHARE_SHEETS",
  report: "SHARE_SHEETS",
  sight: "SHARE_SIGHTS",
  workspace: "ADMIN_WORKSPACES",
};

/**
 * The asset the query names. Whoever may share it (EDITOR_SHARE and above) may look at its shares and change them.
 * Errors: 400/1009 and 1018 for the query, 404/1006 for what is not shared with the caller, 403/1004 below the level.
 */
export function openAsset(call: Call, use: "read" | "share"): SharedAsset {
  const kind = readKind(call);
  requireScope(call, (use === "read" ? READ : SHARE)[kind]);
  const text = need(call, "assetId");
  const id = parseId(text);
  if (id === null) throw badValue(text, "assetId");
  const found = findFor(call, kind, id);
  if (!found) throw unshared(call);
  if (!atLeast(found.level, "EDITOR_SHARE")) throw notAuthorized();
  const asset = found.node;
  const around = asset.kind === "workspace" ? null : workspaceOf(asset.container);
  return { asset, level: found.level, around };
}

export type ShareScope = "ITEM" | "WORKSPACE";

export interface ScopedShare extends Share {
  scope: ShareScope;
  /** What the share is a share of: the asset, or the workspace around it. */
  of: AnyAsset;
}

/** The shares on the asset itself and those on the workspace around it, owners first. */
export function sharesOf(call: Call, { asset, around }: SharedAsset): ScopedShare[] {
  const scope = asset.kind === "workspace" ? "WORKSPACE" : "ITEM";
  const own = withOwner(call, asset).map((share) => ({ ...share, scope, of: asset }) satisfies ScopedShare);
  if (!around) return own;
  return [
    ...own,
    ...withOwner(call, around).map((share) => ({ ...share, scope: "WORKSPACE" as const, of: around })),
  ];
}

/** An owner's share is in no list of the store: it goes with the asset. */
function withOwner(call: Call, asset: AnyAsset): Share[] {
  const { owner, createdAt, modifiedAt } = asset;
  const id = call.sandbox.store.ids.text(`share/${asset.kind}/${asset.id}/owner/${owner.id}`);
  return [{ id, accessLevel: "OWNER", person: owner, createdAt, modifiedAt }, ...asset.shares];
}

function readKind(call: Call): (typeof KINDS)[number] {
  const text = need(call, "assetType");
  const kind = KINDS.find((candidate) => candidate === text.toLowerCase());
  if (kind) return kind;
  throw ABSENT.includes(text.toLowerCase()) ? notFound() : badValue(text, "assetType");
}

function need(call: Call, name: string): string {
  const text = call.query.get(name) ?? "";
  if (text === "")
    throw new ApiError(400, 1009, `A required parameter is missing from your request: ${name}.`);
  return text;
}
