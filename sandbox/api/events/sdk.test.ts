import { createClient } from "smartsheet";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTalk, type TalkSandbox } from "../talk/talk-world.test-helper";

let sandbox: TalkSandbox;
beforeAll(async () => {
  sandbox = await startTalk();
});
afterAll(() => sandbox.close());

const client = (who: string) =>
  createClient({ accessToken: sandbox.token(`${who}@acme.test`), baseUrl: `${sandbox.apiUrl}/` });

it("the official SDK follows the events of the plan", async () => {
  const since = new Date().toISOString();
  const id = sandbox.sheetId("Minutes");
  await client("ada").sheets.getSheet({ id, assumeUser: "vik@acme.test" });
  const { events } = client("ada");
  const first = await events.getEvents({ queryParameters: { since, maxCount: 10 } });
  expect(first).toMatchObject({ moreAvailable: false });
  expect(first.data.map(({ objectType, action, objectId }) => [objectType, action, objectId])).toEqual([
    ["SHEET", "LOAD", id],
  ]);
  expect(first.data[0]?.userId).toBe(sandbox.store.person("vik@acme.test")?.id);
  const next = await events.getEvents({ queryParameters: { streamPosition: first.nextStreamPosition } });
  expect(next.data).toEqual([]);
  await expect(client("vik").events.getEvents({ queryParameters: { since } })).rejects.toMatchObject({
    statusCode: 403,
    errorCode: 1004,
  });
});
