import { allowOnly, type Body, readObject } from "../../http/attributes";
import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import { fullName, growPerson } from "../../store/people";
import type { Person } from "../../store/types";
import type { Call, Handler } from "../call";
import { personHead, rightsOf, statusOf } from "./render";
import { requireAdmin } from "./rights";
import { domainOf, giveRights, needEmail, RIGHT_NAMES, readNames, readRights } from "./user-attributes";

const NO_RIGHTS = { admin: false, groupAdmin: false, licensedSheetCreator: false, resourceViewer: false };
const ADDABLE = ["email", "firstName", "lastName", ...RIGHT_NAMES, "profileImage", "status"];

/** Whoever has an address of the plan's own domain joins at once (automatic provisioning); others are invited. */
export const addUser: Handler = async (call) => {
  requireAdmin(call);
  const body = await readObject(call.request);
  allowOnly(body, ADDABLE);
  const email = needEmail(body);
  const rights = readRights(body, NO_RIGHTS);
  refuseKnown(call, email);
  const person = join(call, email, body);
  giveRights(person, rights);
  return success({ result: { ...personHead(person), ...rightsOf(person), status: statusOf(person) } });
};

function refuseKnown(call: Call, email: string): void {
  const { store } = call.sandbox;
  const known = store.person(email);
  if (known?.planKey === call.person.planKey)
    throw new ApiError(403, 1016, "The user is already a member of your account.");
  if (known && !store.isFree(known))
    throw new ApiError(
      403,
      1015,
      "The user exists in another account. The user must be removed from that account before they can be added to yours.",
    );
  refuseAlternate(call, email);
}

/** An address is one person's only, be it their primary or an alternate one. */
export function refuseAlternate(call: Call, email: string): void {
  const owner = call.sandbox.store.people.find((person) => person.alternateEmails.includes(email));
  if (owner)
    throw new ApiError(
      400,
      1159,
      `The specified email address (${email}) is an alternate email address for a user with a primary email address of ${owner.email}.`,
    );
}

function join(call: Call, email: string, body: Body): Person {
  const { store } = call.sandbox;
  const known = store.person(email);
  const { firstName, lastName } = readNames(body, known ?? { firstName: "", lastName: "" });
  const blank = { email, firstName, lastName, plan: "", title: "", department: "" };
  const person = known ?? growPerson(blank, store.ids, store.nextId("person"));
  if (!known) store.people.push(person);
  person.planKey = call.person.planKey;
  person.invited = domainOf(email) !== domainOf(call.person.email);
  person.active = !person.invited;
  // The name somebody has given themselves stays.
  if (!known) person.name = fullName(firstName, lastName);
  return person;
}
