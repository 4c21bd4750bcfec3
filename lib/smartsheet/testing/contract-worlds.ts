import type { ColumnId, GroupId, RowId, SheetId, UserId } from "@/lib/policy/ids";
import type { SourceSheet } from "@/lib/policy/sheet";
import { Secret } from "@/lib/secret";
import { startSandbox } from "@/sandbox/server";
import type { SwitchName } from "@/sandbox/switches";
import { createSmartsheet } from "../http-adapter";
import {
  createMemorySmartsheet,
  type MemoryPerson,
  type MemoryPlace,
  type MemorySheet,
} from "../memory-adapter";
import { createOAuthClient, type OAuthClient } from "../oauth";
import type { Smartsheet } from "../port";

/** One cast and one sheet, as both imitations know them. */
export interface ContractWorld {
  smartsheet: Smartsheet;
  /** The hand-made token of a person, by address. */
  rawToken(email: string): string;
  /** A token ada got by signing in. */
  adminOAuthToken: string;
  expiredToken: string;
  payrollId: SheetId;
  close(): Promise<void>;
}

const ACME = { id: "11", name: "Acme" };
const GROUPS = [
  { id: "21" as GroupId, name: "Field team" },
  { id: "22" as GroupId, name: "Works council" },
];

const CAST: [email: string, first: string, last: string][] = [
  ["ada@acme.test", "Ada", "Admin"],
  ["sid@acme.test", "Sid", "Sysadmin"],
  ["olga@acme.test", "Olga", "Owner"],
  ["vik@acme.test", "Vik", "Viewer"],
  ["lea@acme.test", "Lea", "Left"],
  ["uma+north@acme.test", "Uma", "\u00dcberl\u00e4nder"],
  ["eve@outside.test", "Eve", "Outsider"],
];

function memoryPerson([email, firstName, lastName]: (typeof CAST)[number], at: number): MemoryPerson {
  const person: MemoryPerson = {
    profile: {
      id: String(1000 + at) as UserId,
      email,
      firstName,
      lastName,
      name: `${firstName} ${lastName}`,
      admin: email.startsWith("ada") || email.startsWith("sid"),
      groups: email.startsWith("vik") ? GROUPS : [],
      account: email.endsWith("outside.test") ? { id: "12", name: "Outside Ltd" } : ACME,
    },
    tokens: [{ text: `raw-${email}`, kind: "raw" }],
  };
  if (email.startsWith("lea")) person.status = "DEACTIVATED";
  return person;
}

const payroll: SourceSheet = {
  id: "300" as SheetId,
  name: "Payroll 2026",
  version: 212,
  fetchedAt: "",
  modifiedAt: "2026-11-20T10:00:00Z",
  columns: [
    { id: "401" as ColumnId, index: 0, title: "Person", type: "TEXT_NUMBER", primary: true },
    { id: "402" as ColumnId, index: 1, title: "Department", type: "PICKLIST", options: ["IT", "People"] },
    { id: "403" as ColumnId, index: 2, title: "Salary", type: "TEXT_NUMBER" },
  ],
  rows: [
    {
      id: "501" as RowId,
      rowNumber: 1,
      parentId: null,
      cells: { "401": { value: "Bo" }, "403": { value: 1 } },
    },
    { id: "502" as RowId, rowNumber: 2, parentId: null, cells: { "401": { value: "Cy" } } },
  ],
};

export async function memoryWorld(): Promise<ContractWorld> {
  const people = CAST.map(memoryPerson);
  people[0]?.tokens.push(
    { text: "oauth-ada", kind: "oauth" },
    { text: "oauth-old", kind: "oauth", isExpired: true },
  );
  const launch: SourceSheet = { ...payroll, id: "301" as SheetId, name: "Launch plan" };
  const roadMap: SourceSheet = { ...payroll, id: "302" as SheetId, name: "Road map 2027" };
  const places: MemoryPlace[] = [
    { type: "workspace", id: "601", name: "People & money", shares: { "olga@acme.test": "OWNER" } },
    { type: "folder", id: "602", name: "Money", parentId: "601" },
    { type: "folder", id: "603", name: "Pay", parentId: "602" },
    { type: "folder", id: "604", name: "2026", parentId: "603" },
  ];
  const groups = [
    { id: "21", name: "Field team", members: ["vik@acme.test", "uma+north@acme.test", "sam@acme.test"] },
    { id: "22", name: "Works council", members: ["vik@acme.test"] },
  ];
  const sheets: MemorySheet[] = [
    { sheet: payroll, shares: { "olga@acme.test": "OWNER" }, placeId: "604" },
    { sheet: roadMap, shares: { "olga@acme.test": "OWNER", "vik@acme.test": "VIEWER" } },
    { sheet: launch, shares: { "olga@acme.test": "OWNER" } },
  ];
  return {
    smartsheet: createMemorySmartsheet({ people, sheets, places, groups }),
    rawToken: (email) => `raw-${email}`,
    adminOAuthToken: "oauth-ada",
    expiredToken: "oauth-old",
    payrollId: payroll.id,
    close: async () => {},
  };
}

export interface SandboxWorld extends ContractWorld {
  apiUrl: string;
  oauth: OAuthClient;
  control: Control;
}

/** `switches`: unverified behaviour of Smartsheet to turn the other way. */
export async function sandboxWorld(
  switches: Partial<Record<SwitchName, string>> = {},
): Promise<SandboxWorld> {
  const sandbox = await startSandbox({ rate: 0, switches });
  const control: Control = async (path, body) => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${sandbox.port}/__sandbox${path}`, init);
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${path}.`);
    return answer.json();
  };
  const issue = async () =>
    ((await control("/tokens/issue", { email: "ada@acme.test" })) as { accessToken: string }).accessToken;
  const expiredToken = await issue();
  await control("/tokens/expire", { email: "ada@acme.test" });
  const { sheets } = (await control("/info")) as { sheets: { id: string; name: string }[] };
  return {
    smartsheet: createSmartsheet({
      apiUrl: sandbox.apiUrl,
      retry: { baseMs: 1 },
      // The first answer with 500,000 cells takes its time on a busy machine; speed is not what is tested here.
      timeouts: { headersMs: 60_000, totalMs: 90_000 },
    }),
    rawToken(email) {
      const person = sandbox.people.find((candidate) => candidate.email === email);
      if (person === undefined) throw new Error(`The sandbox has no ${email}.`);
      return person.token;
    },
    expiredToken,
    adminOAuthToken: await issue(),
    payrollId: sheets.find(({ name }) => name === "Payroll 2026")?.id as SheetId,
    apiUrl: sandbox.apiUrl,
    close: sandbox.close,
    oauth: createOAuthClient({
      tokenUrl: sandbox.tokenUrl,
      clientId: sandbox.clientId,
      clientSecret: new Secret(sandbox.clientSecret),
    }),
    control,
  };
}

/** Calls the sandbox's own switches below `/__sandbox`. */
export type Control = (path: string, body?: object) => Promise<unknown>;
