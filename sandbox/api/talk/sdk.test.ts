import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "smartsheet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPng } from "./png";
import { startTalk, type TalkSandbox, type Wire } from "./talk-world.test-helper";

let sandbox: TalkSandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startTalk();
  folder = mkdtempSync(join(tmpdir(), "talk-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** The SDK joins base URL and path as they are, hence the slash. */
const client = (who: string) =>
  createClient({ accessToken: sandbox.token(`${who}@acme.test`), baseUrl: `${sandbox.apiUrl}/` });
const sheetId = () => sandbox.sheetId("Minutes");
const rowId = (number: number) => sandbox.row(number).split("/").at(-1);
const names = (page: Wire) => (page.data as Wire[]).map(({ name }) => name);

function file(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { path, fileName: name, fileSize: Buffer.byteLength(content) };
}

describe("the official SDK", () => {
  it("leads a discussion", async () => {
    const { sheets } = client("fin");
    const made = await sheets.createDiscussion({
      sheetId: sheetId(),
      body: { comment: { text: "Who writes?" } },
    });
    const discussionId = made.result.id;
    const added = await sheets.addDiscussionComment({
      sheetId: sheetId(),
      discussionId,
      body: { text: "I do." },
    });
    const commentId = added.result.id;
    await sheets.editComment({ sheetId: sheetId(), commentId, body: { text: "I do, today." } });
    expect((await sheets.getComment({ sheetId: sheetId(), commentId })).text).toBe("I do, today.");
    const read = await sheets.getDiscussion({ sheetId: sheetId(), discussionId });
    expect([read.title, read.commentCount]).toEqual(["Who writes?", 2]);
    const queryParameters = { include: "comments,attachments", includeAll: true };
    const all = await sheets.getDiscussions({ sheetId: sheetId(), queryParameters });
    expect(all.data.at(-1).comments).toHaveLength(2);
    await sheets.deleteComment({ sheetId: sheetId(), commentId });
    await sheets.deleteDiscussion({ sheetId: sheetId(), discussionId });
    await expect(sheets.getDiscussion({ sheetId: sheetId(), discussionId })).rejects.toMatchObject({
      statusCode: 404,
      errorCode: 1006,
    });
  });

  it("leads one on a row, and is refused for a viewer", async () => {
    const body = { comment: { text: "About this row" } };
    const { sheets } = client("dana");
    await sheets.createRowDiscussion({ sheetId: sheetId(), rowId: rowId(2), body });
    const page = await sheets.getRowDiscussions({ sheetId: sheetId(), rowId: rowId(2) });
    expect(page.data[0]).toMatchObject({ title: "About this row", parentType: "ROW" });
    await expect(
      client("vik").sheets.createRowDiscussion({ sheetId: sheetId(), rowId: rowId(2), body }),
    ).rejects.toMatchObject({ statusCode: 403, errorCode: 1004 });
  });

  it("attaches files by path and by stream, to sheets, rows and comments", async () => {
    const { sheets } = client("dana");
    const byPath = file("minutes of monday.txt", "All present.");
    const onSheet = await sheets.addFileAttachment({ sheetId: sheetId(), ...byPath });
    expect(onSheet.result).toMatchObject({ name: "minutes of monday.txt", mimeType: "text/plain" });
    const { path, ...byStream } = file("data.json", '{"a":1}');
    const fileStream = () => createReadStream(path);
    await sheets.addRowFileAttachment({
      sheetId: sheetId(),
      rowId: rowId(1),
      ...byStream,
      fileStream: fileStream(),
    });
    expect(names(await sheets.getRowAttachments({ sheetId: sheetId(), rowId: rowId(1) }))).toEqual([
      "data.json",
    ]);
    const made = await sheets.createDiscussion({
      sheetId: sheetId(),
      body: { comment: { text: "See here" } },
    });
    const commentId = made.result.comments[0].id;
    await sheets.addCommentFileAttachment({
      sheetId: sheetId(),
      commentId,
      ...byStream,
      fileStream: fileStream(),
    });
    const discussionId = made.result.id;
    expect(names(await sheets.listDiscussionAttachments({ sheetId: sheetId(), discussionId }))).toEqual([
      "data.json",
    ]);
    expect(names(await sheets.listAttachments({ sheetId: sheetId() }))).toContain("minutes of monday.txt");
    const one = await sheets.getAttachment({ sheetId: sheetId(), attachmentId: onSheet.result.id });
    expect(await (await fetch(one.url)).text()).toBe("All present.");
  });

  it("keeps versions of a file", async () => {
    const { sheets } = client("dana");
    const first = await sheets.addFileAttachment({ sheetId: sheetId(), ...file("plan.txt", "one") });
    const attachmentId = first.result.id;
    await sheets.attachNewVersion({ sheetId: sheetId(), attachmentId, ...file("plan.txt", "two") });
    const versions = await sheets.listAttachmentVersions({ sheetId: sheetId(), attachmentId });
    expect(names(versions)).toEqual(["plan.txt", "plan.txt"]);
    await sheets.deleteAttachment({ sheetId: sheetId(), attachmentId });
    const left = versions.data[0].id;
    await sheets.deleteAllAttachmentVersions({ sheetId: sheetId(), attachmentId: left });
    await expect(sheets.getAttachment({ sheetId: sheetId(), attachmentId: left })).rejects.toMatchObject({
      errorCode: 1006,
    });
  });

  it("attaches links", async () => {
    const { sheets } = client("dana");
    const body = { attachmentType: "LINK", name: "Wiki", url: "https://wiki.acme.test/" };
    const onSheet = await sheets.addUrlAttachment({ sheetId: sheetId(), body });
    const onRow = await sheets.addRowUrlAttachment({ sheetId: sheetId(), rowId: rowId(3), body });
    const made = await sheets.createDiscussion({ sheetId: sheetId(), body: { comment: { text: "A link" } } });
    const commentId = made.result.comments[0].id;
    const onComment = await sheets.addCommentUrlAttachment({ sheetId: sheetId(), commentId, body });
    expect([onSheet, onRow, onComment].map(({ result }) => [result.parentType, result.url])).toEqual([
      ["SHEET", body.url],
      ["ROW", body.url],
      ["COMMENT", body.url],
    ]);
  });

  it("puts pictures into cells by both of its ways and finds them again", async () => {
    const columnId = sandbox.columnId("Minutes", "Point");
    const png = drawPng("sdk", 30, 20);
    const place = { sheetId: sheetId(), rowId: rowId(1), columnId };
    const queryParameters = { altText: "Thirty by twenty" };
    const streamed = await client("dana").sheets.addImageToCell({
      ...place,
      ...file("a.png", png),
      queryParameters,
    });
    const ids = { sheetId: Number(sheetId()), rowId: Number(rowId(1)), columnId: Number(columnId) };
    const options = { ...ids, body: png, fileName: "b.png", queryParameters };
    const whole = await client("dana").images.addImageToCell(options);
    const images = [streamed, whole].map((answer) => (answer.result.cells as Wire[])[0]?.image as Wire);
    expect(images).toEqual([
      expect.objectContaining({ width: 30, height: 20, altText: "Thirty by twenty" }),
      expect.objectContaining({ width: 30, height: 20, altText: "Thirty by twenty" }),
    ]);
    const imageId = String(images[1]?.id);
    const found = await client("vik").images.listImageUrls({ body: [{ imageId, width: 30 }] });
    const response = await fetch(String(found.imageUrls[0]?.url));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  });
});
