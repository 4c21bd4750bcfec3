import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeLease } from "@/db/queries/leases";
import { findTokens } from "@/db/queries/people";
import type { Authority } from "@/lib/smartsheet/port";
import { openWorld, type World } from "@/scripts/testing/world";
import type { Viewer } from "./principal";

let world: World;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

const list = () =>
  world.services.ownTokens.call(vik.userId, (authority: Authority) => world.smartsheet.listSheets(authority));

describe("a person's own tokens", () => {
  it("are sealed in the database", async () => {
    const stored = JSON.stringify(world.database.open.$client.prepare("select * from user_tokens").all());
    expect(stored).not.toContain("oauth-token-of-vik");
    expect(stored).not.toContain("refresh-token-of-vik");
  });

  it("F12 one that ran out is refreshed once and the call made again", async () => {
    const [, token] = world.person("vik").tokens;
    if (token) token.isExpired = true;
    expect(await list()).toMatchObject({ ok: true });
    expect(world.oauth.refreshes).toBe(1);
  });

  it("F14 many calls at once refresh once, and nobody is signed out", async () => {
    world.wait(7 * 86_400);
    const answers = await Promise.all(Array.from({ length: 20 }, list));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(world.oauth.refreshes).toBe(1);
  });

  it("F14 waits for another process that is refreshing, and uses what it stored", async () => {
    world.wait(7 * 86_400);
    const now = world.services.clock.now().getTime();
    const at = (ms: number) => new Date(now + ms).toISOString();
    expect(await takeLease(`refresh:${vik.userId}`, "another process", at(0), at(1_000))).toBe(true);
    const waiting = list();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(world.oauth.refreshes).toBe(0);
    world.wait(2);
    expect(await waiting).toMatchObject({ ok: true });
    expect(world.oauth.refreshes).toBe(1);
  });

  it("F18 is refreshed a minute before its end", async () => {
    world.wait(7 * 86_400 - 30);
    expect(await list()).toMatchObject({ ok: true });
    expect(world.oauth.refreshes).toBe(1);
  });

  it("F13 a refused refresh deletes the tokens and keeps the person", async () => {
    world.wait(7 * 86_400);
    world.oauth.isRefused = true;
    expect(await list()).toMatchObject({ ok: false, error: { code: "reconnect" } });
    expect(await findTokens(vik.userId)).toBeNull();
    expect((await world.services.audit.list({ action: "account:tokens_lost" }, 5)).length).toBe(1);
    expect(await list()).toMatchObject({ ok: false, error: { code: "reconnect" } });
    expect(world.oauth.refreshes).toBe(1);
  });

  it("F13 a revoked token is deleted without a refresh", async () => {
    world.person("vik").tokens = [];
    expect(await list()).toMatchObject({ ok: false, error: { code: "reconnect" } });
    expect(world.oauth.refreshes).toBe(0);
  });

  it("signing in again brings them back", async () => {
    world.person("vik").tokens = [];
    await list();
    world.person("vik").tokens = [{ text: "oauth-token-of-vik", kind: "oauth" }];
    await world.signIn("vik");
    expect(await list()).toMatchObject({ ok: true });
  });
});
