import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fileBody, list, result, startTalk, type TalkSandbox } from "./talk-world.test-helper";

let sandbox: TalkSandbox;
beforeAll(async () => {
  sandbox = await startTalk();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

const attachments = (path = "") => `${sandbox.sheet}/attachments${path}`;
const names = async (path: string, who = "vik") =>
  list((await sandbox.as(who, "GET", path)).body.data).map(({ name }) => name);
const attach = (who: string, path: string, name = "notes.txt", content: string | Buffer = "hello") =>
  sandbox.upload(who, path, fileBody(name, content));

async function talkId(): Promise<unknown> {
  const { body } = await sandbox.as("olga", "GET", `${sandbox.sheet}/discussions`);
  return list(body.data)[0]?.id;
}

describe("listing attachments", () => {
  it("of a sheet gives those of the sheet, its rows and its comments, without their URLs", async () => {
    const { body } = await sandbox.as("vik", "GET", attachments());
    expect(list(body.data).map(({ name, parentType }) => [name, parentType])).toEqual([
      ["agenda.txt", "SHEET"],
      ["Wiki", "ROW"],
      ["proof.txt", "COMMENT"],
    ]);
    expect(list(body.data)[0]).toEqual({
      id: expect.any(Number),
      name: "agenda.txt",
      attachmentType: "FILE",
      mimeType: "text/plain",
      sizeInKb: 1,
      parentType: "SHEET",
      parentId: Number(sandbox.sheetId("Minutes")),
      createdAt: "2026-11-01T10:00:00Z",
      createdBy: { name: "Olga Owner", email: "olga@acme.test" },
    });
  });

  it("of a row or a discussion gives theirs", async () => {
    expect(await names(`${sandbox.row(2)}/attachments`)).toEqual(["Wiki"]);
    expect(await names(`${sandbox.row(1)}/attachments`)).toEqual([]);
    expect(await names(`${sandbox.sheet}/discussions/${await talkId()}/attachments`)).toEqual(["proof.txt"]);
  });

  it("pages", async () => {
    const { body } = await sandbox.as("vik", "GET", attachments("?page=2&pageSize=2"));
    expect(body).toMatchObject({ pageNumber: 2, totalPages: 2, totalCount: 3 });
    expect(list(body.data)).toHaveLength(1);
  });
});

describe("deleting an attachment", () => {
  it("is for editors, and for commenters where they attached it", async () => {
    const foreign = result(await attach("dana", attachments())).id;
    const own = result(await attach("fin", attachments())).id;
    expect((await sandbox.as("fin", "DELETE", attachments(`/${foreign}`))).body.errorCode).toBe(1004);
    expect((await sandbox.as("fin", "DELETE", attachments(`/${own}`))).body).toEqual({
      message: "SUCCESS",
      resultCode: 0,
    });
    expect((await sandbox.as("dana", "DELETE", attachments(`/${foreign}`))).status).toBe(200);
    expect((await sandbox.as("dana", "GET", attachments(`/${foreign}`))).status).toBe(404);
  });

  it("of somebody else's comment is for sheet admins", async () => {
    const { body } = await sandbox.as("vik", "GET", attachments());
    const proof = attachments(`/${list(body.data).find(({ name }) => name === "proof.txt")?.id}`);
    expect((await sandbox.as("fin", "DELETE", proof)).body.errorCode).toBe(1081);
    expect((await sandbox.as("sam", "DELETE", proof)).status).toBe(200);
  });
});

describe("versions of a file", () => {
  const versions = (id: unknown) => attachments(`/${id}/versions`);
  const twice = async () => {
    const first = result(await attach("dana", attachments(), "plan.txt", "one")).id;
    const second = result(await attach("dana", versions(first), "plan.txt", "two")).id;
    return { first, second };
  };

  it("have ids of their own and are listed newest first, by any of them", async () => {
    const { first, second } = await twice();
    expect(second).not.toBe(first);
    for (const id of [first, second]) {
      const { body } = await sandbox.as("vik", "GET", versions(id));
      expect(list(body.data).map((version) => version.id)).toEqual([second, first]);
    }
    const { body } = await sandbox.as("vik", "GET", attachments());
    expect(list(body.data).filter(({ name }) => name === "plan.txt")).toHaveLength(1);
  });

  it("give their own content each", async () => {
    const { first, second } = await twice();
    const read = async (id: unknown) => {
      const { body } = await sandbox.as("vik", "GET", attachments(`/${id}`));
      return (await fetch(String(body.url))).text();
    };
    expect([await read(first), await read(second)]).toEqual(["one", "two"]);
  });

  it("leave the one before when the newest is deleted", async () => {
    const { first, second } = await twice();
    await sandbox.as("dana", "DELETE", attachments(`/${second}`));
    const { body } = await sandbox.as("vik", "GET", versions(first));
    expect(list(body.data).map(({ id }) => id)).toEqual([first]);
  });

  it("are deleted all at once", async () => {
    const { first, second } = await twice();
    expect((await sandbox.as("dana", "DELETE", versions(first))).body.message).toBe("SUCCESS");
    expect((await sandbox.as("dana", "GET", attachments(`/${second}`))).status).toBe(404);
  });

  it("exist of files on sheets and rows only", async () => {
    const { body } = await sandbox.as("olga", "GET", attachments());
    const [, wiki, proof] = list(body.data);
    expect((await attach("olga", versions(wiki?.id))).body.errorCode).toBe(1101);
    expect((await attach("olga", versions(proof?.id))).body.errorCode).toBe(1100);
  });

  it("need a file", async () => {
    const { first } = await twice();
    expect((await sandbox.as("dana", "POST", versions(first), {})).body.errorCode).toBe(1011);
  });
});

describe("ids above 2^53", () => {
  it("lead to attachments, their files and discussions", async () => {
    const far = await startTalk({ switches: { ids: "above" } });
    const sheet = far.store.sheetByKey("minutes");
    const [agenda] = sheet?.attachments ?? [];
    const [talk] = sheet?.discussions ?? [];
    expect(String(agenda?.id)).toMatch(/^\d{18}$/);
    const { body } = await far.as("vik", "GET", `${far.sheet}/attachments/${agenda?.id}`);
    expect(await (await fetch(String(body.url))).text()).toBe("One. Two. Three.");
    const comments = `${far.sheet}/discussions/${talk?.id}/comments`;
    expect((await far.as("fin", "POST", comments, { text: "Far out" })).status).toBe(200);
    const added = await far.upload(
      "dana",
      `${far.sheet}/attachments/${agenda?.id}/versions`,
      fileBody("b.txt", "b"),
    );
    expect(added.body).toMatchObject({ resultCode: 0 });
    expect(sheet?.attachments[0]?.versions.map(({ id }) => id)).toEqual([agenda?.id]);
    await far.close();
  });
});
