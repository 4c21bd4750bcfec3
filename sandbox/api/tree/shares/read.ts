import { badValue } from "../../../http/errors";
import { list } from "../../../http/paging";
import { json } from "../../../http/reply";
import { tokenPage } from "../../../http/token-paging";
import type { Call, Handler } from "../../call";
import { openAsset, type ShareScope, sharesOf } from "./asset";
import { findShare } from "./find";
import { renderShare } from "./render";

/** `{items, lastKey}`, where other lists have `data`. */
export const listShares: Handler = (call) => {
  const shared = openAsset(call, "read");
  const wanted = scopes(call);
  const shares = sharesOf(call, shared).filter(
    (share) => shared.asset.kind === "workspace" || wanted.includes(share.scope),
  );
  const { items, more } = tokenPage(shares, call);
  return json({ items: items.map((share) => renderShare(call, share)), ...more });
};

export const getShare: Handler = (call) => {
  const shared = openAsset(call, "read");
  return json(renderShare(call, findShare(call, shared)));
};

/** `sharingInclude`: ITEM, which is the default, or WORKSPACE, or both as a list. */
function scopes(call: Call): ShareScope[] {
  const wanted = list(call.query, "sharingInclude") ?? ["ITEM"];
  return wanted.map((word) => {
    const scope = (["ITEM", "WORKSPACE"] as const).find((known) => known === word.toUpperCase());
    if (!scope) throw badValue(word, "sharingInclude");
    return scope;
  });
}
