import { allowOnly, badAttribute, readObject, textIn } from "../../http/attributes";
import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import { fullName } from "../../store/people";
import type { Person } from "../../store/types";
import type { Call, Handler } from "../call";
import { personHead, rightsOf } from "./render";
import { openUser, requireAdmin } from "./rights";
import { giveRights, RIGHT_NAMES, type Rights, readNames, readRights } from "./user-attributes";

/** Answers with `data`, a list of one, where other writes have `result`. */
export const updateUser: Handler = async (call) => {
  requireAdmin(call);
  const person = openUser(call);
  const body = await readObject(call.request);
  allowOnly(body, ["email", "firstName", "lastName", ...RIGHT_NAMES]);
  const email = textIn(body, "email")?.toLowerCase();
  // The body may repeat the address; changing it is what makeprimary is for.
  if (email !== undefined && email !== person.email) throw badAttribute(email, "email");
  const rights = readRights(body, rightsOf(person));
  refuseLosses(call, person, rights);
  const names = readNames(body, person);
  Object.assign(person, names, { name: fullName(names.firstName, names.lastName) });
  giveRights(person, rights);
  return success({ data: [personHead(person)] });
};

function refuseLosses(call: Call, person: Person, rights: Rights): void {
  const { groups, sheets } = call.sandbox.store;
  if (person === call.person && !rights.admin)
    throw new ApiError(403, 1049, "You cannot remove admin permissions from yourself through the API.");
  if (person.groupAdmin && !rights.groupAdmin && groups.some((group) => group.owner === person))
    throw new ApiError(400, 1144, "The user owns one or more groups and must be added as a Group Admin.");
  if (person.licensed && !rights.licensedSheetCreator && sheets.some((sheet) => sheet.owner === person))
    throw new ApiError(403, 1076, "The user has created sheets and must be added as a licensed user.");
}
