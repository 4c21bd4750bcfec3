import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { list } from "../talk/talk-world.test-helper";
import { type Receiver, startReceiver } from "./receiver.test-helper";
import { eventually, startWebhooks, type WebhookWorld } from "./webhook-world.test-helper";

let world: WebhookWorld;
let receiver: Receiver;
beforeAll(async () => {
  world = await startWebhooks({ timeoutMs: 300 });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.control("POST", "/reset");
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

/** Lets the time pass that changes are gathered in, and waits until the callback is dealt with. */
async function callback(id: unknown): Promise<void> {
  const before = receiver.callbacks.length;
  expect(world.clockwork.next()).toBe(1_000);
  await eventually(() => expect(receiver.callbacks).toHaveLength(before + 1));
  await eventually(() => expect(webhookOf(id)?.busy).toBe(false));
}
const webhookOf = (id: unknown) => world.sandbox.webhooks.list.find((webhook) => webhook.id === id);
const personId = (email: string) => world.store.person(email)?.id;
const eventsOf = (place = -1) => list(receiver.callbacks.at(place)?.body.events);

describe("a callback", () => {
  it("names what changed, by whom and when, without the data", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    await world.edit("SECRET", { "Smartsheet-Change-Agent": "billing,mirror" });
    await callback(id);
    const [received] = receiver.callbacks;
    expect(received?.body).toEqual({
      nonce: expect.stringMatching(/^[0-9a-f-]{36}$/),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/),
      webhookId: id,
      scope: "sheet",
      scopeObjectId: Number(world.sheetId("Minutes")),
      events: expect.any(Array),
    });
    expect(received?.text).not.toContain("SECRET");
    expect(eventsOf().find(({ objectType }) => objectType === "cell")).toEqual({
      objectType: "cell",
      eventType: "updated",
      rowId: Number(world.row(1).split("/").at(-1)),
      columnId: Number(world.columnId("Minutes", "Point")),
      userId: personId("dana@acme.test"),
      timestamp: expect.any(String),
      changeAgent: "billing,mirror",
    });
    expect(received?.headers["content-type"]).toBe("application/json;charset=UTF-8");
  });

  it("is signed with the shared secret", async () => {
    const { id, sharedSecret } = await world.enabled("vik", receiver.url);
    await world.edit("one");
    await callback(id);
    const [received] = receiver.callbacks;
    const wanted = createHmac("sha256", String(sharedSecret))
      .update(received?.text ?? "")
      .digest("hex");
    expect(received?.headers["smartsheet-hmac-sha256"]).toBe(wanted);
  });

  it("gathers the changes of a second", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    await world.edit("one");
    await world.edit("two");
    await world.as("fin", "POST", `${world.sheet}/discussions`, { comment: { text: "Hello" } });
    expect(world.clockwork.waiting).toHaveLength(1);
    await callback(id);
    const kinds = eventsOf().map(({ objectType, eventType }) => `${objectType} ${eventType}`);
    expect(kinds.filter((kind) => kind === "cell updated")).toHaveLength(2);
    expect(kinds).toContain("discussion created");
    expect(kinds).toContain("comment created");
    expect(eventsOf().at(-1)).not.toHaveProperty("discussionId");
    expect(receiver.callbacks).toHaveLength(1);
  });

  it("waits for the one before it", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    receiver.answers = ["silent", 200];
    await world.edit("one");
    world.clockwork.next();
    await eventually(() => expect(receiver.callbacks).toHaveLength(1));
    await world.edit("two");
    expect(world.clockwork.waiting).toEqual([]);
    // The silent one times out and is tried again a minute later; only then comes the next.
    await eventually(() => expect(world.clockwork.waiting).toHaveLength(1));
    expect(world.clockwork.next()).toBe(60_000);
    await eventually(() => expect(world.clockwork.waiting).toHaveLength(1));
    await callback(id);
    expect(receiver.callbacks[0]?.text).toBe(receiver.callbacks[1]?.text);
    expect(receiver.callbacks).toHaveLength(3);
  });

  it("shows in the webhook's stats", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    expect(await world.webhook("vik", id)).not.toHaveProperty("stats");
    await world.edit("one");
    await callback(id);
    expect((await world.webhook("vik", id)).stats).toEqual({
      lastCallbackAttempt: expect.any(String),
      lastCallbackAttemptRetryCount: 0,
      lastSuccessfulCallback: expect.any(String),
    });
  });

  it("is not made by a webhook that is off, and what happened meanwhile is never told", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    await world.edit("told to nobody");
    await world.as("vik", "PUT", `/webhooks/${id}`, { enabled: false });
    world.clockwork.next();
    await world.edit("nor this");
    expect(world.clockwork.waiting).toEqual([]);
    await world.as("vik", "PUT", `/webhooks/${id}`, { enabled: true });
    await world.edit("but this");
    await callback(id);
    expect(receiver.callbacks).toHaveLength(1);
    expect(eventsOf().filter(({ objectType }) => objectType === "cell")).toHaveLength(1);
  });

  it("is not made for other sheets", async () => {
    await world.enabled("vik", receiver.url);
    await world.as("olga", "POST", `/sheets/${world.sheetId("Diary")}/discussions`, {
      comment: { text: "Dear diary" },
    });
    expect(world.clockwork.waiting).toEqual([]);
  });
});

describe("a subscope", () => {
  it("tells of its columns only, and of every deleted row", async () => {
    const columnId = Number(world.columnId("Minutes", "Status"));
    const { id } = await world.enabled("vik", receiver.url, { subscope: { columnIds: [columnId] } });
    await world.edit("another column");
    await world.as("fin", "POST", `${world.sheet}/discussions`, { comment: { text: "Hello" } });
    expect(world.clockwork.waiting).toEqual([]);
    const rowId = Number(world.row(1).split("/").at(-1));
    await world.as("dana", "PUT", `${world.sheet}/rows`, [
      { id: rowId, cells: [{ columnId, value: "Done" }] },
    ]);
    await world.as("dana", "DELETE", `${world.sheet}/rows?ids=${rowId}`);
    await callback(id);
    expect(
      eventsOf().map(({ objectType, eventType, columnId }) => [objectType, eventType, columnId]),
    ).toEqual([
      ["cell", "updated", columnId],
      ["row", "deleted", undefined],
    ]);
  });

  it("without columns is none", async () => {
    const { id } = await world.enabled("vik", receiver.url, { subscope: { columnIds: [] } });
    await world.edit("one");
    await callback(id);
    expect(receiver.callbacks).toHaveLength(1);
  });
});

describe("duplicates", () => {
  it("are called once, as the oldest that is enabled", async () => {
    const first = await world.enabled("vik", receiver.url);
    const second = await world.enabled("vik", receiver.url);
    await world.edit("one");
    await callback(first.id);
    expect(world.clockwork.waiting).toEqual([]);
    await world.as("vik", "PUT", `/webhooks/${first.id}`, { enabled: false });
    await world.edit("two");
    await callback(second.id);
    expect(receiver.callbacks.map(({ body }) => body.webhookId)).toEqual([first.id, second.id]);
  });

  it("are those of one owner with one address and one subscope", async () => {
    const subscope = { columnIds: [Number(world.columnId("Minutes", "Point"))] };
    await world.enabled("vik", receiver.url);
    await world.enabled("fin", receiver.url);
    await world.enabled("vik", receiver.url, { subscope });
    await world.enabled("vik", `${receiver.url}?other`);
    await world.edit("one");
    expect(world.clockwork.waiting).toHaveLength(4);
  });
});

describe("ids above 2^53", () => {
  it("are exact in callbacks and challenges", async () => {
    const far = await startWebhooks({}, { switches: { ids: "above" } });
    const sheet = far.store.sheetByKey("minutes");
    const made = await far.call("POST", "/webhooks", {
      token: far.token("vik@acme.test"),
      body: {
        name: "Far",
        callbackUrl: receiver.url,
        scope: "sheet",
        scopeObjectId: String(sheet?.id),
        events: ["*.*"],
        version: 1,
      },
    });
    expect(made.status).toBe(200);
    const [webhook] = far.sandbox.webhooks.list;
    await far.as("vik", "PUT", `/webhooks/${webhook?.id}`, { enabled: true });
    expect(receiver.challenges[0]?.text).toContain(`"webhookId":${webhook?.id}`);
    await far.as("fin", "POST", `${far.sheet}/discussions`, { comment: { text: "Hello" } });
    far.clockwork.next();
    await eventually(() => expect(receiver.callbacks).toHaveLength(1));
    expect(receiver.callbacks[0]?.text).toContain(`"scopeObjectId":${sheet?.id}`);
    expect(String(sheet?.id)).toMatch(/^\d{18}$/);
    await far.close();
  });
});
