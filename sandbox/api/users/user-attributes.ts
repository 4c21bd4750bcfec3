import { type Body, flagIn, missingAttribute, textIn } from "../../http/attributes";
import { ApiError } from "../../http/errors";
import type { Person } from "../../store/types";
import type { rightsOf } from "./render";

export const RIGHT_NAMES = ["admin", "groupAdmin", "licensedSheetCreator", "resourceViewer"] as const;

export type Rights = ReturnType<typeof rightsOf>;

/** Errors: 403 with 1102 and 1097 for rights that only licensed people can have. */
export function readRights(body: Body, before: Rights): Rights {
  const rights = { ...before };
  for (const name of RIGHT_NAMES) rights[name] = flagIn(body, name) ?? before[name];
  if (rights.groupAdmin && !rights.licensedSheetCreator)
    throw new ApiError(403, 1102, "A user must be a licensed sheet creator to be a group administrator.");
  if (rights.resourceViewer && !rights.licensedSheetCreator)
    throw new ApiError(403, 1097, "A user must be a licensed sheet creator to be a resource viewer.");
  return rights;
}

export function giveRights(person: Person, rights: Rights): void {
  person.admin = rights.admin;
  person.groupAdmin = rights.groupAdmin;
  person.licensed = rights.licensedSheetCreator;
  person.resourceViewer = rights.resourceViewer;
}

/** Errors: 400/1329. */
export function readNames(body: Body, before: { firstName: string; lastName: string }) {
  const firstName = textIn(body, "firstName", 50) ?? before.firstName;
  const lastName = textIn(body, "lastName", 50) ?? before.lastName;
  if (/[<>@]/.test(`${firstName}${lastName}`))
    throw new ApiError(400, 1329, "Invalid characters in first or last name.");
  return { firstName, lastName };
}

/** In lower case. Errors: 400 with 1012 and 1156. */
export function needEmail(body: Body): string {
  const email = textIn(body, "email", 100)?.trim().toLowerCase();
  if (!email) throw missingAttribute("email");
  if (!/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(email)) throw new ApiError(400, 1156, "Invalid email.");
  return email;
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}
