import { ApiError } from "../http/errors";
import type { Sandbox } from "../sandbox";
import type { Person } from "../store/types";
import type { Caller } from "./caller";

/**
 * `Assume-User`: only with a System Admin's hand-made token, only for an active member of the same plan who is no System
 * Admin. The header is decoded once. What nobody could verify is a switch. Errors: 401/1030, for a deactivated target
 * 403/1188, 400/1044 where the token needs the header and there is none.
 */
export function assume(sandbox: Sandbox, caller: Caller, header: string | string[] | undefined): Caller {
  if (header === undefined) {
    if (caller.assumeOnly)
      throw new ApiError(400, 1044, "Assume-User header is required for your Access Token.");
    return caller;
  }
  const { switches } = sandbox;
  const refused = new ApiError(401, 1030, "You are unable to assume the user specified.");
  if (!caller.person.admin || !mayAssume(sandbox, caller)) throw refused;
  const isBare = String(header).includes("@");
  if (isBare && switches.is("assumeRaw", "refused")) throw refused;
  const target = findTarget(sandbox, decodeOnce(String(header)));
  if (!target)
    throw switches.is("assumeUnknown", "1020") ? new ApiError(404, 1020, "User not found.") : refused;
  if (target.planKey !== caller.person.planKey) throw refused;
  if (!target.active)
    throw switches.is("assumeInactive", "1030")
      ? refused
      : new ApiError(403, 1188, "The account status of the user specified is not active.");
  const isThemself = target === caller.person && switches.is("assumeAdmin", "themself");
  if (target.admin && !isThemself) throw refused;
  const warning = isBare ? { warning: "Assume-User holds a bare @; encode it as %40." } : {};
  return { ...caller, assumed: target, ...warning };
}

function mayAssume(sandbox: Sandbox, caller: Caller): boolean {
  return caller.kind === "raw" || caller.assumeOnly || sandbox.switches.is("assumeWithOAuth", "works");
}

function findTarget({ store, switches }: Sandbox, email: string): Person | undefined {
  const found = store.person(email);
  if (found || switches.is("assumeAlternate", "refused")) return found;
  const wanted = email.toLowerCase();
  return store.people.find((person) =>
    person.alternateEmails.some(
      (address) => address.toLowerCase() === wanted && !person.unconfirmedEmails.has(address),
    ),
  );
}

function decodeOnce(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return "";
  }
}
