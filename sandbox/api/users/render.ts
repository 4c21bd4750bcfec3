import type { Group, Person } from "../../store/types";
import { type Call, when } from "../call";

/** How the members of a group and the answers to changes name a person. */
export function personHead(person: Person) {
  const { id, email, firstName, lastName, name } = person;
  return { id, email, firstName, lastName, name, ...imageOf(person) };
}

/** The picture itself is fetched with the help of `POST /imageurls`. */
export function imageOf({ profileImage }: Person) {
  if (!profileImage) return {};
  const { imageId, width, height } = profileImage;
  return { profileImage: { imageId, height, width } };
}

/** What System Admins see of a person in a list. */
export function adminFields(call: Call, person: Person) {
  return {
    ...rightsOf(person),
    status: statusOf(person),
    seatType: seatType(call, person),
    seatTypeLastChangedAt: when(call, person.seatTypeLastChangedAt),
    ...(person.seatType === "PROVISIONAL_MEMBER"
      ? { provisionalExpirationDate: when(call, provisionalUntil(person)) }
      : {}),
    isInternal: person.seatType !== "GUEST",
    ...(statusOf(person) === "ACTIVE" ? { sheetCount: -1 } : {}),
  };
}

export function rightsOf(person: Person) {
  return {
    admin: person.admin,
    groupAdmin: person.groupAdmin,
    licensedSheetCreator: person.licensed,
    resourceViewer: person.resourceViewer,
  };
}

/** A whole profile, as Get User and Get Current User send it; `all` with what only System Admins see. */
export function profile(call: Call, person: Person, all: boolean) {
  const { sandbox } = call;
  const plan = sandbox.store.plan(person.planKey);
  return {
    id: person.id,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    locale: "en_US",
    timeZone: "Europe/Berlin",
    account: { id: plan?.id, name: plan?.name },
    ...(all ? rightsOf(person) : {}),
    title: person.title,
    department: person.department,
    company: plan?.name,
    mobilePhone: "",
    workPhone: "",
    role: "",
    ...imageOf(person),
    alternateEmails: alternatesOf(call, person),
    ...(all ? { lastLogin: when(call, person.lastLogin) } : {}),
    ...(all && statusOf(person) === "ACTIVE" ? { sheetCount: -1 } : {}),
    jiraAdmin: false,
    salesforceAdmin: false,
    salesforceUser: false,
  };
}

export function alternatesOf(call: Call, person: Person) {
  return person.alternateEmails.map((email) => ({
    id: call.sandbox.store.ids.for(`alternate/${email}`),
    email,
    confirmed: !person.unconfirmedEmails.has(email),
  }));
}

export function groupHead(call: Call, group: Group) {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    owner: group.owner.email,
    ownerId: group.owner.id,
    createdAt: when(call, group.createdAt),
    modifiedAt: when(call, group.modifiedAt),
  };
}

export function statusOf(person: Person): "ACTIVE" | "PENDING" | "DEACTIVATED" {
  if (person.active) return "ACTIVE";
  return person.invited ? "PENDING" : "DEACTIVATED";
}

/** The seat once called VIEWER is CONTRIBUTOR to callers who say they know the word. */
export function seatType(call: Call, { seatType }: Person): string {
  const knows = call.query.get("displayContributorSeatType") === "true";
  return seatType === "VIEWER" && knows ? "CONTRIBUTOR" : seatType;
}

/** A provisional seat lasts 30 days. */
export function provisionalUntil({ seatTypeLastChangedAt }: Person): number {
  return seatTypeLastChangedAt + 30 * 86_400_000;
}
