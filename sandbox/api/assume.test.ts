import { afterEach, beforeEach, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../testing";

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startForTest({ rate: 0 });
});
afterEach(() => sandbox.close());

const turn = (name: string, setting: string) => sandbox.control("POST", "/switches", { [name]: setting });
const oauth = async (email: string, more = {}) =>
  String((await sandbox.control("POST", "/tokens/issue", { email, ...more })).body.accessToken);

async function assume(header: string, token = sandbox.token("ada@acme.test")): Promise<[number, unknown]> {
  const { status, body } = await sandbox.call("GET", "/users/me", {
    token,
    headers: { "Assume-User": header },
  });
  return [status, status === 200 ? body.email : body.errorCode];
}

it("somebody unknown: assumeUnknown", async () => {
  expect(await assume("nobody%40acme.test")).toEqual([401, 1030]);
  await turn("assumeUnknown", "1020");
  expect(await assume("nobody%40acme.test")).toEqual([404, 1020]);
  expect(await assume("nobody%40acme.test", sandbox.token("vik@acme.test"))).toEqual([401, 1030]);
});

it("somebody deactivated: assumeInactive", async () => {
  expect(await assume("lea%40acme.test")).toEqual([403, 1188]);
  await turn("assumeInactive", "1030");
  expect(await assume("lea%40acme.test")).toEqual([401, 1030]);
});

it("by an alternate address: assumeAlternate", async () => {
  const vik = sandbox.store.person("vik@acme.test");
  vik?.alternateEmails.push("Vik@Home.test", "new@home.test");
  vik?.unconfirmedEmails.add("new@home.test");
  expect(await assume("vik%40home.test")).toEqual([401, 1030]);
  await turn("assumeAlternate", "works");
  expect(await assume("vik%40home.test")).toEqual([200, "vik@acme.test"]);
  expect(await assume("new%40home.test")).toEqual([401, 1030]);
});

it("with a bare @: assumeRaw, and a warning in the log", async () => {
  const warnings = async () =>
    ((await sandbox.control("GET", "/calls")).body.calls as { warning?: string }[]).map(
      ({ warning }) => warning,
    );
  expect(await assume("vik%40acme.test")).toEqual([200, "vik@acme.test"]);
  expect(await assume("vik@acme.test")).toEqual([200, "vik@acme.test"]);
  expect(await warnings()).toEqual([undefined, expect.stringContaining("%40")]);
  await turn("assumeRaw", "refused");
  expect(await assume("vik@acme.test")).toEqual([401, 1030]);
  expect(await assume("vik%40acme.test")).toEqual([200, "vik@acme.test"]);
});

it("with a System Admin's OAuth token: assumeWithOAuth", async () => {
  const token = await oauth("ada@acme.test");
  expect(await assume("vik%40acme.test", token)).toEqual([401, 1030]);
  await turn("assumeWithOAuth", "works");
  expect(await assume("vik%40acme.test", token)).toEqual([200, "vik@acme.test"]);
  expect(await assume("olga%40acme.test", await oauth("vik@acme.test"))).toEqual([401, 1030]);
});

it("a System Admin, with somebody's token or their own: assumeAdmin", async () => {
  const own = sandbox.token("sid@acme.test");
  expect(await assume("sid%40acme.test")).toEqual([401, 1030]);
  expect(await assume("sid%40acme.test", own)).toEqual([401, 1030]);
  await turn("assumeAdmin", "themself");
  expect(await assume("sid%40acme.test")).toEqual([401, 1030]);
  expect(await assume("sid%40acme.test", own)).toEqual([200, "sid@acme.test"]);
});

it("a token issued for assuming needs the header: 400/1044", async () => {
  const token = await oauth("ada@acme.test", { assumeOnly: true });
  expect((await sandbox.call("GET", "/users/me", { token })).body).toMatchObject({
    errorCode: 1044,
    message: "Assume-User header is required for your Access Token.",
  });
  expect(await assume("vik%40acme.test", token)).toEqual([200, "vik@acme.test"]);
});
