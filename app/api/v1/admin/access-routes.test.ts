import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertSession } from "@/db/queries/people";
import { hashToken, newSessionToken, SESSION_COOKIE } from "@/lib/auth/cookies";
import type { Viewer } from "@/lib/auth/principal";
import { HIDDEN, openWorld, PAYROLL, PERSON, payrollRule, type World } from "@/scripts/testing/world";
import { GET as getDecision } from "./decisions/[requestId]/route";
import { GET as getExplain } from "./explain/route";
import { GET as getViewAs } from "./view-as/[userId]/sheets/[sheetId]/route";
import { GET as getWho } from "./who/route";

const SLOT = Symbol.for("sheetpass.services");
const slots = globalThis as unknown as Record<symbol, unknown>;

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  slots[SLOT] = world.services;
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
  const made = await world.services.rules.create(payrollRule(), ada, world.context(ada));
  expect(made.ok).toBe(true);
});
afterEach(() => {
  delete slots[SLOT];
  world.close();
});

async function cookieOf({ userId }: Viewer): Promise<string> {
  const token = newSessionToken();
  const at = world.services.clock.now();
  await insertSession({
    id: `session of ${userId} ${token.slice(0, 6)}`,
    tokenHash: hashToken(token),
    userId,
    at: at.toISOString(),
    expiresAt: new Date(at.getTime() + 3_600_000).toISOString(),
    userAgent: null,
    network: null,
  });
  return `${SESSION_COOKIE}=${token}`;
}

type Route = typeof getWho;

async function ask(route: Route, viewer: Viewer | null, query: string, params: Record<string, string> = {}) {
  const headers: HeadersInit = viewer === null ? {} : { cookie: await cookieOf(viewer) };
  const request = new NextRequest(`http://localhost:3000/api/v1/admin/x?${query}`, { headers });
  return route(request, { params: Promise.resolve(params) });
}

const viewAsVik = () => ({ userId: vik.userId as string, sheetId: PAYROLL as string });
const routes = (): [string, Route, string, Record<string, string>][] => [
  ["explain", getExplain, `userId=${vik.userId}&sheetId=${PAYROLL}`, {}],
  ["who", getWho, `by=sheet&sheetId=${PAYROLL}`, {}],
  ["who as a file", getWho, `by=sheet&sheetId=${PAYROLL}&format=csv`, {}],
  ["view as", getViewAs, "", viewAsVik()],
  ["decisions", getDecision, "", { requestId: "request-1" }],
];

describe("the routes about access", () => {
  it("I26 are closed to everybody but administrators, on record", async () => {
    for (const [name, route, query, params] of routes()) {
      expect((await ask(route, null, query, params)).status, name).toBe(401);
      const before = world.smartsheet.calls.length;
      const refused = await ask(route, vik, query, params);
      expect(refused.status, name).toBe(403);
      expect(await refused.text()).not.toContain("Payroll");
      expect(world.smartsheet.calls.length, name).toBe(before);
    }
    const refusals = await world.services.audit.list({ action: "admin:refused" }, 20);
    expect(refusals.map(({ actorId }) => actorId)).toEqual(routes().map(() => vik.userId));
  });

  it("answer an administrator, and are stored nowhere", async () => {
    for (const [name, route, query, params] of routes().slice(0, 4)) {
      const answer = await ask(route, ada, query, params);
      expect(answer.status, name).toBe(200);
      expect(answer.headers.get("cache-control"), name).toBe("private, no-store");
      expect(await answer.text(), name).not.toContain(HIDDEN);
    }
  });

  it("give a file only where one is asked for", async () => {
    const file = await ask(getWho, ada, `by=sheet&sheetId=${PAYROLL}&format=csv`);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe(
      'attachment; filename="who-sees-payroll-2026-2026-11-24.csv"',
    );
    expect(await file.text()).toContain("Vik Viewer,vik@acme.test");
    const json = await ask(getWho, ada, `by=sheet&sheetId=${PAYROLL}&columnId=${PERSON}`);
    expect(await json.json()).toMatchObject({ lines: [{ columns: [{ title: "Person" }], rows: 6 }] });
  });

  it("answer an error as JSON, also where a file was asked for", async () => {
    for (const query of [
      "format=csv",
      `by=sheet&sheetId=${PAYROLL}&format=xml`,
      `by=person&userId=1003&sheetId=${PAYROLL}`,
      "by=sheet&sheetId=abc&format=csv",
    ]) {
      const answer = await ask(getWho, ada, query);
      expect([answer.status, (await answer.json()).error.code], query).toEqual([400, "invalid_input"]);
    }
  });

  it("show a sheet as somebody in the form of a sheet, and the decision behind it by its number", async () => {
    const answer = await ask(getViewAs, ada, "pageSize=2", viewAsVik());
    const body = await answer.json();
    expect(body).toMatchObject({
      sheet: { id: PAYROLL, totalRowCount: 6 },
      access: { via: "delegated", rules: ["R-1"] },
    });
    expect(body.rows).toHaveLength(2);
    const [event] = await world.services.audit.list({ action: "access:view_as" }, 1);
    const decision = await ask(getDecision, ada, "", { requestId: event?.requestId ?? "" });
    expect(await decision.json()).toMatchObject({ asked: { viewedBy: "ada@acme.test" } });
    expect((await ask(getDecision, ada, "", { requestId: "never" })).status).toBe(404);
  });

  it("do not know a sheet by anything but its id", async () => {
    const answer = await ask(getViewAs, ada, "", { ...viewAsVik(), sheetId: "../1" });
    expect(answer.status).toBe(404);
  });
});
