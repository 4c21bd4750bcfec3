import { ApiError } from "../../../http/errors";
import type { Call } from "../../call";
import { type ScopedShare, type SharedAsset, sharesOf } from "./asset";

/** The share of the path, among all that reach the asset. Errors: 404/1027. */
export function findShare(call: Call, shared: SharedAsset): ScopedShare {
  const found = sharesOf(call, shared).find((share) => share.id === call.params.shareId);
  if (!found) throw new ApiError(404, 1027, "Share not found.");
  return found;
}
