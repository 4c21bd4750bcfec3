import { allowOnly, type Body, readObject, readObjects } from "../../../http/attributes";
import { ApiError, notAuthorized } from "../../../http/errors";
import { json } from "../../../http/reply";
import { success } from "../../../http/success";
import { type AnyAsset, atLeast } from "../../../store/store";
import { type Call, commit, type Handler } from "../../call";
import { openAsset, type ScopedShare, type SharedAsset } from "./asset";
import { findShare } from "./find";
import { readLevel, readNewShare } from "./new-share";
import { renderShare } from "./render";

const MOST_AT_ONCE = 1_000;

/** Answers with a list for a list, and with one share for one. Either all of a request is shared, or nothing. */
export const createShares: Handler = async (call) => {
  const shared = openAsset(call, "share");
  const { items, isList } = await readObjects(call.request);
  if (items.length > MOST_AT_ONCE)
    throw new ApiError(400, 1066, `You can only share to ${MOST_AT_ONCE} users at a time.`);
  const read = readNewShare(call, shared);
  const wanted = items.map((item) => read(item));
  const { store, clock } = call.sandbox;
  const made = wanted.map(({ who, accessLevel }) => store.newShare(who(), accessLevel, clock()));
  shared.asset.shares.push(...made);
  changed(call, shared.asset);
  const scope = shared.asset.kind === "workspace" ? "WORKSPACE" : "ITEM";
  const result = made.map((share) => renderShare(call, { ...share, scope, of: shared.asset }));
  return success({ result: isList ? result : result[0] });
};

/** Answers with the bare share. */
export const updateShare: Handler = async (call) => {
  const shared = openAsset(call, "share");
  const share = openForChange(call, shared);
  if (share.person === call.person) throw new ApiError(400, 1040, "Cannot edit your own share.");
  const body: Body = await readObject(call.request);
  allowOnly(body, ["accessLevel"]);
  const accessLevel = readLevel(body, shared);
  const kept = shared.asset.shares.find(({ id }) => id === share.id);
  if (kept) Object.assign(kept, { accessLevel, modifiedAt: call.sandbox.clock() });
  changed(call, shared.asset);
  return json(renderShare(call, { ...share, accessLevel }));
};

export const deleteShare: Handler = (call) => {
  const shared = openAsset(call, "share");
  const share = openForChange(call, shared);
  shared.asset.shares = shared.asset.shares.filter(({ id }) => id !== share.id);
  changed(call, shared.asset);
  return success();
};

function openForChange(call: Call, shared: SharedAsset): ScopedShare {
  const share = findShare(call, shared);
  if (share.of !== shared.asset)
    throw new ApiError(400, 1023, "The sheet specified is shared at the Workspace level.");
  if (share.accessLevel === "OWNER") throw new ApiError(400, 1028, "You cannot edit the share of the owner.");
  // Nobody changes or takes a level above their own.
  if (!atLeast(shared.level, share.accessLevel)) throw notAuthorized();
  return share;
}

/** Of the four kinds only sheets have a version; whether shares raise it is a switch. */
function changed(call: Call, asset: AnyAsset): void {
  if (asset.kind !== "sheet") {
    asset.modifiedAt = call.sandbox.clock();
    return;
  }
  const raises = call.sandbox.switches.is("versionOnShares", "raised");
  commit(call, asset, raises ? [{ objectType: "sheet", eventType: "updated", id: asset.id }] : [], !raises);
}
