import { afterEach, beforeEach, expect, it } from "vitest";
import { findConnection } from "@/db/queries/connections";
import { parseInput } from "@/lib/actions/input";
import { openWorld, type World } from "@/scripts/testing/world";
import { settingsInput } from "./schema";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const settings = { freshSeconds: 60, staleSeconds: 0, pollsPerMinute: 30 };

it("saves freshness and limits in one write with its record, and leaves the token alone", async () => {
  const context = world.context(await world.signIn("ada"));
  const { connections } = world.services;
  const before = await findConnection("C-1");
  expect((await connections.list())[0]?.settings).toEqual({
    freshSeconds: 15,
    staleSeconds: 900,
    pollsPerMinute: 200,
  });
  expect(await connections.saveSettings("C-1", settings, context)).toMatchObject({
    ok: true,
    value: { settings },
  });
  expect((await connections.list())[0]?.settings).toEqual(settings);
  expect((await findConnection("C-1"))?.token).toBe(before?.token);
  const count = world.database.open.$client
    .prepare("select count(*) as n from audit_events where action = 'connection:settings'")
    .get() as { n: number };
  expect(count.n).toBe(1);
});

it("replacing the token keeps freshness and limits", async () => {
  const context = world.context(await world.signIn("ada"));
  const { connections } = world.services;
  await connections.saveSettings("C-1", settings, context);
  await connections.replaceToken("C-1", "raw-token-of-sid-admin", context);
  expect((await connections.list())[0]?.settings).toEqual(settings);
});

it("knows no removed connection", async () => {
  const context = world.context(await world.signIn("ada"));
  const { connections } = world.services;
  await connections.remove("C-1", context);
  for (const id of ["C-1", "C-99"])
    expect(await connections.saveSettings(id, settings, context)).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
});

it.each([
  [{ freshSeconds: 4 }, "freshSeconds"],
  [{ freshSeconds: 601 }, "freshSeconds"],
  [{ freshSeconds: Number.NaN }, "freshSeconds"],
  [{ staleSeconds: -1 }, "staleSeconds"],
  [{ staleSeconds: 86_401 }, "staleSeconds"],
  [{ pollsPerMinute: 241 }, "pollsPerMinute"],
  [{ pollsPerMinute: 1.5 }, "pollsPerMinute"],
  [{ token: "x" }, "token"],
])("refuses %o by name", (change, field) => {
  expect(parseInput(settingsInput, { ...settings, ...change })).toMatchObject({
    ok: false,
    error: { code: "invalid_input", field },
  });
});
