import { ApiError, badValue } from "../../http/errors";
import { success } from "../../http/success";
import { parseId } from "../../store/ids";
import type { Person } from "../../store/types";
import type { Call, Handler } from "../call";
import { anyUser, requireAdmin } from "./rights";

/**
 * Takes somebody out of the plan; they stay as a free collaborator who owns what was not transferred. `transferTo` gets
 * their groups, with `transferSheets` their assets too; `removeFromSharing` ends every share with them.
 */
export const removeUser: Handler = (call) => {
  requireAdmin(call);
  const person = anyUser(call);
  if (person === call.person)
    throw new ApiError(403, 1047, "You cannot remove yourself from the account through the API.");
  if (person.planKey !== call.person.planKey)
    throw new ApiError(403, 1022, "Cannot delete the user specified. They are not a member of your account.");
  const heir = readHeir(call, person);
  if (heir) for (const group of groupsOwnedBy(call, person)) group.owner = heir;
  if (heir && call.query.get("transferSheets") === "true")
    for (const asset of ownedBy(call, person)) asset.owner = heir;
  leave(call, person);
  return success();
};

/** Takes the person out of the plan, its groups and, if the call says so, out of every share. */
export function leave(call: Call, person: Person): void {
  const { store } = call.sandbox;
  for (const group of store.groups) group.members = group.members.filter((member) => member !== person);
  if (call.query.get("removeFromSharing") === "true")
    for (const asset of store.assets())
      asset.shares = asset.shares.filter((share) => share.person !== person);
  store.setFree(person);
}

function readHeir(call: Call, person: Person): Person | null {
  const text = call.query.get("transferTo") ?? "";
  const owesGroups = groupsOwnedBy(call, person).length > 0;
  if (text === "" && owesGroups)
    throw new ApiError(
      400,
      1121,
      "transferTo must be provided because user being deleted owns one or more groups.",
    );
  if (text === "") return null;
  const id = parseId(text);
  if (id === null) throw badValue(text, "transferTo");
  const heir = call.sandbox.store.personById(id);
  if (!heir || heir === person)
    throw new ApiError(400, 1019, "Cannot transfer to the user specified. User not found.");
  if (heir.planKey !== call.person.planKey)
    throw new ApiError(
      403,
      1021,
      "Cannot transfer to the user specified. They are not a member of your account.",
    );
  if (owesGroups && !heir.groupAdmin)
    throw new ApiError(400, 1107, "User specified in transferGroupsTo must be a group admin.");
  return heir;
}

function groupsOwnedBy(call: Call, person: Person) {
  return call.sandbox.store.groups.filter((group) => group.owner === person);
}

function ownedBy(call: Call, person: Person) {
  const { store } = call.sandbox;
  return [...store.assets(), ...store.folders].filter((asset) => asset.owner === person);
}
