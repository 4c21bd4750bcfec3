import { allowOnly, flagIn, missingAttribute, readObject, wordIn } from "../../http/attributes";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import type { Sight } from "../../store/types";
import type { Handler } from "../call";
import { open, openFor } from "../tree/open";

export const getSightPublish: Handler = (call) => json(published(open(call, "sight").node));

/** Errors: 400 with 1012, 1031 and 1032. */
export const setSightPublish: Handler = async (call) => {
  const sight = openFor(call, "sight", "ADMIN");
  const body = await readObject(call.request);
  allowOnly(body, ["readOnlyFullEnabled", "readOnlyFullAccessibleBy", "readOnlyFullUrl"]);
  const enabled = flagIn(body, "readOnlyFullEnabled");
  if (enabled === undefined) throw missingAttribute("readOnlyFullEnabled");
  const accessibleBy = wordIn(body, "readOnlyFullAccessibleBy", ["ALL", "ORG", "SHARED"]);
  sight.publish = { enabled, accessibleBy: accessibleBy ?? sight.publish.accessibleBy };
  return success({ result: published(sight) });
};

function published({ key, publish }: Sight) {
  if (!publish.enabled) return { readOnlyFullEnabled: false };
  return {
    readOnlyFullEnabled: true,
    readOnlyFullAccessibleBy: publish.accessibleBy,
    readOnlyFullUrl: `https://app.smartsheet.example/b/publish?EQBCT=${key}`,
  };
}
