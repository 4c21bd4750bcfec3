import { NextRequest } from "next/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertSession } from "@/db/queries/people";
import { hashToken, newSessionToken, SESSION_COOKIE } from "@/lib/auth/cookies";
import type { Viewer } from "@/lib/auth/principal";
import { openWorld, PAYROLL, payrollRule, type World } from "@/scripts/testing/world";
import { GET, HEAD } from "./route";

const SLOT = Symbol.for("sheetpass.services");
const slots = globalThis as unknown as Record<symbol, unknown>;

let world: World;
let vik: Viewer;
beforeEach(async () => {
  world = await openWorld();
  slots[SLOT] = world.services;
  vik = await world.signIn("vik");
  const ada = await world.signIn("ada");
  await world.services.rules.create(payrollRule(), ada, world.context(ada));
});
afterEach(() => {
  world.services.live.closeAll();
  delete slots[SLOT];
  world.close();
});

async function cookieOf({ userId }: Viewer): Promise<string> {
  const token = newSessionToken();
  const at = world.services.clock.now();
  await insertSession({
    ...{ id: `session ${token.slice(0, 6)}`, tokenHash: hashToken(token), userId, at: at.toISOString() },
    ...{ expiresAt: new Date(at.getTime() + 3_600_000).toISOString(), userAgent: null, network: null },
  });
  return `${SESSION_COOKIE}=${token}`;
}

async function ask(viewer: Viewer | null, query = "tag=t", sheetId: string = PAYROLL, signal?: AbortSignal) {
  const headers: HeadersInit = viewer === null ? {} : { cookie: await cookieOf(viewer) };
  const address = `http://localhost:3000/api/v1/sheets/${sheetId}/live?${query}`;
  return GET(new NextRequest(address, { headers, signal }), { params: Promise.resolve({ sheetId }) });
}

describe("the route of an open page", () => {
  it("streams events that nothing stores or collects, until the request ends", async () => {
    const leaving = new AbortController();
    const answer = await ask(vik, "tag=t", PAYROLL, leaving.signal);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "private, no-store",
      "x-accel-buffering": "no",
    });
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toMatch(
      /^event: hello\ndata: \{"tag":"[\w-]+","fetchedAt":/,
    );
    expect(world.services.live.openCount()).toBe(1);
    leaving.abort();
    expect(world.services.live.openCount()).toBe(0);
  });

  it("T21 refuses before it starts who is not signed in, may not read it, or asks oddly", async () => {
    const refusals: [number, string, Promise<Response>][] = [
      [401, "unauthenticated", ask(null)],
      [404, "not_found", ask(vik, "tag=t", "4444444444444444")],
      [404, "not_found", ask(vik, "tag=t", "..%2Fx")],
      [400, "invalid_input", ask(vik, "")],
      [400, "invalid_input", ask(vik, "tag=")],
      [400, "invalid_input", ask(vik, "tag=a&tag=b")],
      [400, "invalid_input", ask(vik, "tag=a&sort=1852534659620577")],
      [400, "invalid_input", ask(vik, `tag=${"x".repeat(201)}`)],
      [400, "invalid_input", ask(vik, "tag=a%0Ab")],
    ];
    for (const [status, code, asked] of refusals) {
      const answer = await asked;
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/json");
      expect(await answer.json()).toMatchObject({ error: { code, requestId: expect.any(String) } });
    }
    expect(world.services.live.openCount()).toBe(0);
  });

  it("T19 counts as a request of the person", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 31; n++) statuses.push((await ask(vik, "")).status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });

  it("opens nothing for a HEAD", async () => {
    expect(HEAD().status).toBe(405);
    expect(world.services.live.openCount()).toBe(0);
  });
});
