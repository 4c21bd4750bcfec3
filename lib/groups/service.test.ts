import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findUser, saveSignIn } from "@/db/queries/people";
import type { Viewer } from "@/lib/auth/principal";
import { upstreamError } from "@/lib/smartsheet/errors";
import { openWorld, type World } from "@/scripts/testing/world";
import { GROUPS_HOURS, membershipsOf } from "./memberships";
import type { GroupInput } from "./schema";

const FINANCE = "4500000000000001";
const FIELD = "4500000000000002";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
  world.smart.groups = [
    { id: FINANCE, name: "Finance", members: ["vik@acme.test", "olga@acme.test"] },
    { id: FIELD, name: "Field", members: [] },
  ];
});
afterEach(() => world.close());

const groups = () => world.services.groups;
const context = () => world.context(ada);
const save = (input: GroupInput) => groups().save(input, ada, context());

async function saved(input: GroupInput) {
  const group = await save(input);
  if (!group.ok) throw new Error(group.error.message);
  return group.value;
}

async function memberships(userId: string) {
  const user = await findUser(userId);
  if (!user) throw new Error(`Nobody has the id ${userId}.`);
  return membershipsOf(user, world.services.clock.now());
}

async function signInWith(ids: readonly string[]) {
  const at = world.services.clock.now().toISOString();
  await saveSignIn({
    ...{ id: vik.userId, email: vik.email, name: vik.name, bindable: null },
    ...{ groups: JSON.stringify(ids), at, access: "sealed", refresh: "sealed", expiresAt: at },
  });
}

const events = async (action: string) =>
  (await world.services.audit.list({ action }, 10)).map(({ actor, decision, target }) => [
    actor,
    decision,
    target,
  ]);

describe("groups kept here", () => {
  it("holds each address once, and the change is on record", async () => {
    const group = await saved({
      name: "Auditors",
      members: ["vik@acme.test", "olga@acme.test", "vik@acme.test"],
    });
    expect(group).toMatchObject({ name: "Auditors", members: ["olga@acme.test", "vik@acme.test"] });
    expect((await groups().list()).local).toMatchObject([{ id: group.id, name: "Auditors" }]);
    expect(await events("group:save")).toEqual([["ada@acme.test", "done", group.id]]);
  });

  it("changes name and members and stays the same group", async () => {
    const { id } = await saved({ name: "Auditors", members: ["vik@acme.test"] });
    await saved({ id, name: "Reviewers", members: ["olga@acme.test"] });
    expect((await groups().list()).local).toMatchObject([
      { id, name: "Reviewers", members: ["olga@acme.test"] },
    ]);
  });

  it("refuses a second group of one name, made or renamed, and changes nothing", async () => {
    const first = await saved({ name: "Auditors", members: ["vik@acme.test"] });
    const second = await saved({ name: "Reviewers", members: [] });
    const refused = { ok: false, error: { code: "invalid_input", field: "name" } };
    expect(await save({ name: "Auditors", members: ["olga@acme.test"] })).toMatchObject(refused);
    expect(await save({ id: second.id, name: "Auditors", members: ["olga@acme.test"] })).toMatchObject(
      refused,
    );
    const { local } = await groups().list();
    expect(local.map(({ id, members }) => [id, members])).toEqual([
      [first.id, ["vik@acme.test"]],
      [second.id, []],
    ]);
    expect(await events("group:save")).toHaveLength(2);
  });

  it("a group that is not there can be neither changed, filled nor removed", async () => {
    const absent = { ok: false, error: { code: "not_found" } };
    expect(await save({ id: "G-none", name: "Auditors", members: [] })).toMatchObject(absent);
    expect(await groups().importMembers("G-none", "e-mail\n", ada, context())).toMatchObject(absent);
    expect(await groups().remove("G-none", ada, context())).toMatchObject(absent);
    expect(await events("group:remove")).toEqual([]);
  });

  it("takes a file whole or not at all", async () => {
    const { id } = await saved({ name: "Auditors", members: ["vik@acme.test"] });
    const wrong = "e-mail\nolga@acme.test\nWanda\n";
    expect(await groups().importMembers(id, wrong, ada, context())).toMatchObject({
      ok: true,
      value: { applied: 0, problems: [{ line: 3 }] },
    });
    expect((await groups().list()).local[0]?.members).toEqual(["vik@acme.test"]);
    const right = "e-mail\nolga@acme.test\nwanda@acme.test\n";
    expect(await groups().importMembers(id, right, ada, context())).toEqual({
      ok: true,
      value: { applied: 2, problems: [] },
    });
    expect((await groups().list()).local[0]?.members).toEqual(["olga@acme.test", "wanda@acme.test"]);
  });

  it("I03 T09 a member is whom the address is bound to, not who shows it today", async () => {
    const { id } = await saved({ name: "Auditors", members: ["vik@acme.test"] });
    // Somebody else of the same address: it is bound to the first.
    const other = await world.signIn("wanda", { email: "vik@acme.test" });
    expect((await memberships(vik.userId)).localGroups).toEqual([id]);
    expect((await memberships(other.userId)).localGroups).toEqual([]);
    expect((await memberships(ada.userId)).localGroups).toEqual([]);
    await world.signIn("vik", { email: "victor@acme.test" });
    expect((await memberships(vik.userId)).localGroups).toEqual([id]);
  });

  it("has nobody in it once it is removed", async () => {
    const { id } = await saved({ name: "Auditors", members: ["vik@acme.test"] });
    expect(await groups().remove(id, ada, context())).toMatchObject({ ok: true });
    expect((await memberships(vik.userId)).localGroups).toEqual([]);
    expect(await events("group:remove")).toEqual([["ada@acme.test", "done", id]]);
  });
});

describe("groups from Smartsheet", () => {
  it("are read with their members through the connection, on record before it is asked", async () => {
    const before = await groups().list();
    expect(before).toMatchObject({ smartsheet: [], readAt: null, problem: null });
    const { smartsheet, readAt } = await groups().refresh(context());
    expect(smartsheet.map(({ name, members }) => [name, members.map(({ email }) => email)])).toEqual([
      ["Field", []],
      ["Finance", ["olga@acme.test", "vik@acme.test"]],
    ]);
    expect(readAt).toBe("2026-11-24T09:00:00.000Z");
    expect(await events("groups:read")).toMatchObject([["ada@acme.test", "allowed", expect.any(String)]]);
  });

  it("a read that fails keeps the last list with its age and says why; the next good one clears it", async () => {
    const good = await groups().refresh(context());
    world.wait(3600);
    world.smart.groups = [{ id: FIELD, name: "Field", members: ["wanda@acme.test"] }];
    world.smartsheet.failNext(upstreamError("unavailable"));
    expect(await groups().refresh(context())).toEqual({ ...good, problem: "unavailable" });
    expect(await groups().refresh(context())).toMatchObject({
      smartsheet: [{ name: "Field", members: [{ email: "wanda@acme.test" }] }],
      readAt: "2026-11-24T10:00:00.000Z",
      problem: null,
    });
  });

  it("a read that fails between two groups takes neither", async () => {
    await groups().refresh(context());
    world.smart.groups = [{ id: FINANCE, name: "Renamed", members: [] }];
    const list = world.smartsheet.listGroupMembers;
    world.smartsheet.listGroupMembers = (...args) => {
      world.smartsheet.failNext(upstreamError("timeout"));
      return list(...args);
    };
    const { smartsheet, problem } = await groups().refresh(context());
    expect(smartsheet.map(({ name }) => name)).toEqual(["Field", "Finance"]);
    expect(problem).toBe("timeout");
  });

  it("I08 without a record nothing is asked", async () => {
    world.database.open.$client.exec(
      "create trigger full before insert on audit_events begin select raise(abort, 'disk full'); end",
    );
    const before = world.smartsheet.calls.length;
    expect((await groups().refresh(context())).problem).toBe("audit_unavailable");
    expect(world.smartsheet.calls).toHaveLength(before);
  });

  it("are read unasked only once they are some hours old", async () => {
    const reads = () => world.smartsheet.calls.filter(({ name }) => name === "listGroups").length;
    await groups().refreshOld(context());
    await groups().refreshOld(context());
    expect(reads()).toBe(1);
    world.wait(7 * 3600);
    await groups().refreshOld(context());
    expect(reads()).toBe(2);
  });

  it("I03 T09 a member is told by the user id, not by the address", async () => {
    await groups().refresh(context());
    const other = await world.signIn("wanda", { email: "vik@acme.test" });
    await world.signIn("vik", { email: "victor@acme.test" });
    expect((await memberships(vik.userId)).groups).toEqual([FINANCE]);
    expect((await memberships(other.userId)).groups).toEqual([]);
  });

  it("are not known while nobody read them, and no more once the read is too old", async () => {
    expect((await memberships(vik.userId)).groups).toBeNull();
    await groups().refresh(context());
    expect(await memberships(vik.userId)).toMatchObject({ groups: [FINANCE], groupNames: ["Finance"] });
    world.wait(GROUPS_HOURS * 3600 - 1);
    expect((await memberships(vik.userId)).groups).toEqual([FINANCE]);
    world.wait(1);
    expect(await memberships(vik.userId)).toMatchObject({ groups: null, groupNames: null });
  });

  it("of a sign-in and a read the newer counts, group by group", async () => {
    const inFinance = async () => (await memberships(vik.userId)).groups?.includes(FINANCE as never);
    // The sign-in of the same moment named another group alone.
    await signInWith([FIELD]);
    await groups().refresh(context());
    expect(await inFinance()).toBe(false);
    world.wait(60);
    await groups().refresh(context());
    expect(await memberships(vik.userId)).toMatchObject({ groups: [FINANCE] });
    world.wait(60);
    await signInWith([FIELD, "4500000000000009"]);
    expect(await memberships(vik.userId)).toMatchObject({
      groups: [FIELD, "4500000000000009"],
      // What one group is called nobody knows, so no condition on names can be answered.
      groupNames: null,
    });
  });

  it("a failed try does not make an old list young", async () => {
    await groups().refresh(context());
    world.wait(GROUPS_HOURS * 3600);
    world.smartsheet.failNext(upstreamError("unavailable"));
    await groups().refresh(context());
    expect((await memberships(vik.userId)).groups).toBeNull();
  });

  it("tell nothing any more once their connection is removed", async () => {
    await groups().refresh(context());
    expect((await memberships(vik.userId)).groups).toEqual([FINANCE]);
    expect((await world.services.connections.remove("C-1", context())).ok).toBe(true);
    expect((await memberships(vik.userId)).groups).toBeNull();
    expect((await groups().list()).smartsheet).toEqual([]);
  });

  it("who left a group is out of it with the next read", async () => {
    await groups().refresh(context());
    world.smart.groups = [{ id: FINANCE, name: "Finance", members: [] }];
    await groups().refresh(context());
    expect((await memberships(vik.userId)).groups).toEqual([]);
  });
});

describe("the table of people", () => {
  const csv =
    "e-mail,region,cost centre\nvik@acme.test,North,12\nvik@acme.test,East,\nolga@acme.test,East,7\n";
  const take = (text: string) => groups().importAttributes(text, context());

  it("replaces the whole table or nothing of it", async () => {
    expect(await take(csv)).toEqual({ ok: true, value: { applied: 5, problems: [] } });
    expect(await groups().attributes()).toEqual([
      { name: "cost centre", values: ["12", "7"] },
      { name: "region", values: ["East", "North"] },
    ]);
    expect(await take("e-mail,region\nvik,West\n")).toMatchObject({
      ok: true,
      value: { applied: 0, problems: [{ line: 2 }] },
    });
    expect(await groups().attributeRows()).toHaveLength(5);
    await take("e-mail,region\nolga@acme.test,West\n");
    expect(await groups().attributeRows()).toEqual([
      { email: "olga@acme.test", name: "region", value: "West" },
    ]);
    expect(await events("attributes:save")).toEqual([
      ["ada@acme.test", "done", "1 values"],
      ["ada@acme.test", "done", "5 values"],
    ]);
  });

  it("I03 tells of whom the address is bound to", async () => {
    await take(csv);
    const other = await world.signIn("wanda", { email: "vik@acme.test" });
    expect((await memberships(vik.userId)).attributes).toEqual({
      region: ["East", "North"],
      "cost centre": ["12"],
    });
    expect((await memberships(other.userId)).attributes).toEqual({});
  });
});
