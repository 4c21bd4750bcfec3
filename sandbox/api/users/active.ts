import { ApiError } from "../../http/errors";
import { success } from "../../http/success";
import type { Handler } from "../call";
import { anyUser, requireAdmin } from "./rights";
import { domainOf } from "./user-attributes";

/** Deactivated people keep what they own and what is shared with them, but every token of theirs stops working. */
export const deactivateUser: Handler = (call) => {
  requireAdmin(call);
  const person = anyUser(call);
  if (person.planKey !== call.person.planKey)
    throw new ApiError(
      403,
      1335,
      "Cannot deactivate the user specified. They are not a member of your account.",
    );
  if (PUBLIC_DOMAINS.has(domainOf(person.email)))
    throw new ApiError(
      403,
      1359,
      "User account with a common ISP domain email cannot be deactivated. You can only remove them from the Org.",
    );
  if (person.active) person.deactivatedAt = call.sandbox.clock();
  person.active = false;
  return success();
};

const THIRTY_DAYS = 30 * 86_400_000;

/** Within 30 days of the deactivation. */
export const reactivateUser: Handler = (call) => {
  requireAdmin(call);
  const person = anyUser(call);
  const { deactivatedAt, invited, planKey } = person;
  const isTooLate = deactivatedAt !== undefined && call.sandbox.clock() - deactivatedAt > THIRTY_DAYS;
  if (planKey !== call.person.planKey || isTooLate || invited)
    throw new ApiError(
      403,
      1354,
      "Cannot reactivate the user specified. They are not a member of your account.",
    );
  person.active = true;
  delete person.deactivatedAt;
  return success();
};

/** Where anybody can have an address. */
const PUBLIC_DOMAINS = new Set([
  "aol.com",
  "charter.net",
  "comcast.net",
  "duck.com",
  "email.com",
  "gmail.com",
  "hotmail.com",
  "icloud.com",
  "live.com",
  "mail.com",
  "mail.ru",
  "outlook.com",
  "rocketmail.com",
  "usa.com",
  "verizon.net",
  "web.de",
  "yahoo.com",
]);
