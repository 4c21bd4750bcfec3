import { json } from "../../http/reply";
import { tokenPage } from "../../http/token-paging";
import type { Sight } from "../../store/types";
import type { Call, Handler } from "../call";
import { byName } from "../tree/place";
import { dates, levelFor, nodeHead } from "../tree/render";

/** The old paging parameters are past their sunset date; they change nothing. */
export const listSights: Handler = (call) => {
  const { store } = call.sandbox;
  const visible = store.sights.filter((sight) => store.accessLevel(call.person, sight)).sort(byName);
  const { items, more } = tokenPage(visible, call);
  return json({
    data: items.map((sight) => ({ ...sightHead(call, sight), ...dates(call, sight) })),
    ...more,
  });
};

export function sightHead(call: Call, sight: Sight) {
  return { ...nodeHead(sight), accessLevel: levelFor(call, sight) };
}
