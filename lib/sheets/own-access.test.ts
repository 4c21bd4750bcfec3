import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import { fail } from "@/lib/result";
import { openWorld, PLAN, type World } from "@/scripts/testing/world";
import { openSheet } from "./open-sheet";

let world: World;
let olga: Viewer;
let wanda: Viewer;
beforeEach(async () => {
  world = await openWorld();
  olga = await world.signIn("olga");
  wanda = await world.signIn("wanda");
  stored().shares = { "olga@acme.test": "OWNER", "wanda@acme.test": "VIEWER" };
});
afterEach(() => world.close());

function stored() {
  const found = world.smart.sheets.find(({ sheet }) => sheet.id === PLAN);
  if (!found) throw new Error("The plan is not there.");
  return found;
}

const open = (viewer: Viewer, isFresh = false) =>
  openSheet(world.services, viewer, PLAN, "read", world.context(viewer), {
    window: { page: 1, pageSize: 10 },
    isFresh,
  });

const prove = ({ ownAccess }: World["services"], userId: Viewer["userId"]) =>
  ownAccess.prove(userId, PLAN, null);

/** What went out, by call and token. */
const asked = () => world.smartsheet.calls.map(({ name, lane }) => `${lane} ${name}`);

describe("own access", () => {
  it("is proven by each person's own token, and one copy serves all who proved it", async () => {
    await open(olga);
    expect(asked()).toEqual(["own getSheetVersion", "own getSheet"]);
    expect(await open(wanda)).toMatchObject({ ok: true });
    expect(asked().slice(2)).toEqual(["own getSheetVersion"]);
  });

  it("costs no call while proof and copy are young, then one small one", async () => {
    await open(olga);
    world.wait(10);
    await open(olga);
    expect(asked()).toHaveLength(2);
    world.wait(10);
    await open(olga);
    expect(asked().slice(2)).toEqual(["own getSheetVersion"]);
  });

  it("T04 I04 after a refusal nothing is served from the copy, however young, and others read on", async () => {
    await open(olga);
    await open(wanda);
    stored().shares = { "olga@acme.test": "OWNER" };
    world.wait(16);
    expect(await open(wanda)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(await open(olga)).toMatchObject({ ok: true });
    expect(await open(wanda)).toMatchObject({ ok: false, error: { code: "not_found" } });
    // A no is remembered for a minute, then asked for again.
    stored().shares = { "olga@acme.test": "OWNER", "wanda@acme.test": "VIEWER" };
    expect(await open(wanda)).toMatchObject({ ok: false });
    world.wait(61);
    expect(await open(wanda)).toMatchObject({ ok: true });
  });

  it("a proof lasts no longer than set, however fresh others keep the copy", async () => {
    await open(wanda);
    stored().shares = { "olga@acme.test": "OWNER" };
    for (let round = 0; round < 6; round++) {
      world.wait(11);
      await open(olga, true);
    }
    expect(await open(wanda)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("F08 a changed sheet is read once, by whoever comes first", async () => {
    await open(olga);
    await open(wanda);
    stored().sheet.version += 1;
    world.wait(16);
    const before = asked().length;
    await Promise.all([open(olga), open(wanda)]);
    const calls = asked().slice(before);
    expect(calls.filter((call) => call === "own getSheetVersion")).toHaveLength(2);
    expect(calls.filter((call) => call === "own getSheet")).toHaveLength(1);
  });

  it("a read that somebody else's token was refused says nothing about one's own", async () => {
    const { smartsheet, services } = world;
    const { getSheet, getSheetVersion } = smartsheet;
    // Both are told the version; then Olga's read is under way when Wanda wants the same copy.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let versions = 0;
    smartsheet.getSheetVersion = async (...asked) => {
      const version = await getSheetVersion(...asked);
      versions += 1;
      if (versions === 2) setTimeout(letGo, 20);
      return version;
    };
    let reads = 0;
    smartsheet.getSheet = async (...asked) => {
      reads += 1;
      if (reads > 1) return getSheet(...asked);
      await held;
      return fail({ code: "not_found", message: "as the test says" });
    };
    const proofs = await Promise.all([olga, wanda].map(({ userId }) => prove(services, userId)));
    expect(proofs.map(({ own }) => own)).toEqual(["no", "yes"]);
    expect(reads).toBe(2);
  });

  it("who signs in anew is asked for anew", async () => {
    await open(olga);
    world.services.ownAccess.forget(olga.userId);
    await open(olga);
    expect(asked().filter((call) => call === "own getSheetVersion")).toHaveLength(2);
  });
});
