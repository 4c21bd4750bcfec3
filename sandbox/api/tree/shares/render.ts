import type { Id } from "../../../store/types";
import type { Call } from "../../call";
import type { ScopedShare } from "./asset";

/** `COMMENTER` is told as it is: these calls are younger than `accessApiLevel` and do not take it. */
export function renderShare(call: Call, { id, person, group, accessLevel, scope }: ScopedShare) {
  return {
    id,
    type: group ? "GROUP" : "USER",
    ...(person ? { userId: idAs(call, person.id), email: person.email } : {}),
    ...(group ? { groupId: idAs(call, group.id) } : {}),
    ...(group?.name || person?.name ? { name: group?.name ?? person?.name } : {}),
    accessLevel,
    scope,
  };
}

function idAs(call: Call, id: Id): Id | string {
  return call.sandbox.switches.is("shareUserIds", "number") ? id : String(id);
}
