import { list, paginate } from "../../http/paging";
import { json } from "../../http/reply";
import type { Group, Person } from "../../store/types";
import { type Call, type Handler, when } from "../call";

export const getMe: Handler = (call) => {
  const { person, sandbox } = call;
  const plan = sandbox.store.plan(person.planKey);
  const withGroups = list(call.query, "include")?.includes("groups");
  return json({
    id: person.id,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    locale: "en_US",
    timeZone: "Europe/Berlin",
    account: { id: plan?.id, name: plan?.name },
    admin: person.admin,
    groupAdmin: person.admin,
    licensedSheetCreator: true,
    resourceViewer: false,
    title: person.title,
    department: person.department,
    company: plan?.name,
    mobilePhone: "",
    workPhone: "",
    role: "",
    alternateEmails: person.alternateEmails.map((email) => ({
      id: sandbox.store.ids.for(`alternate/${email}`),
      email,
      confirmed: true,
    })),
    lastLogin: when(call, person.lastLogin),
    sheetCount: -1,
    jiraAdmin: false,
    salesforceAdmin: false,
    salesforceUser: false,
    ...(withGroups ? { data: sandbox.store.groupsOf(person).map((group) => groupHead(call, group)) } : {}),
  });
};

export const listUsers: Handler = (call) => {
  const emails = list(call.query, "email")?.map((email) => email.toLowerCase());
  const people = call.sandbox.store.people
    .filter((person) => person.planKey === call.person.planKey)
    .filter((person) => !emails || emails.includes(person.email));
  const page = paginate(people, call.query);
  const withLogin = list(call.query, "include")?.includes("lastLogin") && page.data.length <= 100;
  const data = page.data.map((person) => ({
    ...personHead(person),
    ...(call.person.admin ? adminFields(person) : {}),
    ...(withLogin && call.person.admin ? { lastLogin: when(call, person.lastLogin) } : {}),
  }));
  return json({ ...page, data });
};

export function personHead(person: Person) {
  const { id, email, firstName, lastName, name } = person;
  return { id, email, firstName, lastName, name };
}

function adminFields(person: Person) {
  return {
    admin: person.admin,
    groupAdmin: person.admin,
    licensedSheetCreator: true,
    resourceViewer: false,
    status: person.active ? "ACTIVE" : "DEACTIVATED",
    seatType: "MEMBER",
    isInternal: true,
    sheetCount: -1,
  };
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
