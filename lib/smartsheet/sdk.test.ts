import { describe, expect, it } from "vitest";
import { ok } from "@/lib/result";
import { Secret } from "@/lib/secret";
import type { Authority } from "./port";
import { createSdkSend, type SdkCalls } from "./sdk";
import type { WireRequest } from "./transport";

const admin: Authority = { lane: "admin", token: new Secret("raw"), assume: "olga@acme.test" };
const own: Authority = { lane: "own", token: new Secret("mine") };

type Loose = Record<string, (options: object) => Promise<unknown>>;

function loose(calls: SdkCalls): { sheets: Loose; users: Loose } {
  return calls as unknown as { sheets: Loose; users: Loose };
}

function setUp() {
  const sent: WireRequest[] = [];
  const call = createSdkSend({
    apiBase: "https://api.smartsheet.test/2.0/",
    userAgent: "test",
    exchange: async (request) => {
      sent.push(request);
      return ok(Buffer.from("{}"));
    },
  });
  return { sent, call };
}

describe("the lowest layer", () => {
  const header = { "Assume-User": "olga%40acme.test" };

  it("I09 lets an administrator's token read what is on the list", async () => {
    const { sent, call } = setUp();
    const customProperties = header;
    await call(admin, undefined, ({ users }) => users.getCurrentUser({ customProperties }));
    await call(admin, undefined, ({ sheets }) => sheets.getSheet({ sheetId: "123", customProperties }));
    await call(admin, undefined, ({ sheets }) => sheets.getColumns({ sheetId: "123", customProperties }));
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
      "/2.0/users/me",
      "/2.0/sheets/123",
      "/2.0/sheets/123/columns",
    ]);
    expect(sent.every(({ headers }) => headers["Assume-User"] === "olga%40acme.test")).toBe(true);
  });

  it.each<[string, (calls: SdkCalls) => Promise<unknown>]>([
    [
      "another path",
      (c) => loose(c).sheets.getPublishStatus?.({ sheetId: "1", customProperties: header }) ?? fail(),
    ],
    [
      "the plan's sheets",
      (c) => loose(c).sheets.listOrganizationSheets?.({ customProperties: header }) ?? fail(),
    ],
    ["a path in an id", (c) => c.sheets.getSheet({ sheetId: "1/../../users", customProperties: header })],
    ["a query in an id", (c) => c.sheets.getSheet({ sheetId: "1?include=x", customProperties: header })],
    ["an escape in an id", (c) => c.sheets.getSheet({ sheetId: "1%2f2", customProperties: header })],
    ["letters in an id", (c) => c.sheets.getSheet({ sheetId: "abc", customProperties: header })],
    ["a write", (c) => loose(c).sheets.deleteSheet?.({ sheetId: "1", customProperties: header }) ?? fail()],
    ["an update", (c) => loose(c).sheets.updateRow?.({ sheetId: "1", customProperties: header }) ?? fail()],
    ["no assumed user", (c) => c.sheets.getSheet({ sheetId: "1" })],
    [
      "another assumed user",
      (c) => c.sheets.getSheet({ sheetId: "1", customProperties: { "Assume-User": "ada%40acme.test" } }),
    ],
    [
      "two assumed users",
      (c) =>
        c.sheets.getSheet({ sheetId: "1", customProperties: { ...header, "assume-user": "x%40y.test" } }),
    ],
    [
      "another token",
      (c) =>
        loose(c).sheets.getSheet?.({ sheetId: "1", customProperties: header, accessToken: "x" }) ?? fail(),
    ],
    [
      "another host",
      (c) =>
        loose(c).sheets.getSheet?.({
          sheetId: "1",
          customProperties: header,
          baseUrl: "https://evil.test/2.0/",
        }) ?? fail(),
    ],
  ])("I09 refuses %s with an administrator's token, and sends nothing", async (_, run) => {
    const { sent, call } = setUp();
    await expect(call(admin, undefined, run)).rejects.toThrow(/^Refused: /);
    expect(sent).toHaveLength(0);
  });

  it("T02 refuses an assumed user in the own lane, and sends nothing", async () => {
    const { sent, call } = setUp();
    const run = ({ sheets }: SdkCalls) => sheets.getSheet({ sheetId: "1", customProperties: header });
    await expect(call(own, undefined, run)).rejects.toThrow(/^Refused: /);
    expect(sent).toHaveLength(0);
  });

  it.each(["1/../../../secret", "1?x=1", "1#x", "..", "1\\\\x"])(
    "T15 refuses the id %j in the own lane",
    async (sheetId) => {
      const { sent, call } = setUp();
      await expect(call(own, undefined, ({ sheets }) => sheets.getSheet({ sheetId }))).rejects.toThrow(
        /^Refused: /,
      );
      expect(sent).toHaveLength(0);
    },
  );

  it("I17 names neither token nor address in the refusal", async () => {
    const { call } = setUp();
    const refusal = await call(admin, undefined, ({ sheets }) => sheets.getSheet({ sheetId: "1" })).catch(
      String,
    );
    expect(refusal).not.toMatch(/raw|olga/);
  });
});

function fail(): never {
  throw new Error("The SDK no longer has this call.");
}
