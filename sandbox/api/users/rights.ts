import { ApiError, notAuthorized } from "../../http/errors";
import type { Person } from "../../store/types";
import { type Call, idParam } from "../call";

/** Errors: 403/1004 for everybody but System Admins. */
export function requireAdmin(call: Call): void {
  if (!call.person.admin) throw notAuthorized();
}

/** Group administrators and System Admins make and change groups; 403/1004 for everybody else. */
export function requireGroupAdmin(call: Call): void {
  if (!call.person.groupAdmin && !call.person.admin) throw notAuthorized();
}

/** The person of the path, within the caller's plan; 404/1020 for everybody else. */
export function openUser(call: Call): Person {
  const person = anyUser(call);
  if (person.planKey !== call.person.planKey) throw userNotFound();
  return person;
}

/** The person of the path, whatever their plan; for calls with an error of their own for people of other plans. */
export function anyUser(call: Call): Person {
  const person = call.sandbox.store.personById(idParam(call, "userId"));
  if (!person) throw userNotFound();
  return person;
}

export const userNotFound = () => new ApiError(404, 1020, "User not found.");
