import { isRecord } from "../../http/body";
import { fromJson } from "../../http/json";
import type { Reply } from "../../http/reply";
import { parseId } from "../../store/ids";
import type { Id } from "../../store/types";
import type { Call } from "../call";
import type { Happening } from "./record";

export type Told = Pick<Happening, "objectType" | "action" | "objectId" | "details">;

/** What an answered call leaves in the event log. */
export type Teller = (call: Call, reply: Reply) => Told[];

/** About the thing whose id stands in the path. */
export function onParam(
  objectType: string,
  action: string,
  name: string,
  detailsOf: (call: Call) => Record<string, unknown> = () => ({}),
): Teller {
  return (call) => {
    const objectId = param(call, name);
    return objectId === undefined ? [] : [{ objectType, action, objectId, details: detailsOf(call) }];
  };
}

/** About what the call made: its id stands in the answer. */
export function onResult(objectType: string, action: string): Teller {
  return (_, reply) =>
    resultsOf(reply).flatMap(({ id }) => {
      const objectId = idOf(id);
      return objectId === undefined ? [] : [{ objectType, action, objectId }];
    });
}

const SHARED: Record<string, string> = {
  sheet: "SHEET",
  report: "REPORT",
  sight: "DASHBOARD",
  workspace: "WORKSPACE",
};

/** About the asset a share belongs to, once for each share. An answer that takes one away does not say whose it was. */
export function onShare(action: "ADD_SHARE" | "REMOVE_SHARE"): Teller {
  return (call, reply) => {
    const objectType = SHARED[call.query.get("assetType")?.toLowerCase() ?? ""];
    const objectId = parseId(call.query.get("assetId") ?? "");
    if (!objectType || objectId === null) return [];
    const shares = action === "ADD_SHARE" ? resultsOf(reply) : [{}];
    return shares.map((share) => ({ objectType, action, objectId, details: shareDetails(share) }));
  };
}

function shareDetails({ accessLevel, userId, groupId }: Record<string, unknown>): Record<string, unknown> {
  const user = idOf(userId);
  const group = idOf(groupId);
  return {
    ...(typeof accessLevel === "string" ? { accessLevel } : {}),
    ...(user === undefined ? {} : { userId: user }),
    ...(group === undefined ? {} : { groupId: group }),
  };
}

/** About a group, once for each person who came. */
export const onNewMembers: Teller = (call, reply) => {
  const objectId = param(call, "groupId");
  if (objectId === undefined) return [];
  return resultsOf(reply).map(({ id }) => {
    const details = { memberUserId: idOf(id) };
    return { objectType: "GROUP", action: "ADD_MEMBER", objectId, details };
  });
};

export function param(call: Call, name: string): Id | undefined {
  return parseId(call.params[name] ?? "") ?? undefined;
}

/** What an answer speaks of: its `result`, one or many, or the answer itself. */
function resultsOf({ body }: Reply): Record<string, unknown>[] {
  const answer = fromJson(body.toString("utf8"));
  const result = isRecord(answer) ? (answer.result ?? answer) : answer;
  return (Array.isArray(result) ? result : [result]).filter(isRecord);
}

/** Some calls send their ids as text. */
function idOf(value: unknown): Id | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  return typeof value === "string" ? (parseId(value) ?? undefined) : undefined;
}
