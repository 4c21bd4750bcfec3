import { allowOnly, readObjects } from "../../http/attributes";
import { ApiError, notFound } from "../../http/errors";
import { paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import type { Person } from "../../store/types";
import { type Call, type Handler, idParam } from "../call";
import { refuseAlternate } from "./add-user";
import { alternatesOf } from "./render";
import { openUser, requireAdmin } from "./rights";
import { domainOf, needEmail } from "./user-attributes";

const MOST = 10;

export const listAlternateEmails: Handler = (call) =>
  json(paginate(alternatesOf(call, openUser(call)), call));

export const getAlternateEmail: Handler = (call) => json(find(call, openUser(call)));

/** New addresses wait for a confirmation that nobody here can give. Answers with `data` in place of `result`. */
export const addAlternateEmails: Handler = async (call) => {
  requireAdmin(call);
  const person = openUser(call);
  const { items } = await readObjects(call.request);
  const emails = items.map((item) => {
    allowOnly(item, ["email"]);
    return needEmail(item);
  });
  if (person.alternateEmails.length + emails.length > MOST)
    throw new ApiError(
      400,
      1330,
      `You have reached the limit of ${MOST} alternate email addresses. To add ${emails.join(", ")}, first remove an existing alternate email address that you no longer need.`,
    );
  for (const [place, email] of emails.entries()) {
    refuseAlternate(call, email);
    if (call.sandbox.store.person(email) || emails.indexOf(email) !== place)
      throw new ApiError(400, 1129, "The resource you tried to create already exists.");
  }
  person.alternateEmails.push(...emails);
  for (const email of emails) person.unconfirmedEmails.add(email);
  return success({ data: alternatesOf(call, person).filter(({ email }) => emails.includes(email)) });
};

export const deleteAlternateEmail: Handler = (call) => {
  requireAdmin(call);
  const person = openUser(call);
  remove(person, find(call, person).email);
  return success();
};

/**
 * The two addresses change places. An unconfirmed one may become the primary one if it has the plan's own domain, which
 * counts as validated; so has the present primary address to be. Errors: 403/1186, 400/1158.
 */
export const makePrimary: Handler = (call) => {
  requireAdmin(call);
  const person = openUser(call);
  const { email, confirmed } = find(call, person);
  const valid = domainOf(call.person.email);
  if (domainOf(person.email) !== valid)
    throw new ApiError(403, 1186, "User's primary email address must be a validated domain.");
  if (!confirmed && domainOf(email) !== valid)
    throw new ApiError(
      400,
      1158,
      "This address has not been confirmed yet, so it can't be set as the primary email address.",
    );
  const former = person.email;
  remove(person, email);
  person.alternateEmails.push(former);
  rename(call, person, email);
  return success({ data: alternatesOf(call, person).filter((one) => one.email === former) });
};

/** What is kept by address follows the person. */
function rename({ sandbox }: Call, person: Person, email: string): void {
  const { favorites } = sandbox.store;
  const marked = favorites.get(person.email);
  favorites.delete(person.email);
  if (marked) favorites.set(email, marked);
  for (const token of sandbox.grants.of(person.email)) token.email = email;
  person.email = email;
}

function remove(person: Person, email: string): void {
  person.alternateEmails = person.alternateEmails.filter((other) => other !== email);
  person.unconfirmedEmails.delete(email);
}

function find(call: Call, person: Person) {
  const id = idParam(call, "alternateEmailId");
  const found = alternatesOf(call, person).find((alternate) => alternate.id === id);
  if (!found) throw notFound();
  return found;
}
