import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPng } from "../../api/talk/png";
import { type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

/** A new colleague. The SDK's type asks for a status, which the call does not take. */
async function hire(email: string): Promise<number> {
  const body = { email, firstName: "New", lastName: "Comer", admin: false, licensedSheetCreator: true };
  return (await sandbox.as("ada").users.addUser({ body: body as never })).result.id;
}

describe("the official SDK", () => {
  it("changes a person's name and rights and reads them again", async () => {
    const { users } = sandbox.as("ada");
    const userId = await hire("first@acme.test");
    const body = { firstName: "Nina", admin: false, licensedSheetCreator: false };
    const changed = await users.updateUser({ userId, body });
    expect(changed).toMatchObject({ ...SUCCESS, data: [{ id: userId, name: "Nina Comer" }] });
    expect(await users.getUser({ userId })).toMatchObject({
      email: "first@acme.test",
      firstName: "Nina",
      licensedSheetCreator: false,
      account: { name: "Acme" },
    });
  });

  it("takes a person out of the plan", async () => {
    const { users } = sandbox.as("ada");
    const userId = await hire("gone@acme.test");
    expect(await users.removeUser({ userId, queryParameters: { removeFromSharing: true } })).toEqual(SUCCESS);
    await expect(users.getUser({ userId })).rejects.toMatchObject({ statusCode: 404, errorCode: 1020 });
    const left = await users.listAllUsers({ queryParameters: { email: "gone@acme.test" } });
    expect(left.data).toEqual([]);
  });

  it("sets a profile image", async () => {
    const { users } = sandbox.as("ada");
    const userId = await hire("face@acme.test");
    const png = drawPng("face", 40, 30);
    const file = { fileStream: Readable.from([png]), fileName: "me.png", fileSize: png.length };
    // The type asks for `body.file`, which the call does not read.
    const answer = await users.addProfileImage({ userId, ...file } as never);
    const profileImage = { imageId: expect.any(String), width: 40, height: 30 };
    expect(answer.data).toEqual([expect.objectContaining({ id: userId, profileImage })]);
    expect(await users.getUser({ userId })).toMatchObject({ profileImage });
  });

  it("gives a person another address and makes it the first one", async () => {
    const { users } = sandbox.as("ada");
    const userId = await hire("miss@acme.test");
    const added = await users.addAlternateEmail({ userId, body: [{ email: "mrs@acme.test" }] });
    const alternateEmailId = Number(added.data[0]?.id);
    const one = await users.getAlternateEmail({ userId, alternateEmailId });
    expect(one).toEqual({ id: alternateEmailId, email: "mrs@acme.test", confirmed: false });
    expect((await users.listAlternateEmails({ userId })).data).toEqual([one]);

    await users.makeAlternateEmailPrimary({ userId, alternateEmailId });
    expect((await users.getUser({ userId })).email).toBe("mrs@acme.test");
    const former = (await users.listAlternateEmails({ userId })).data;
    expect(former).toEqual([expect.objectContaining({ email: "miss@acme.test" })]);
    await users.deleteAlternateEmail({ userId, alternateEmailId: Number(former[0]?.id) });
    expect((await users.listAlternateEmails({ userId })).data).toEqual([]);
  });

  it("gives a person another seat, and none", async () => {
    const { users } = sandbox.as("ada");
    const userId = await hire("seat@acme.test");
    // The SDK has an enum for the words and keeps it to itself.
    const plan = async () => {
      const include = ["planName"] as never;
      return (await users.listUserPlans({ userId, queryParameters: { include } })).data[0];
    };
    expect(await plan()).toMatchObject({ planName: "Acme", seatType: "MEMBER" });
    const planId = Number((await plan())?.planId);
    await users.downgradeUser({ userId, planId, body: { seatType: "VIEWER" as never } });
    expect((await plan())?.seatType).toBe("VIEWER");
    await users.upgradeUser({ userId, planId, body: { seatType: "MEMBER" as never } });
    expect((await plan())?.seatType).toBe("MEMBER");
    expect(await users.removeUserFromPlan({ userId, planId })).toEqual(SUCCESS);
    await expect(users.getUser({ userId })).rejects.toMatchObject({ errorCode: 1020 });
  });

  it("revokes its own token", async () => {
    const { tokens, users } = sandbox.as("uma+north");
    expect((await users.getCurrentUser({})).email).toBe("uma+north@acme.test");
    expect(await tokens.revokeAccessToken()).toEqual(SUCCESS);
    await expect(users.getCurrentUser({})).rejects.toMatchObject({ statusCode: 401, errorCode: 1002 });
  });
});
