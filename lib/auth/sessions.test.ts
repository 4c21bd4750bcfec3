import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertSession, setUserEnabled } from "@/db/queries/people";
import { openWorld, type World } from "@/scripts/testing/world";
import { hashToken, newSessionToken } from "./cookies";
import { isFreshSignIn, type Viewer } from "./principal";

let world: World;
let vik: Viewer;
beforeEach(async () => {
  world = await openWorld();
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

async function session(userId: string = vik.userId): Promise<string> {
  const token = newSessionToken();
  const now = world.services.clock.now();
  const expiresAt = new Date(now.getTime() + 7 * 86_400_000).toISOString();
  await insertSession({
    id: token.slice(0, 8),
    tokenHash: hashToken(token),
    userId,
    at: now.toISOString(),
    expiresAt,
    userAgent: null,
    network: null,
  });
  return token;
}
const find = (token: string | undefined) => world.services.sessions.findViewer(token);

describe("a sign-in", () => {
  it("is found by its cookie, of which the database holds only a hash", async () => {
    const token = await session();
    expect(await find(token)).toMatchObject({ userId: vik.userId, role: "viewer" });
    expect(JSON.stringify(world.database.open.$client.prepare("select * from sessions").all())).not.toContain(
      token,
    );
    for (const other of [undefined, "", "x", newSessionToken(), "x".repeat(5_000), hashToken(token)])
      expect(await find(other)).toBeNull();
  });

  it("ends after 12 hours idle, and after 7 days whatever one does", async () => {
    const token = await session();
    world.wait(12 * 3600 - 1);
    expect(await find(token)).not.toBeNull();
    world.wait(12 * 3600);
    expect(await find(token)).toBeNull();

    const busy = await session();
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      world.wait(6 * 3600);
      expect(await find(busy)).not.toBeNull();
    }
    world.wait(6 * 3600);
    expect(await find(busy)).toBeNull();
  });

  it("T10 is refused at once when its person is disabled or demoted", async () => {
    const ada = await world.signIn("ada");
    const token = await session(ada.userId);
    expect(await find(token)).toMatchObject({ role: "admin" });
    await setUserEnabled(ada.userId, false);
    expect(await find(token)).toBeNull();
  });

  it("T22 is nobody's without a user id, whatever else came back", async () => {
    for (const id of ["undefined", "null", "[object Object]", "error"]) {
      world.database.open.$client
        .prepare(
          "insert into users (id, email, name, is_enabled, created_at, last_sign_in_at) values (?, 'x', 'x', 1, 'now', 'now')",
        )
        .run(id);
      expect(await find(await session(id)), id).toBeNull();
    }
  });

  it("I03 T09 an administrator's address that somebody else signs in with makes no administrator", async () => {
    await world.signIn("ada");
    const impostor = await world.signIn("wanda", { email: "ada@acme.test" });
    expect(impostor.role).toBe("viewer");
    expect(await world.services.sessions.isAdmin(impostor.userId)).toBe(false);
  });

  it("is fresh for 15 minutes", () => {
    const at = Date.parse(vik.signedInAt);
    expect(isFreshSignIn(vik, new Date(at + 14 * 60_000))).toBe(true);
    expect(isFreshSignIn(vik, new Date(at + 15 * 60_000))).toBe(false);
  });
});
