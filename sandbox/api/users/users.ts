import { badValue, notAuthorized } from "../../http/errors";
import { list, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import { parseId } from "../../store/ids";
import type { Person } from "../../store/types";
import { type Call, type Handler, when } from "../call";
import { adminFields, groupHead, personHead, profile, rightsOf } from "./render";
import { openUser } from "./rights";

export const getMe: Handler = (call) => {
  const { person, sandbox } = call;
  const wanted = list(call.query, "include")?.includes("groups");
  const groups = sandbox.store.groupsOf(person).map((group) => groupHead(call, group));
  const member = sandbox.switches.is("meGroups", "groups") ? "groups" : "data";
  // Whoever asks may know their own rights; the login time and the sheet count are for System Admins.
  const own = { ...profile(call, person, person.admin), ...rightsOf(person) };
  return json({ ...own, ...(wanted ? { [member]: groups } : {}) });
};

export const getUser: Handler = (call) => json(profile(call, openUser(call), call.person.admin));

const SEATS = ["MEMBER", "PROVISIONAL_MEMBER", "GUEST", "VIEWER", "CONTRIBUTOR"];

export const listUsers: Handler = (call) => {
  const people = call.sandbox.store.people.filter(inPlan(call)).filter(byEmail(call)).filter(bySeat(call));
  const page = paginate(people, call);
  const asked = list(call.query, "include")?.includes("lastLogin") ?? false;
  // Documented: never in an answer of more than 100 people.
  const withLogin = asked && call.person.admin && page.data.length <= 100;
  const data = page.data.map((person) => ({
    ...personHead(person),
    ...(call.person.admin ? adminFields(call, person) : {}),
    ...(withLogin ? { lastLogin: when(call, person.lastLogin) } : {}),
  }));
  return json({ ...page, data });
};

type Test = (person: Person) => boolean;

/** The caller's plan; `planId` may name that one only, since nobody here manages other plans. */
function inPlan(call: Call): Test {
  const wanted = call.query.get("planId") ?? "";
  const plan = call.sandbox.store.plan(call.person.planKey);
  if (wanted !== "" && parseId(wanted) === null) throw badValue(wanted, "planId");
  if (wanted !== "" && parseId(wanted) !== plan?.id) throw notAuthorized();
  return (person) => person.planKey === call.person.planKey;
}

function byEmail(call: Call): Test {
  const emails = list(call.query, "email")?.map((email) => email.toLowerCase());
  return (person) => !emails || emails.includes(person.email);
}

function bySeat(call: Call): Test {
  const wanted = call.query.get("seatType") ?? "";
  if (wanted === "") return () => true;
  if (!SEATS.includes(wanted)) throw badValue(wanted, "seatType");
  // Both words for the same seat find it, whichever of them the answer uses.
  const kept = wanted === "CONTRIBUTOR" ? "VIEWER" : wanted;
  return (person) => person.seatType === kept;
}
