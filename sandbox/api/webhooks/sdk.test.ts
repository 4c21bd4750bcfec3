import { createClient } from "smartsheet";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Receiver, startReceiver } from "./receiver.test-helper";
import { eventually, startWebhooks, type WebhookWorld } from "./webhook-world.test-helper";

let world: WebhookWorld;
let receiver: Receiver;
beforeAll(async () => {
  world = await startWebhooks();
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await world.close();
});

it("the official SDK takes a webhook through its life", async () => {
  const { webhooks } = createClient({
    accessToken: world.token("olga@acme.test"),
    baseUrl: `${world.apiUrl}/`,
  });
  const made = await webhooks.createWebhook({
    body: {
      name: "By the SDK",
      callbackUrl: receiver.url,
      // The SDK has an enum for this and keeps it to itself.
      scope: "sheet" as never,
      scopeObjectId: Number(world.sheetId("Minutes")),
      events: ["*.*"],
      version: 1,
    },
  });
  const webhookId = Number(made.result.id);
  expect(made.result.status).toBe("NEW_NOT_VERIFIED");
  const enabled = await webhooks.updateWebhook({ webhookId, body: { enabled: true } });
  expect(enabled.result).toMatchObject({ enabled: true, status: "ENABLED" });
  await world.edit("changed");
  world.clockwork.next();
  await eventually(() => expect(receiver.callbacks).toHaveLength(1));
  const fresh = await webhooks.resetSharedSecret({ webhookId });
  const read = await webhooks.getWebhook({ webhookId });
  expect(read.sharedSecret).toBe(fresh.result.sharedSecret);
  await eventually(async () =>
    expect((await webhooks.getWebhook({ webhookId })).stats?.lastSuccessfulCallback).toBeDefined(),
  );
  const all = await webhooks.listWebhooks({ queryParameters: { page: 1, pageSize: 10 } });
  expect([all.totalCount, all.data.map(({ name }) => name)]).toEqual([-1, ["By the SDK"]]);
  expect(await webhooks.deleteWebhook({ webhookId })).toMatchObject({ message: "SUCCESS" });
  await expect(webhooks.getWebhook({ webhookId })).rejects.toMatchObject({
    statusCode: 404,
    errorCode: 1006,
  });
});
