import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
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

describe("attaching a file", () => {
  it("as the body of the request", async () => {
    const answer = await attach("dana", attachments(), "Progress report.docx");
    expect(answer).toMatchObject({ status: 200, body: { message: "SUCCESS", resultCode: 0, version: 6 } });
    expect(result(answer)).toMatchObject({
      name: "Progress report.docx",
      attachmentType: "FILE",
      mimeType: "text/plain",
      parentType: "SHEET",
      createdBy: { email: "dana@acme.test" },
    });
    expect(result(answer)).not.toHaveProperty("url");
    expect(await names(attachments())).toContain("Progress report.docx");
  });

  it("as multipart/form-data", async () => {
    const form = new FormData();
    form.append("file", new Blob(["a,b"], { type: "text/csv" }), "Größen & Maße.csv");
    const answer = await sandbox.upload("dana", attachments(), { body: form });
    expect(result(answer)).toMatchObject({ name: "Größen & Maße.csv", mimeType: "text/csv" });
  });

  it("guesses the type from the ending where the request does not say it", async () => {
    const init = fileBody("chart.png", "not looked into", "application/octet-stream");
    expect(result(await sandbox.upload("dana", attachments(), init)).mimeType).toBe("image/png");
  });

  it("takes a .json file for a file, not for JSON to read", async () => {
    const answer = await sandbox.upload(
      "dana",
      attachments(),
      fileBody("data.json", "[1", "application/json"),
    );
    expect(result(answer)).toMatchObject({ name: "data.json", attachmentType: "FILE" });
  });

  it("keeps nothing of a path in its name", async () => {
    expect(result(await attach("dana", attachments(), "../../etc/passwd")).name).toBe("passwd");
  });

  it("to a row or a comment hangs there", async () => {
    expect(result(await attach("fin", `${sandbox.row(1)}/attachments`)).parentType).toBe("ROW");
    expect(await names(`${sandbox.row(1)}/attachments`)).toEqual(["notes.txt"]);
    const made = result(
      await sandbox.as("fin", "POST", `${sandbox.sheet}/discussions`, {
        comment: { text: "A file follows" },
      }),
    );
    const comment = `${sandbox.sheet}/comments/${list(made.comments)[0]?.id}`;
    expect(result(await attach("fin", `${comment}/attachments`)).parentType).toBe("COMMENT");
    const read = await sandbox.as("vik", "GET", comment);
    expect(list(read.body.attachments).map(({ name }) => name)).toEqual(["notes.txt"]);
    const foreign = await attach("dana", `${comment}/attachments`);
    expect(foreign).toMatchObject({ status: 403, body: { errorCode: 1081 } });
  });

  it("is for commenters and up", async () => {
    expect(await attach("vik", attachments())).toMatchObject({ status: 403, body: { errorCode: 1004 } });
    expect((await attach("fin", attachments())).status).toBe(200);
  });

  it("counts as ten calls", async () => {
    const metered = await startTalk({ rate: 25 });
    const post = () => metered.upload("dana", `${metered.sheet}/attachments`, fileBody("a.txt", "a"));
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([200, 200, 429]);
    expect((await metered.as("dana", "GET", metered.sheet)).status).toBe(200);
    await metered.close();
  });
});

describe("a bad upload", () => {
  const upload = async (init: RequestInit) => {
    const { status, body } = await sandbox.upload("dana", attachments(), init);
    return [status, body.errorCode];
  };

  it("over 30 MB is refused, whatever way it comes", async () => {
    const content = Buffer.alloc(30 * 1024 * 1024 + 1);
    expect(await upload(fileBody("big.bin", content))).toEqual([400, 1074]);
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(content)]), "big.bin");
    expect(await upload({ body: form })).toEqual([400, 1074]);
    expect(await names(attachments())).not.toContain("big.bin");
  });

  it("of exactly 30 MB is not", async () => {
    const answer = await attach("dana", attachments(), "large.bin", Buffer.alloc(30 * 1024 * 1024));
    expect(result(answer).sizeInKb).toBe(30 * 1024);
  });

  it("without a file name is refused", async () => {
    const headers = { "content-type": "image/png", "content-disposition": "attachment" };
    expect(await upload({ headers, body: "x" })).toEqual([400, 1011]);
    expect(await upload({ headers: { "content-type": "image/png" }, body: "x" })).toEqual([400, 1011]);
  });

  it("without a length is refused", async () => {
    const body = new Blob(["x"]).stream();
    const { headers } = fileBody("a.txt", "");
    expect(await upload({ headers, body, duplex: "half" } as RequestInit)).toEqual([400, 1011]);
  });

  it("of broken multipart is refused", async () => {
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect(await upload({ headers, body: "nothing of the sort" })).toEqual([400, 1145]);
    const form = new FormData();
    form.append("other", "text");
    expect(await upload({ body: form })).toEqual([400, 1145]);
  });
});

describe("attaching a link", () => {
  const link = {
    name: "Search",
    description: "A search engine",
    attachmentType: "LINK",
    url: "https://a.test/",
  };
  const post = (body: unknown) => sandbox.as("dana", "POST", attachments(), body);

  it("keeps where it points", async () => {
    const answer = await post({ ...link, attachmentSubType: "DOCUMENT" });
    expect(result(answer)).toMatchObject({ ...link, attachmentSubType: "DOCUMENT", parentType: "SHEET" });
    const read = await sandbox.as("vik", "GET", attachments(`/${result(answer).id}`));
    expect(read.body).toMatchObject({ url: "https://a.test/" });
    expect(read.body).not.toHaveProperty("urlExpiresInMillis");
  });

  it.each([
    [{ attachmentType: "FILE" }, 1051],
    [{ attachmentType: "FLOPPY" }, 1255],
    [{ attachmentType: undefined }, 1012],
    [{ url: undefined }, 1012],
    [{ url: "javascript:alert(1)" }, 1031],
    [{ attachmentSubType: "NOVEL" }, 1031],
  ])("with %j is refused with %d", async (part, errorCode) => {
    expect(await post({ ...link, ...part })).toMatchObject({ status: 400, body: { errorCode } });
  });

  it("that is no object is refused", async () => {
    expect(await post([link])).toMatchObject({ status: 400, body: { errorCode: 1008 } });
  });
});

describe("two writes of one token at a time", () => {
  /** Starts an upload that never ends by itself, and comments as soon as it is under way. */
  const during = async (setting: "refused" | "applied") => {
    const world = await startTalk({ switches: { parallelWrites: setting } });
    const stop = new AbortController();
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode("--x\r\n")),
    });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const init = { headers, body, duplex: "half", signal: stop.signal } as RequestInit;
    const open = world.upload("dana", `${world.sheet}/attachments`, init).catch(() => null);
    const say = (text: string) =>
      world.as("dana", "POST", `${world.sheet}/discussions`, { comment: { text } });
    let tries = 0;
    const refused = await vi.waitFor(
      async () => {
        tries += 1;
        const answer = await say(`try ${tries}`);
        expect(answer.status).toBe(500);
        return answer;
      },
      { interval: 10, timeout: 20_000 },
    );
    const others = await world.as("fin", "POST", `${world.sheet}/discussions`, {
      comment: { text: "other token" },
    });
    const titles =
      world.store.sheetByKey("minutes")?.discussions.map(({ comments }) => comments[0]?.text) ?? [];
    stop.abort();
    await open;
    await world.close();
    return { refused, others, isApplied: titles.includes(`try ${tries}`) };
  };

  it("is refused, and others are not", async () => {
    const { refused, others, isApplied } = await during("refused");
    expect(refused.body.errorCode).toBe(4004);
    expect([others.status, isApplied]).toEqual([200, false]);
  });

  it("is applied all the same where the switch says so", async () => {
    const { refused, isApplied } = await during("applied");
    expect([refused.body.errorCode, isApplied]).toEqual([4004, true]);
  });
});
