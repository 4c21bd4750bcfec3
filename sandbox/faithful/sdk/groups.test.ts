import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SdkSandbox, SUCCESS, startForSdk } from "./client.test-helper";

let sandbox: SdkSandbox;
beforeAll(async () => {
  sandbox = await startForSdk();
});
afterAll(() => sandbox.close());

async function makeGroup(name: string): Promise<number> {
  const body = { name, description: "Up there", members: [{ email: "vik@acme.test" }] };
  return (await sandbox.as("ada").groups.createGroup({ body })).result.id;
}

async function memberEmails(groupId: number): Promise<string[]> {
  const { members } = await sandbox.as("vik").groups.getGroup({ groupId });
  return members.map(({ email }: { email: string }) => email);
}

describe("the official SDK", () => {
  it("lists groups, and renames one", async () => {
    const groupId = await makeGroup("Roofers");
    const { groups } = sandbox.as("ada");
    const changed = await groups.updateGroup({ groupId, body: { name: "Tilers" } });
    expect(changed).toMatchObject({ ...SUCCESS, result: { id: groupId, name: "Tilers" } });
    const all = await sandbox.as("vik").groups.listGroups({ queryParameters: { includeAll: true } });
    const names = all.data.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["Field team", "Works council", "Tilers"]));
    expect(names).not.toContain("Roofers");
    expect(all.totalCount).toBe(names.length);
  });

  it("reads a group with its members, whom it adds and removes", async () => {
    const groupId = await makeGroup("Night shift");
    const { groups } = sandbox.as("ada");
    expect(await memberEmails(groupId)).toEqual(["vik@acme.test"]);
    const body = [{ email: "dana@acme.test" }, { email: "vik@acme.test" }];
    const added = await groups.addGroupMembers({ groupId, body });
    expect(added.result).toEqual([expect.objectContaining({ email: "dana@acme.test", name: "Dana Data" })]);
    expect(await memberEmails(groupId)).toEqual(["vik@acme.test", "dana@acme.test"]);
    await groups.removeGroupMember({ groupId, userId: added.result[0].id });
    expect(await memberEmails(groupId)).toEqual(["vik@acme.test"]);
  });

  it("deletes a group, once it may", async () => {
    const groupId = await makeGroup("Day shift");
    await expect(sandbox.as("vik").groups.deleteGroup({ groupId })).rejects.toMatchObject({
      statusCode: 403,
      errorCode: 1004,
    });
    const { groups } = sandbox.as("ada");
    expect(await groups.deleteGroup({ groupId })).toEqual(SUCCESS);
    await expect(groups.getGroup({ groupId })).rejects.toMatchObject({ statusCode: 404, errorCode: 1106 });
  });

  it("lists contacts page by page, and reads one of them", async () => {
    const { contacts } = sandbox.as("dana");
    const page = await contacts.listContacts({ queryParameters: { pageSize: 2, page: 1 } });
    expect(page.data).toHaveLength(2);
    const next = await contacts.listContacts({ queryParameters: { pageSize: 2, page: 2 } });
    expect(next.data[0]?.id).not.toBe(page.data[0]?.id);
    expect(next.totalCount).toBeGreaterThan(2);
    // The type lacks the `id` that the call reads.
    expect(await contacts.getContact({ id: next.data[0]?.id } as never)).toEqual(next.data[0]);
  });
});
