import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drawPng } from "./png";
import { fileBody, list, result, startTalk, type TalkSandbox, type Wire } from "./talk-world.test-helper";

let now = Date.parse("2026-11-24T09:00:00Z");
let sandbox: TalkSandbox;
beforeAll(async () => {
  sandbox = await startTalk({ clock: () => now });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("POST", "/reset");
});

const cellsOf = async (row: string) => list((await sandbox.as("olga", "GET", row)).body.cells);
const imageOf = (cell: Wire | undefined) => (cell?.image ?? {}) as Wire;
const planId = async () => imageOf((await cellsOf(sandbox.row(2)))[0]).id;
const ask = (who: string, ...asked: unknown[]) => sandbox.as(who, "POST", "/imageurls", asked);
/** Width and height as a PNG states them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

async function load(url: unknown) {
  const response = await fetch(String(url));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe("image URLs", () => {
  it("lead to a PNG of the size asked for", async () => {
    const imageId = await planId();
    const { body } = await ask("vik", { imageId, width: 64, height: 40 });
    expect(body).toEqual({
      urlExpiresInMillis: 1_800_000,
      imageUrls: [{ imageId, width: 64, height: 40, url: expect.any(String) }],
    });
    const { response, bytes } = await load(list(body.imageUrls)[0]?.url);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(sizeOf(bytes)).toEqual([64, 40]);
  });

  it.each([
    [{}, [320, 200]],
    [{ width: 160 }, [160, 100]],
    [{ height: 100 }, [160, 100]],
    [{ width: 9_000, height: 9_000 }, [2_000, 2_000]],
  ])("asked for with %j give %j", async (size, wanted) => {
    const { body } = await ask("vik", { imageId: await planId(), ...size });
    expect(sizeOf((await load(list(body.imageUrls)[0]?.url)).bytes)).toEqual(wanted);
  });

  it("end after half an hour", async () => {
    const { body } = await ask("vik", { imageId: await planId() });
    now += 1_800_000;
    expect((await load(list(body.imageUrls)[0]?.url)).response.status).toBe(403);
  });

  it("say of each unknown picture that it is unknown, and give the others", async () => {
    const imageId = await planId();
    const { status, body } = await ask("vik", { imageId: "nothing" }, { imageId });
    expect(status).toBe(200);
    expect(list(body.imageUrls)[0]).toEqual({
      imageId: "nothing",
      error: { errorCode: 1006, message: "Not Found", refId: expect.any(String) },
    });
    expect(list(body.imageUrls)[1]).toHaveProperty("url");
  });

  it("are given for sheets the person can see only", async () => {
    const { body } = await ask("mia", { imageId: await planId() });
    expect(list(body.imageUrls)[0]).toMatchObject({ error: { errorCode: 1006 } });
  });

  it.each([[{ imageId: 7 }], [{ imageId: "a", width: 0 }], [{ imageId: "a", height: 1.5 }]])(
    "asked for with %j are refused",
    async (asked) => {
      expect(await ask("vik", asked)).toMatchObject({ status: 400, body: { errorCode: 1031 } });
    },
  );

  it("asked for with no list are refused", async () => {
    const refused = await sandbox.as("vik", "POST", "/imageurls", { imageId: "a" });
    expect(refused).toMatchObject({ status: 400, body: { errorCode: 1008 } });
  });
});

describe("a drawn picture", () => {
  it("is plain inside its border, in colours of its own", () => {
    const png = drawPng("one", 20, 10);
    const data = png.subarray(png.indexOf("IDAT") + 4, png.indexOf("IEND") - 8);
    const lines = inflateSync(data);
    expect(lines).toHaveLength(10 * 21);
    const line = (number: number) => [...lines.subarray(number * 21 + 1, (number + 1) * 21)];
    expect(line(0)).toEqual(Array(20).fill(1));
    expect(line(5)).toEqual([...Array(3).fill(1), ...Array(14).fill(0), ...Array(3).fill(1)]);
    expect(drawPng("one", 20, 10)).toEqual(png);
    expect(drawPng("two", 20, 10)).not.toEqual(png);
  });
});

describe("adding a picture to a cell", () => {
  const cell = (row: number, title: string, query = "") =>
    `${sandbox.row(row)}/columns/${sandbox.columnId("Minutes", title)}/cellimages${query}`;
  const png = drawPng("mine", 48, 32);
  const add = (who: string, path: string, file = png, name = "mine.png") =>
    sandbox.upload(who, path, fileBody(name, file, "image/png"));

  it("puts it there, to be fetched as it came", async () => {
    const answer = await add("dana", cell(1, "Point", "?altText=A%20small%20one"));
    expect(answer).toMatchObject({ status: 200, body: { message: "SUCCESS", resultCode: 0, version: 6 } });
    const [point, , , , modifiedBy] = list(result(answer).cells);
    expect(point).toMatchObject({
      value: "mine.png",
      image: { id: expect.any(String), width: 48, height: 32, altText: "A small one" },
    });
    expect(modifiedBy?.value).toBe("dana@acme.test");
    const { body } = await ask("vik", { imageId: imageOf(point).id });
    expect((await load(list(body.imageUrls)[0]?.url)).bytes).toEqual(png);
  });

  it("leaves the former value in the cell's history", async () => {
    await add("dana", cell(1, "Point"));
    const { store } = sandbox;
    const sheet = store.sheetByKey("minutes");
    const [row] = sheet?.rows ?? [];
    const column = sheet?.columnTitled("Point");
    if (!sheet || !row || !column) throw new Error("the scenario has this cell");
    expect(sheet.cellHistory(row, column).map((entry) => [entry.cell.value, entry.by.email])).toEqual([
      ["Budget", "olga@acme.test"],
      ["mine.png", "dana@acme.test"],
    ]);
  });

  it("reads the size of PNG, GIF, BMP and JPEG", async () => {
    const gif = Buffer.from("GIF89a\x05\x00\x07\x00", "latin1");
    const bmp = Buffer.alloc(30);
    bmp.write("BM", 0, "latin1");
    bmp.writeInt32LE(5, 18);
    bmp.writeInt32LE(-7, 22);
    const jpeg = Buffer.from("ffd8ffe000040000ffc0000b0800070005010100", "hex");
    for (const file of [gif, bmp, jpeg]) {
      const [point] = list(result(await add("dana", cell(1, "Point"), file)).cells);
      expect(point?.image).toMatchObject({ width: 5, height: 7 });
    }
  });

  it("is refused for anything that is no picture", async () => {
    const refused = await add("dana", cell(1, "Point"), Buffer.from("hello"));
    expect(refused).toMatchObject({ status: 400, body: { errorCode: 1091 } });
  });

  it("is for editors", async () => {
    expect(await add("fin", cell(1, "Point"))).toMatchObject({ status: 403, body: { errorCode: 1004 } });
  });

  it("respects locks, which sheet admins need not", async () => {
    expect((await add("dana", cell(1, "Locked"))).body.errorCode).toBe(1039);
    expect((await add("dana", cell(3, "Point"))).body.errorCode).toBe(1050);
    expect((await add("sam", cell(1, "Locked"))).status).toBe(200);
    expect((await add("sam", cell(3, "Point"))).status).toBe(200);
  });

  it("into a validated column needs an admin who overrides", async () => {
    expect((await add("sam", cell(1, "Status"))).body.errorCode).toBe(1042);
    expect((await add("dana", cell(1, "Status", "?overrideValidation=true"))).body.errorCode).toBe(1212);
    expect((await add("sam", cell(1, "Status", "?overrideValidation=true"))).status).toBe(200);
  });

  it("into a system column, an unknown column or with too long a text is refused", async () => {
    expect((await add("sam", cell(1, "Number"))).body.errorCode).toBe(1046);
    expect((await add("sam", `${sandbox.row(1)}/columns/123/cellimages`)).body.errorCode).toBe(1036);
    expect((await add("sam", cell(1, "Point", `?altText=${"x".repeat(101)}`))).body.errorCode).toBe(1165);
  });
});
