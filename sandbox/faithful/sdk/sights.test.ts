import { afterAll, beforeAll, expect, it } from "vitest";
import { makePlace, type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

it("the official SDK moves a dashboard and tells where it is", async () => {
  const dana = sandbox.as("dana");
  const { sights } = dana;
  const sight = (await sights.listSights({})).data.find(({ name }) => name === "Acme today");
  const sightId = Number(sight?.id);
  expect(await sights.getSightPath({ sightId })).toMatchObject({
    name: "Operations",
    folders: [{ name: "Boards and reports", sights: [{ id: sightId, name: "Acme today" }] }],
  });
  const { folderId } = await makePlace(dana, "Wall");
  // The SDK has an enum for this and keeps it to itself.
  const body = { destinationType: "folder" as never, destinationId: folderId };
  expect(await sights.moveSight({ sightId, body })).toMatchObject({ ...SUCCESS, result: { id: sightId } });
  expect(await sights.getSightPath({ sightId })).toMatchObject({
    name: "Wall",
    folders: [{ id: folderId, sights: [{ id: sightId, name: "Acme today" }] }],
  });
});
