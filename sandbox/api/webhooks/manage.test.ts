import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { list, result } from "../talk/talk-world.test-helper";
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

describe("changing a webhook", () => {
  it("takes a new name, and leaves the rest", async () => {
    const made = await world.make("olga", NOBODY, {
      subscope: { columnIds: [Number(world.columnId("Minutes", "Point"))] },
    });
    const answer = await world.as("olga", "PUT", `/webhooks/${made.id}`, {
      ...made,
      name: "Renamed",
      enabled: false,
    });
    expect(result(answer)).toEqual({ ...made, name: "Renamed", modifiedAt: expect.any(String) });
  });

  it.each([
    { scope: "plan" },
    { scopeObjectId: 1234567890123456 },
    { subscope: { columnIds: [1234567890123456] } },
  ])("cannot touch what is set once and for all: %j", async (part) => {
    const { id } = await world.make("olga", NOBODY);
    expect((await world.as("olga", "PUT", `/webhooks/${id}`, part)).body.errorCode).toBe(1032);
  });

  it("switches it off", async () => {
    const { id } = await world.enabled("olga", (await receive()).url);
    const answer = await world.as("olga", "PUT", `/webhooks/${id}`, { enabled: false });
    expect(result(answer)).toMatchObject({ enabled: false, status: "DISABLED_BY_OWNER" });
  });

  it("resets the secret, by either spelling of the path", async () => {
    const { id, sharedSecret } = await world.make("olga", NOBODY);
    for (const path of ["resetSharedSecret", "resetsharedsecret"]) {
      const fresh = result(await world.as("olga", "POST", `/webhooks/${id}/${path}`)).sharedSecret;
      expect(fresh).toMatch(/^[0-9a-z]{26}$/);
      expect(fresh).not.toBe(sharedSecret);
      expect((await world.webhook("olga", id)).sharedSecret).toBe(fresh);
    }
  });

  it("deletes it", async () => {
    const { id } = await world.make("olga", NOBODY);
    expect((await world.as("olga", "DELETE", `/webhooks/${id}`)).body).toEqual({
      message: "SUCCESS",
      resultCode: 0,
    });
    expect(await world.as("olga", "GET", `/webhooks/${id}`)).toMatchObject({
      status: 404,
      body: { errorCode: 1006 },
    });
  });
});

describe("the list", () => {
  it("is newest first, its totals untold", async () => {
    for (const name of ["One", "Two", "Three"]) await world.make("olga", NOBODY, { name });
    await world.make("vik", NOBODY, { name: "Vik's" });
    const { body } = await world.as("olga", "GET", "/webhooks?page=1&pageSize=2");
    expect(body).toMatchObject({ pageNumber: 1, pageSize: 2, totalPages: -1, totalCount: -1 });
    expect(list(body.data).map(({ name }) => name)).toEqual(["Three", "Two"]);
    const past = (await world.as("olga", "GET", "/webhooks?page=3&pageSize=2")).body;
    expect(past).toMatchObject({ pageNumber: 3, totalPages: -1, data: [] });
  });

  it("knows no includeAll and no page beyond ten thousand", async () => {
    await world.make("olga", NOBODY);
    const { body } = await world.as("olga", "GET", "/webhooks?includeAll=true&pageSize=50000");
    expect(body).toMatchObject({ pageSize: 10_000, totalCount: -1 });
  });
});

describe("whose a webhook is", () => {
  it("only its owner knows it, whatever their rights on the sheet", async () => {
    const { id } = await world.make("vik", NOBODY);
    for (const who of ["olga", "ada"])
      for (const [method, body] of [["GET"], ["PUT", { enabled: true }], ["DELETE"]] as const)
        expect((await world.as(who, method, `/webhooks/${id}`, body)).status).toBe(404);
  });

  it("an app sees what the app made, and its end is the end of that", async () => {
    const issued = await world.control("POST", "/tokens/issue", { email: "olga@acme.test" });
    const token = String(issued.body.accessToken);
    const scopeObjectId = Number(world.sheetId("Minutes"));
    const body = {
      name: "App's",
      callbackUrl: NOBODY,
      scope: "sheet",
      scopeObjectId,
      events: ["*.*"],
      version: 1,
    };
    const made = result(await world.call("POST", "/webhooks", { token, body }));
    expect(made).toMatchObject({ apiClientId: world.clientId, apiClientName: expect.any(String) });
    const own = await world.make("olga", NOBODY);
    const seen = async (init: { token: string }) =>
      list((await world.call("GET", "/webhooks", init)).body.data).map(({ id }) => id);
    expect(await seen({ token })).toEqual([made.id]);
    expect(await seen({ token: world.token("olga@acme.test") })).toEqual([own.id, made.id]);
    await world.control("POST", "/tokens/revoke", { email: "olga@acme.test", kind: "oauth" });
    expect(await world.webhook("olga", made.id)).toMatchObject({
      enabled: false,
      status: "DISABLED_APP_REVOKED",
    });
    expect((await enable(made.id)).body.errorCode).toBe(1153);
  });

  it("needs the scope", async () => {
    const issued = await world.control("POST", "/tokens/issue", {
      email: "olga@acme.test",
      scopes: "READ_SHEETS",
    });
    const answer = await world.call("GET", "/webhooks", { token: String(issued.body.accessToken) });
    expect(answer).toMatchObject({ status: 403, body: { errorCode: 1004 } });
  });
});
