import { notFound } from "../../http/errors";
import { list, moment, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import type { Person } from "../../store/types";
import type { Call, Handler } from "../call";
import { imageOf } from "./render";

/** Everyone's personal contacts are the active colleagues of their plan. */
export const listContacts: Handler = (call) => {
  // Nothing says when a contact was made or changed; the parameter is read all the same.
  moment(call.query, "modifiedSince");
  return json(
    paginate(
      contactsOf(call).map((person) => contact(person)),
      call,
    ),
  );
};

export const getContact: Handler = (call) => {
  const found = contactsOf(call).find((person) => person.contactId === call.params.contactId);
  if (!found) throw notFound();
  const withImage = list(call.query, "include")?.includes("profileImage") ?? false;
  return json({ ...contact(found), ...(withImage ? imageOf(found) : {}) });
};

function contactsOf({ sandbox, person }: Call): Person[] {
  return sandbox.store.people.filter(
    (other) => other !== person && other.active && other.planKey === person.planKey,
  );
}

function contact({ contactId, name, email }: Person) {
  return { id: contactId, name, email };
}
