import { randomBytes } from "node:crypto";
import { saveSignIn } from "@/db/queries/people";
import { tokenPlace } from "@/lib/auth/own-tokens";
import type { Viewer } from "@/lib/auth/principal";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type Env, readEnv } from "@/lib/env";
import type { ColumnId, RowId, SheetId, UserId } from "@/lib/policy/ids";
import { fail, ok } from "@/lib/result";
import type { RuleInput } from "@/lib/rules/schema";
import { Secret } from "@/lib/secret";
import { createServices, type Services } from "@/lib/services";
import {
  createMemorySmartsheet,
  type MemoryPerson,
  type MemorySmartsheet,
  type MemoryWorld,
} from "@/lib/smartsheet/memory-adapter";
import type { OAuthClient } from "@/lib/smartsheet/oauth";
import { openTestDatabase } from "./database";

/** A small cast for service tests: real services and a real database, Smartsheet in memory. */
export const PAYROLL = "3288115553007714" as SheetId;
export const PLAN = "5119189688194646" as SheetId;
export const PERSON = "6216506360996457" as ColumnId;
export const DEPARTMENT = "7217761152125855" as ColumnId;
export const CONTACT = "3811456644522958" as ColumnId;
export const SALARY = "1852534659620577" as ColumnId;
/** Stands in every salary cell; must turn up nowhere. */
export const HIDDEN = "SECRET-CELL-7d1f";

const CAST = {
  ada: { id: "1001", name: "Ada Admin", admin: true },
  olga: { id: "1002", name: "Olga Owner", admin: false },
  vik: { id: "1003", name: "Vik Viewer", admin: false },
  wanda: { id: "1004", name: "Wanda Watcher", admin: false },
  sid: { id: "1005", name: "Sid Sysadmin", admin: true },
  eve: { id: "1006", name: "Eve Outsider", admin: false },
} as const;
export type CastName = keyof typeof CAST;

export interface World {
  services: Services;
  smartsheet: MemorySmartsheet;
  smart: MemoryWorld;
  oauth: OAuthClient & { refreshes: number; isRefused: boolean };
  /** Moves the clock of the services on. */
  wait(seconds: number): void;
  signIn(name: CastName, options?: { email?: string; id?: string }): Promise<Viewer>;
  context(viewer: Viewer): ReadContext & { network: string };
  person(name: CastName): MemoryPerson;
  database: Awaited<ReturnType<typeof openTestDatabase>>;
  close(): void;
}

export async function openWorld(settings: Partial<Env> = {}): Promise<World> {
  const database = await openTestDatabase();
  const smart = makeSmart();
  let offset = 0;
  const start = Date.parse("2026-11-24T09:00:00Z");
  const clock = { now: () => new Date(start + offset) };
  const smartsheet = createMemorySmartsheet(smart, () => clock.now().getTime());
  const oauth = makeOAuth(smart, clock);
  const inMemory = { folder: null, memoryBytes: 64 * 1024 * 1024, diskBytes: 0 };
  const env = { ...testEnv(), copies: inMemory, ...settings };
  const services = createServices(env, { clock, smartsheet, oauth, monotonicMs: () => offset });
  await services.connections.ensureFirst(new Secret("raw-token-of-ada-admin"), "boot");
  const person = (name: CastName) => {
    const found = smart.people.find(({ profile }) => profile.id === CAST[name].id);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  };
  return {
    services,
    smartsheet,
    smart,
    oauth,
    database,
    person,
    wait(seconds) {
      offset += seconds * 1000;
    },
    async signIn(name, options = {}) {
      const { profile } = person(name);
      const id = options.id ?? profile.id;
      const email = options.email ?? profile.email;
      const at = clock.now().toISOString();
      await saveSignIn({
        id,
        email,
        name: profile.name,
        groups: null,
        at,
        access: services.vault.seal(new Secret(`oauth-token-of-${name}`), tokenPlace(id, "access")),
        refresh: services.vault.seal(new Secret(`refresh-token-of-${name}`), tokenPlace(id, "refresh")),
        expiresAt: new Date(clock.now().getTime() + 7 * 86_400_000).toISOString(),
        bindable: email.toLowerCase(),
      });
      const role = (await services.sessions.isAdmin(id)) ? "admin" : "viewer";
      return {
        userId: id as UserId,
        email,
        name: profile.name,
        role,
        sessionId: `session of ${name}`,
        signedInAt: at,
      };
    },
    context: (viewer) => ({
      requestId: "request-1",
      network: "192.0.2.1",
      actor: { kind: "user", id: viewer.userId, email: viewer.email },
    }),
    close: () => database.close(),
  };
}

export function testEnv(): Env {
  return readEnv({
    SMARTSHEET_CLIENT_ID: "client",
    SMARTSHEET_CLIENT_SECRET: "client-secret",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    MASTER_KEY: randomBytes(32).toString("base64"),
    ADMIN_EMAILS: "ada@acme.test",
    SHARE_LINKS: "on",
    LOG_LEVEL: "silent",
  });
}

/** The rule of the drawing: Vik reads who and where, in the rows about himself, as Olga. */
export function payrollRule(over: Partial<Extract<RuleInput, { effect: "permit" }>> = {}): RuleInput {
  return {
    effect: "permit",
    principal: { type: "user", email: "vik@acme.test" },
    resource: { type: "sheet", id: PAYROLL },
    delegation: { assume: "olga@acme.test" },
    actions: ["read"],
    columns: { mode: "only", ids: [PERSON, DEPARTMENT] },
    rows: null,
    endsAt: "2026-12-31T23:59:59Z",
    reason: "Review of the bonus plan",
    ...over,
  };
}

function makeOAuth(smart: MemoryWorld, clock: { now(): Date }): World["oauth"] {
  const client: World["oauth"] = {
    refreshes: 0,
    isRefused: false,
    exchangeCode: async () => fail({ code: "invalid_grant", message: "not used here" }),
    async refresh(old) {
      client.refreshes += 1;
      if (client.isRefused) return fail({ code: "invalid_grant", message: "refused" });
      // As Smartsheet does: both old tokens die with the refresh.
      const [, name = "", turn = "0"] = /refresh-token-of-([a-z]+)(?:-(\d+))?/.exec(old.reveal()) ?? [];
      const next = Number(turn) + 1;
      const holder = smart.people.find((one) =>
        one.tokens.some(({ text }) => text.startsWith(`oauth-token-of-${name}`)),
      );
      if (holder)
        holder.tokens = [
          ...holder.tokens.filter(({ kind }) => kind === "raw"),
          { text: `oauth-token-of-${name}-${next}`, kind: "oauth" },
        ];
      return ok({
        accessToken: new Secret(`oauth-token-of-${name}-${next}`),
        refreshToken: new Secret(`refresh-token-of-${name}-${next}`),
        expiresAt: new Date(clock.now().getTime() + 7 * 86_400_000).toISOString(),
      });
    },
    revoke: async () => ok(null),
  };
  return client;
}

function makeSmart(): MemoryWorld {
  const people = (Object.keys(CAST) as CastName[]).map((name): MemoryPerson => {
    const { id, name: full, admin } = CAST[name];
    const [firstName = "", lastName = ""] = full.split(" ");
    const account = name === "eve" ? { id: "2", name: "Outside" } : { id: "1", name: "Acme" };
    const email = name === "eve" ? "eve@outside.test" : `${name}@acme.test`;
    return {
      profile: { id: id as UserId, email, firstName, lastName, name: full, admin, groups: [], account },
      tokens: [
        { text: `raw-token-of-${name}-admin`, kind: "raw" },
        { text: `oauth-token-of-${name}`, kind: "oauth" },
      ],
    };
  });
  return { people, sheets: [payroll(), plan()] };
}

function payroll(): MemoryWorld["sheets"][number] {
  const column = (
    id: ColumnId,
    index: number,
    title: string,
    type: "TEXT_NUMBER" | "CONTACT_LIST" = "TEXT_NUMBER",
  ) => ({
    id,
    index,
    title,
    type,
    ...(index === 0 ? { primary: true } : {}),
  });
  return {
    shares: { "olga@acme.test": "OWNER" },
    sheet: {
      id: PAYROLL,
      name: "Payroll 2026",
      version: 7,
      fetchedAt: "2026-11-24T09:00:00Z",
      modifiedAt: "2026-11-20T10:00:00Z",
      columns: [
        column(PERSON, 0, "Person"),
        column(DEPARTMENT, 1, "Department"),
        column(CONTACT, 2, "Contact", "CONTACT_LIST"),
        column(SALARY, 3, "Salary"),
      ],
      rows: Array.from({ length: 6 }, (_, n) => ({
        id: String(8000 + n) as RowId,
        rowNumber: n + 1,
        parentId: null,
        cells: {
          [PERSON]: { value: `Person ${n + 1}` },
          [DEPARTMENT]: { value: n % 2 === 0 ? "Finance" : "Field" },
          [CONTACT]: { value: n < 2 ? "vik@acme.test" : "wanda@acme.test" },
          [SALARY]: { value: `${HIDDEN}-${n}` },
        },
      })),
    },
  };
}

function plan(): MemoryWorld["sheets"][number] {
  const title = "5617817550605962" as ColumnId;
  return {
    shares: { "olga@acme.test": "OWNER", "vik@acme.test": "VIEWER" },
    sheet: {
      id: PLAN,
      name: "Launch plan",
      version: 3,
      fetchedAt: "2026-11-24T09:00:00Z",
      columns: [{ id: title, index: 0, title: "Task", type: "TEXT_NUMBER", primary: true }],
      rows: [{ id: "9001" as RowId, rowNumber: 1, parentId: null, cells: { [title]: { value: "Design" } } }],
    },
  };
}
