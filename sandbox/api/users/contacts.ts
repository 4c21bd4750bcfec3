import { paginate } from "../../http/paging";
import { json } from "../../http/reply";
import type { Handler } from "../call";

/** Everyone's personal contacts are the active colleagues of their plan. */
export const listContacts: Handler = (call) => {
  const contacts = call.sandbox.store.people
    .filter((other) => other !== call.person && other.active && other.planKey === call.person.planKey)
    .map((other) => ({
      id: `AAAX${Buffer.from(other.email).toString("base64url")}`,
      name: other.name,
      email: other.email,
    }));
  return json(paginate(contacts, call.query));
};
