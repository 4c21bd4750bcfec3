import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Wire } from "../talk/talk-world.test-helper";
import { type Answer, type Receiver, startReceiver } from "./receiver.test-helper";
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

describe("a callback that fails", () => {
  const failing = async (...answers: Answer[]) => {
    const { id } = await world.enabled("vik", receiver.url);
    receiver.answers = answers;
    await world.edit("one");
    world.clockwork.next();
    await eventually(() => expect(receiver.callbacks).toHaveLength(1));
    return id;
  };

  it.each([201, 204, 299, 301, 302, 304, 410])("with %d switches the webhook off at once", async (status) => {
    const id = await failing(status);
    await eventually(async () =>
      expect(await world.webhook("vik", id)).toMatchObject({
        enabled: false,
        status: "DISABLED_CALLBACK_FAILED",
        disabledDetails: expect.stringContaining(`HTTP status code ${status}`),
      }),
    );
    expect(world.clockwork.waiting).toEqual([]);
    expect(receiver.callbacks).toHaveLength(1);
  });

  it("is not led elsewhere by a redirect", async () => {
    const other = await startReceiver();
    const id = await failing({ status: 307, headers: { location: other.url } });
    await eventually(() => expect(webhookOf(id)?.status).toBe("DISABLED_CALLBACK_FAILED"));
    expect(other.callbacks).toEqual([]);
    await other.close();
  });

  it.each<Answer>([400, 404, 429, 500, 503, "silent"])("with %s is made again", async (answer) => {
    const id = await failing(answer, 200);
    await eventually(() => expect(world.clockwork.waiting).toHaveLength(1));
    expect(await world.webhook("vik", id)).toMatchObject({
      enabled: true,
      stats: { lastCallbackAttemptRetryCount: 0 },
    });
    world.clockwork.next();
    await eventually(() => expect(receiver.callbacks).toHaveLength(2));
    await eventually(async () =>
      expect(await world.webhook("vik", id)).toMatchObject({
        enabled: true,
        stats: { lastCallbackAttemptRetryCount: 1, lastSuccessfulCallback: expect.any(String) },
      }),
    );
  });

  it("is made again fourteen times, ever later and then every three hours, before the webhook is off", async () => {
    const id = await failing(503);
    const waits: number[] = [];
    for (let retry = 1; retry <= 14; retry += 1) {
      await eventually(() => expect(world.clockwork.waiting).toHaveLength(1));
      waits.push(world.clockwork.next() / 60_000);
      await eventually(() => expect(receiver.callbacks).toHaveLength(1 + retry));
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 180, 180, 180, 180, 180, 180, 180]);
    await eventually(() => expect(webhookOf(id)?.status).toBe("DISABLED_CALLBACK_FAILED"));
    expect((await world.webhook("vik", id)).stats).toMatchObject({ lastCallbackAttemptRetryCount: 14 });
    expect(world.clockwork.waiting).toEqual([]);
  });

  it("is not made again once the webhook is gone", async () => {
    const id = await failing(503);
    await eventually(() => expect(world.clockwork.waiting).toHaveLength(1));
    await world.as("vik", "DELETE", `/webhooks/${id}`);
    world.clockwork.next();
    await world.edit("two");
    expect(receiver.callbacks).toHaveLength(1);
  });
});

describe("every hundredth callback", () => {
  const hundred = async (challenge: "header" | "once") => {
    await receiver.close();
    receiver = await startReceiver({ challenge });
    const { id } = await world.enabled("vik", receiver.url);
    const webhook = webhookOf(id);
    if (!webhook) throw new Error("the webhook was made");
    webhook.callbacks = 98;
    await world.edit("ninety-nine");
    await callback(id);
    expect(receiver.challenges).toHaveLength(1);
    await world.edit("one hundred");
    await callback(id);
    expect(receiver.challenges).toHaveLength(2);
    return world.webhook("vik", id);
  };

  it("is followed by a challenge", async () => {
    expect(await hundred("header")).toMatchObject({ enabled: true, status: "ENABLED" });
  });

  it("ends the webhook when that challenge is not met", async () => {
    expect(await hundred("once")).toMatchObject({ enabled: false, status: "DISABLED_VERIFICATION_FAILED" });
  });
});

describe("losing and getting back access", () => {
  const share = (accessLevel: string | null) =>
    world.control("POST", `${world.sheet}/shares`, { email: "vik@acme.test", accessLevel });
  const news = () => receiver.callbacks.map(({ body }) => body as Wire);

  it("switches the webhook off and on, and tells so", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    await share(null);
    // A share taken away is no change of the sheet's content: the next call, whoever makes it, brings it to light.
    await world.as("olga", "GET", world.sheet);
    await eventually(() => expect(news()).toHaveLength(1));
    expect(news()[0]).toEqual({
      nonce: expect.any(String),
      timestamp: expect.any(String),
      webhookId: id,
      scope: "sheet",
      scopeObjectId: Number(world.sheetId("Minutes")),
      newWebhookStatus: "DISABLED_SCOPE_INACCESSIBLE",
    });
    expect(receiver.callbacks[0]?.headers["smartsheet-hmac-sha256"]).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.webhook("vik", id)).toMatchObject({
      enabled: false,
      status: "DISABLED_SCOPE_INACCESSIBLE",
    });
    await share("VIEWER");
    expect(await world.webhook("vik", id)).toMatchObject({ enabled: true, status: "ENABLED" });
    await eventually(() => expect(news()[1]).toMatchObject({ newWebhookStatus: "ENABLED" }));
  });

  it("counts for a deactivated owner too", async () => {
    const { id } = await world.enabled("vik", receiver.url);
    await world.control("POST", "/people/vik@acme.test", { active: false });
    await world.edit("unheard of");
    expect(webhookOf(id)?.status).toBe("DISABLED_SCOPE_INACCESSIBLE");
  });
});
