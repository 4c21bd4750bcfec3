import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { result } from "../talk/talk-world.test-helper";
import { type Challenge, type Receiver, startReceiver } from "./receiver.test-helper";
import { startWebhooks, type WebhookWorld } from "./webhook-world.test-helper";

let world: WebhookWorld;
let receivers: Receiver[] = [];
beforeAll(async () => {
  world = await startWebhooks({ timeoutMs: 500 });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.control("POST", "/reset");
});
afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
  receivers = [];
});

async function receive(challenge: Challenge = "header") {
  const receiver = await startReceiver({ challenge });
  receivers.push(receiver);
  return receiver;
}

const enable = (id: unknown, who = "olga") => world.as(who, "PUT", `/webhooks/${id}`, { enabled: true });
/** Free, since nobody listens there. */
const NOBODY = "http://127.0.0.1:9/hook";

describe("a new webhook", () => {
  it("is there, but off", async () => {
    const made = await world.make("vik", NOBODY);
    expect(made).toEqual({
      id: expect.any(Number),
      name: "Minutes changed",
      scope: "sheet",
      scopeObjectId: Number(world.sheetId("Minutes")),
      events: ["*.*"],
      callbackUrl: NOBODY,
      sharedSecret: expect.stringMatching(/^[0-9a-z]{26}$/),
      enabled: false,
      status: "NEW_NOT_VERIFIED",
      version: 1,
      createdAt: expect.any(String),
      modifiedAt: expect.any(String),
    });
    expect(await world.webhook("vik", made.id)).toEqual(made);
  });

  it.each([
    [{ scopeObjectId: 1234567890123456 }, 400, 1151],
    [{ callbackUrl: "http://example.com/hook" }, 400, 1152],
    [{ callbackUrl: "ftp://127.0.0.1/hook" }, 400, 1152],
    [{ callbackUrl: "https://192.168.0.7/hook" }, 400, 1031],
    [{ callbackUrl: "https://example.com:8444/hook" }, 400, 1031],
    [{ callbackUrl: "nonsense" }, 400, 1031],
    [{ subscope: { columnIds: [1234567890123456] } }, 404, 1293],
    [{ subscope: "all" }, 400, 1031],
    [{ scope: "plan" }, 400, 1031],
    [{ events: ["row.created"] }, 400, 1031],
    [{ version: 2 }, 400, 1031],
    [{ name: undefined }, 400, 1012],
    [{ scopeObjectId: { toString: 1 } }, 400, 1031],
  ])("with %j is refused with %d/%d", async (part, status, errorCode) => {
    const answer = await world.as("vik", "POST", "/webhooks", {
      name: "One",
      callbackUrl: NOBODY,
      scope: "sheet",
      scopeObjectId: Number(world.sheetId("Minutes")),
      events: ["*.*"],
      version: 1,
      ...part,
    });
    expect(answer).toMatchObject({ status, body: { errorCode } });
  });

  it("may call any https address on the ports the service calls", async () => {
    const made = await world.make("vik", "https://example.com:8443/hook");
    expect(made.callbackUrl).toBe("https://example.com:8443/hook");
  });

  it("on a sheet that is not shared is refused like on none", async () => {
    const scopeObjectId = Number(world.sheetId("Diary"));
    const body = {
      name: "One",
      callbackUrl: NOBODY,
      scope: "sheet",
      scopeObjectId,
      events: ["*.*"],
      version: 1,
    };
    expect((await world.as("vik", "POST", "/webhooks", body)).body.errorCode).toBe(1151);
  });
});

describe("without loopback", () => {
  it("this machine is refused, as by the real service", async () => {
    const strict = await startWebhooks({ allowLoopback: false });
    const scopeObjectId = Number(strict.sheetId("Minutes"));
    const body = { name: "One", scope: "sheet", scopeObjectId, events: ["*.*"], version: 1 };
    const post = async (callbackUrl: string) =>
      (await strict.as("vik", "POST", "/webhooks", { ...body, callbackUrl })).body.errorCode;
    expect(await post("http://127.0.0.1:8080/hook")).toBe(1152);
    expect(await post("https://localhost/hook")).toBe(1031);
    await strict.close();
  });
});

describe("enabling", () => {
  it.each<Challenge>(["header", "body"])(
    "works when the challenge comes back in the %s",
    async (challenge) => {
      const receiver = await receive(challenge);
      const { id } = await world.make("olga", receiver.url);
      const answer = await enable(id);
      expect(answer.body).toMatchObject({ message: "SUCCESS", resultCode: 0 });
      expect(result(answer)).toMatchObject({ enabled: true, status: "ENABLED" });
      expect(result(answer)).not.toHaveProperty("disabledDetails");
      const [asked] = receiver.challenges;
      expect(asked?.body).toEqual({ challenge: asked?.headers["smartsheet-hook-challenge"], webhookId: id });
    },
  );

  it.each<[Challenge, RegExp]>([
    ["wrong", /^The challenge was not answered as expected \(ref id: \w+\)$/],
    [500, /^Request returned HTTP status code 500 \(ref id: \w+\)$/],
    [201, /status code 201/],
    [302, /status code 302/],
  ])("fails when the answer is %s, which is no error of the call", async (challenge, details) => {
    const { id } = await world.make("olga", (await receive(challenge)).url);
    const answer = await enable(id);
    expect(answer.status).toBe(200);
    expect(result(answer)).toMatchObject({
      enabled: false,
      status: "DISABLED_VERIFICATION_FAILED",
      disabledDetails: expect.stringMatching(details),
    });
  });

  it("fails when nobody answers, and works once somebody does", async () => {
    const { id } = await world.make("olga", NOBODY);
    expect(result(await enable(id)).status).toBe("DISABLED_VERIFICATION_FAILED");
    const { url } = await receive();
    const answer = await world.as("olga", "PUT", `/webhooks/${id}`, { callbackUrl: url, enabled: true });
    expect(result(answer)).toMatchObject({ status: "ENABLED", callbackUrl: url });
  });

  it("never calls anything but this machine, and not the sandbox itself", async () => {
    const own = `${world.apiUrl.slice(0, -"/2.0".length)}/__sandbox/reset`;
    for (const url of ["https://example.com/hook", own]) {
      const { id } = await world.make("olga", url);
      expect(result(await enable(id))).toMatchObject({
        status: "DISABLED_VERIFICATION_FAILED",
        disabledDetails: expect.stringContaining("could not be reached"),
      });
    }
  });

  it("asks a new address before it is called", async () => {
    const first = await receive();
    const second = await receive("wrong");
    const { id } = await world.enabled("olga", first.url);
    const answer = await world.as("olga", "PUT", `/webhooks/${id}`, { callbackUrl: second.url });
    expect(second.challenges).toHaveLength(1);
    expect(result(answer).status).toBe("DISABLED_VERIFICATION_FAILED");
  });

  it("is refused for what support or the app's end has switched off", async () => {
    const { id } = await world.make("olga", NOBODY);
    const webhook = world.sandbox.webhooks.list.find((one) => one.id === id);
    if (!webhook) throw new Error("the webhook was made");
    webhook.status = "DISABLED_ADMINISTRATIVE";
    expect(await enable(id)).toMatchObject({ status: 403, body: { errorCode: 1154 } });
    webhook.status = "DISABLED_APP_REVOKED";
    expect(await enable(id)).toMatchObject({ status: 403, body: { errorCode: 1153 } });
  });

  it("is not possible for a sheet beyond the limits", async () => {
    const { url } = await receive();
    const { id } = await world.make("olga", url);
    const sheet = world.store.sheetByKey("minutes");
    for (let number = 0; number < 400; number += 1)
      sheet?.addColumn({ title: `More ${number}`, type: "TEXT_NUMBER" });
    expect(result(await enable(id)).status).toBe("DISABLED_EXCEEDED_GRID_LIMITS");
  });
});
