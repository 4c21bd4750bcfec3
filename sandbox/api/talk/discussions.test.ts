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

const discussions = (query = "") => `${sandbox.sheet}/discussions${query}`;
const say = (text: string) => ({ comment: { text } });

/** The two discussions of the scenario: one on row 1, one on the sheet. */
async function known() {
  const { body } = await sandbox.as("olga", "GET", discussions("?include=comments"));
  const [onRow, onSheet] = list(body.data);
  if (!onRow || !onSheet) throw new Error("the scenario has two discussions");
  return { onRow, onSheet };
}

describe("listing discussions", () => {
  it("gives heads only, without comments", async () => {
    const { body } = await sandbox.as("vik", "GET", discussions());
    expect(body).toMatchObject({ pageNumber: 1, pageSize: 100, totalPages: 1, totalCount: 2 });
    expect(list(body.data)[0]).toEqual({
      id: expect.any(Number),
      title: "Is the figure final?",
      parentType: "ROW",
      parentId: Number(sandbox.row(1).split("/").at(-1)),
      accessLevel: "VIEWER",
      readOnly: true,
      commentCount: 2,
      lastCommentedAt: "2026-11-03T10:00:00Z",
      lastCommentedUser: { name: "Dana Data", email: "dana@acme.test" },
      createdBy: { name: "Vik Viewer", email: "vik@acme.test" },
    });
  });

  it("includes comments, and attachments only together with them", async () => {
    const read = async (include: string) => {
      const { body } = await sandbox.as("fin", "GET", discussions(`?include=${include}`));
      return list(body.data)[0] ?? {};
    };
    expect(
      list((await read("comments")).comments).map(({ text, attachments }) => [text, attachments]),
    ).toEqual([
      ["Is the figure final?", undefined],
      ["It is.", undefined],
    ]);
    expect(await read("attachments")).not.toHaveProperty("commentAttachments");
    const both = await read("comments,attachments");
    expect(list(list(both.comments)[1]?.attachments)[0]).toMatchObject({
      name: "proof.txt",
      parentType: "COMMENT",
    });
    expect(list(both.commentAttachments)).toHaveLength(1);
  });

  it("of a row gives that row's, and 404 for a row that is not there", async () => {
    const of = (row: string) => sandbox.as("vik", "GET", `${row}/discussions`);
    expect((await of(sandbox.row(1))).body.totalCount).toBe(1);
    expect((await of(sandbox.row(2))).body.totalCount).toBe(0);
    expect((await of(`${sandbox.sheet}/rows/123`)).body.errorCode).toBe(1006);
  });

  it("pages", async () => {
    const { body } = await sandbox.as("vik", "GET", discussions("?page=2&pageSize=1"));
    expect(body).toMatchObject({ pageNumber: 2, pageSize: 1, totalPages: 2 });
    expect(list(body.data).map(({ title }) => title)).toEqual(["Next meeting on Monday"]);
  });

  it("forgets what stood on a row that was deleted", async () => {
    const id = sandbox.row(1).split("/").at(-1);
    await sandbox.as("olga", "DELETE", `${sandbox.sheet}/rows?ids=${id}`);
    const { body } = await sandbox.as("olga", "GET", discussions());
    expect(list(body.data).map(({ parentType }) => parentType)).toEqual(["SHEET"]);
    const files = await sandbox.as("olga", "GET", `${sandbox.sheet}/attachments`);
    expect(list(files.body.data).map(({ name }) => name)).not.toContain("proof.txt");
  });

  it("is refused like a missing sheet where the sheet is not shared", async () => {
    const { onSheet } = await known();
    const diary = `/sheets/${sandbox.sheetId("Diary")}/discussions`;
    expect(await sandbox.as("vik", "GET", diary)).toMatchObject({ status: 404, body: { errorCode: 1006 } });
    // A discussion of one sheet is not to be had through another.
    expect((await sandbox.as("olga", "GET", `${diary}/${onSheet.id}`)).status).toBe(404);
  });
});

describe("starting a discussion", () => {
  it("on the sheet answers with it and raises the version", async () => {
    const answer = await sandbox.as("fin", "POST", discussions(), say("Shall we move it?"));
    expect(answer).toMatchObject({ status: 200, body: { message: "SUCCESS", resultCode: 0, version: 6 } });
    expect(result(answer)).toMatchObject({
      title: "Shall we move it?",
      parentType: "SHEET",
      commentCount: 1,
      readOnly: false,
      comments: [{ text: "Shall we move it?", createdBy: { email: "fin@acme.test" } }],
    });
    const again = await sandbox.as("vik", "GET", discussions(`/${result(answer).id}`));
    expect(again.body).toMatchObject({ title: "Shall we move it?", commentCount: 1 });
  });

  it("on a row hangs on that row", async () => {
    const answer = await sandbox.as("dana", "POST", `${sandbox.row(2)}/discussions`, say("Which plan?"));
    expect(result(answer)).toMatchObject({ parentType: "ROW" });
    const { body } = await sandbox.as("dana", "GET", `${sandbox.row(2)}/discussions`);
    expect(body.totalCount).toBe(1);
  });

  it("takes the first hundred characters for a title", async () => {
    const text = "0123456789".repeat(12);
    const answer = await sandbox.as("fin", "POST", discussions(), say(text));
    expect(result(answer).title).toBe(text.slice(0, 100));
  });

  it("is for commenters and up", async () => {
    const refused = await sandbox.as("vik", "POST", discussions(), say("Hello"));
    expect(refused).toMatchObject({ status: 403, body: { errorCode: 1004 } });
  });

  it("shows the assumed person as its author", async () => {
    const headers = { "Assume-User": encodeURIComponent("fin@acme.test") };
    const answer = await sandbox.as("ada", "POST", discussions(), say("By proxy"), headers);
    expect(result(answer)).toMatchObject({ createdBy: { email: "fin@acme.test" } });
  });

  it.each([{}, { comment: {} }, { comment: { text: "  " } }, { comment: "Hello" }])(
    "without a text is refused: %j",
    async (body) => {
      const refused = await sandbox.as("fin", "POST", discussions(), body);
      expect(refused).toMatchObject({ status: 400, body: { errorCode: 1012 } });
    },
  );

  it("with a file in one request puts the file on its comment", async () => {
    const form = new FormData();
    form.append("discussion", JSON.stringify(say("See the file")));
    form.append("file", new Blob(["hello"], { type: "text/plain" }), "hello.txt");
    const answer = await sandbox.upload("fin", discussions(), { body: form });
    const [comment] = list(result(answer).comments);
    expect(list(comment?.attachments)[0]).toMatchObject({ name: "hello.txt", parentId: comment?.id });
  });
});

describe("comments", () => {
  const reply = async (who: string, text = "Thanks") => {
    const { onSheet } = await known();
    return sandbox.as(who, "POST", discussions(`/${onSheet.id}/comments`), { text });
  };
  const comment = (id: unknown) => `${sandbox.sheet}/comments/${id}`;

  it("are added to a discussion", async () => {
    const answer = await reply("fin");
    expect(result(answer)).toMatchObject({ text: "Thanks", createdBy: { email: "fin@acme.test" } });
    const { onSheet } = await known();
    expect(onSheet).toMatchObject({ commentCount: 2, lastCommentedUser: { email: "fin@acme.test" } });
    expect(result(answer).discussionId).toBe(onSheet.id);
    const read = await sandbox.as("vik", "GET", comment(result(answer).id));
    expect(read.body).toMatchObject({ text: "Thanks", attachments: [] });
  });

  it("can bring a file along", async () => {
    const { onSheet } = await known();
    const form = new FormData();
    form.append("comment", JSON.stringify({ text: "As agreed" }));
    form.append("file", new Blob(["yes"]), "agreed.txt");
    const answer = await sandbox.upload("fin", discussions(`/${onSheet.id}/comments`), { body: form });
    expect(list(result(answer).attachments)[0]).toMatchObject({ name: "agreed.txt", mimeType: "text/plain" });
  });

  it("are rewritten by their author only, owners included", async () => {
    const { id } = result(await reply("fin"));
    const refused = await sandbox.as("olga", "PUT", comment(id), { text: "No thanks" });
    expect(refused).toMatchObject({ status: 403, body: { errorCode: 1081 } });
    const changed = await sandbox.as("fin", "PUT", comment(id), { text: "Many thanks" });
    expect(changed).toMatchObject({ status: 200, body: { version: 7, result: { text: "Many thanks" } } });
    expect((await sandbox.as("fin", "PUT", comment(id), {})).body.errorCode).toBe(1012);
  });

  it("are rewritten by nobody whose share was taken down to viewer", async () => {
    const { id } = result(await reply("fin"));
    const share = { email: "fin@acme.test", accessLevel: "VIEWER" };
    await sandbox.control("POST", `${sandbox.sheet}/shares`, share);
    expect((await sandbox.as("fin", "PUT", comment(id), { text: "Hm" })).body.errorCode).toBe(1004);
  });

  it("are deleted by their author or a sheet admin", async () => {
    const first = result(await reply("fin")).id;
    const second = result(await reply("fin")).id;
    expect((await sandbox.as("dana", "DELETE", comment(first))).body.errorCode).toBe(1081);
    expect((await sandbox.as("fin", "DELETE", comment(first))).body).toMatchObject({ message: "SUCCESS" });
    expect((await sandbox.as("sam", "DELETE", comment(second))).status).toBe(200);
    expect((await sandbox.as("fin", "GET", comment(first))).status).toBe(404);
    expect((await known()).onSheet.commentCount).toBe(1);
  });

  it("take their files along, and the last one its discussion", async () => {
    const { onRow } = await known();
    const names = async () => {
      const { body } = await sandbox.as("olga", "GET", `${sandbox.sheet}/attachments`);
      return list(body.data).map(({ name }) => name);
    };
    expect(await names()).toContain("proof.txt");
    for (const { id } of list(onRow.comments)) await sandbox.as("olga", "DELETE", comment(id));
    expect(await names()).not.toContain("proof.txt");
    expect((await sandbox.as("olga", "GET", discussions(`/${onRow.id}`))).status).toBe(404);
  });
});

describe("deleting a discussion", () => {
  it("is for its author and sheet admins", async () => {
    const { onRow } = await known();
    const path = discussions(`/${onRow.id}`);
    expect((await sandbox.as("dana", "DELETE", path)).body.errorCode).toBe(1081);
    expect((await sandbox.as("sam", "DELETE", path)).body).toEqual({ message: "SUCCESS", resultCode: 0 });
    expect((await sandbox.as("sam", "DELETE", path)).status).toBe(404);
  });

  it("takes the files of its comments along", async () => {
    const { onSheet } = await known();
    const made = result(await sandbox.as("fin", "POST", discussions(), say("A file follows")));
    const [first] = list(made.comments);
    const file = await sandbox.upload(
      "fin",
      `${sandbox.sheet}/comments/${first?.id}/attachments`,
      fileBody("a.txt", "a"),
    );
    const path = `${sandbox.sheet}/attachments/${result(file).id}`;
    expect((await sandbox.as("vik", "GET", path)).status).toBe(200);
    await sandbox.as("fin", "DELETE", discussions(`/${made.id}`));
    expect((await sandbox.as("vik", "GET", path)).status).toBe(404);
    expect((await known()).onSheet.id).toBe(onSheet.id);
  });
});
