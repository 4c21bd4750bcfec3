import type { GroupSeed, PersonSeed, PlanSeed } from "../types";

export const plans: PlanSeed[] = [
  { key: "acme", name: "Acme" },
  { key: "outside", name: "Outside Ltd" },
];

const acme = { plan: "acme" };

export const people: PersonSeed[] = [
  {
    ...acme,
    email: "ada@acme.test",
    firstName: "Ada",
    lastName: "Admin",
    title: "Platform lead",
    department: "IT",
    admin: true,
  },
  {
    ...acme,
    email: "sid@acme.test",
    firstName: "Sid",
    lastName: "Sysadmin",
    title: "Systems engineer",
    department: "IT",
    admin: true,
  },
  {
    ...acme,
    email: "olga@acme.test",
    firstName: "Olga",
    lastName: "Owner",
    title: "Head of people",
    department: "People",
  },
  {
    ...acme,
    email: "dana@acme.test",
    firstName: "Dana",
    lastName: "Data",
    title: "Data analyst",
    department: "Operations",
  },
  {
    ...acme,
    email: "fin@acme.test",
    firstName: "Fin",
    lastName: "Ance",
    title: "Controller",
    department: "Finance",
  },
  {
    ...acme,
    email: "ravi@acme.test",
    firstName: "Ravi",
    lastName: "Rao",
    title: "Service desk lead",
    department: "IT",
  },
  {
    ...acme,
    email: "mia@acme.test",
    firstName: "Mia",
    lastName: "Moss",
    title: "Marketing manager",
    department: "Marketing",
  },
  {
    ...acme,
    email: "vik@acme.test",
    firstName: "Vik",
    lastName: "Viewer",
    title: "Works council member",
    department: "Field",
  },
  {
    ...acme,
    email: "wanda@acme.test",
    firstName: "Wanda",
    lastName: "Watcher",
    title: "Internal audit",
    department: "Finance",
  },
  {
    ...acme,
    email: "sam@acme.test",
    firstName: "Sam",
    lastName: "Shared",
    title: "Site safety officer",
    department: "Field",
  },
  {
    ...acme,
    email: "lea@acme.test",
    firstName: "Lea",
    lastName: "Left",
    title: "Recruiter",
    department: "People",
    active: false,
  },
  {
    ...acme,
    email: "uma+north@acme.test",
    firstName: "Uma",
    lastName: "Überländer",
    title: "Regional manager, north",
    department: "Field",
  },
  {
    email: "eve@outside.test",
    firstName: "Eve",
    lastName: "Outsider",
    plan: "outside",
    title: "Consultant",
    department: "Advisory",
  },
];

export const groups: GroupSeed[] = [
  {
    name: "Field team",
    description: "Everyone who works on the sites",
    owner: "ada@acme.test",
    members: ["sam@acme.test", "vik@acme.test", "uma+north@acme.test"],
  },
  {
    name: "Works council",
    description: "Elected members and their deputies",
    owner: "ada@acme.test",
    members: ["vik@acme.test", "wanda@acme.test"],
  },
];
