import { afterEach, describe, expect, it } from "vitest";
import { Secret } from "@/lib/secret";
import { createOAuthClient } from "./oauth";
import { type Handler, type StubServer, sendJson, startStub } from "./testing/stub-server";

const NOW = Date.parse("2026-11-24T08:00:00Z");
const GRANT = {
  access_token: "new-access",
  token_type: "bearer",
  refresh_token: "new-refresh",
  expires_in: 604799,
};
const stubs: StubServer[] = [];

async function setUp(handler: Handler, timeouts = {}) {
  const server = await startStub(handler);
  stubs.push(server);
  const oauth = createOAuthClient({
    tokenUrl: `${server.apiUrl}/token`,
    clientId: "client",
    clientSecret: new Secret("client secret&="),
    now: () => NOW,
    timeouts,
  });
  return { server, oauth };
}

afterEach(async () => {
  await Promise.all(stubs.splice(0).map((server) => server.close()));
});

describe("the token endpoint", () => {
  it("I18 gets the code and secret in the body, never in the URL", async () => {
    const { server, oauth } = await setUp((_, response) =>
      sendJson(response, { ...GRANT, scope: "READ_SHEETS READ_USERS" }),
    );
    const result = await oauth.exchangeCode(new Secret("code-1"));
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.accessToken.reveal()).toBe("new-access");
    expect(result.value.refreshToken.reveal()).toBe("new-refresh");
    expect(result.value.expiresAt).toBe("2026-12-01T07:59:59.000Z");
    expect(result.value.scopes).toEqual(["READ_SHEETS", "READ_USERS"]);
    expect(JSON.stringify(result)).not.toMatch(/new-access|new-refresh/);
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: "POST", url: "/2.0/token" });
    expect(seen?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(seen?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual({
      grant_type: "authorization_code",
      code: "code-1",
      client_id: "client",
      client_secret: "client secret&=",
    });
  });

  it("F14 refreshes with one request, even when that fails", async () => {
    const { server, oauth } = await setUp((_, response) => sendJson(response, { errorCode: 4001 }, 503));
    const result = await oauth.refresh(new Secret("old-refresh"));
    expect(result).toMatchObject({ ok: false, error: { code: "unavailable", status: 503 } });
    expect(server.seen).toHaveLength(1);
    expect(new URLSearchParams(server.seen[0]?.body).get("refresh_token")).toBe("old-refresh");
  });

  it.each([
    [400, { errorCode: 1069, error: "invalid_grant" }, "invalid_grant"],
    [400, { errorCode: 1071 }, "invalid_grant"],
    [400, { errorCode: 1072 }, "invalid_grant"],
    [400, { errorCode: 1132 }, "invalid_grant"],
    [401, { errorCode: 1005 }, "invalid_grant"],
    [400, { error: "invalid_grant" }, "invalid_grant"],
    [401, { errorCode: 1067, error: "invalid_client" }, "invalid_client"],
    [400, { errorCode: 1238 }, "invalid_client"],
    [400, { errorCode: 1073, error: "invalid_request" }, "invalid_client"],
    [400, "<html>proxy</html>", "bad_answer"],
    [429, { errorCode: 4003 }, "unavailable"],
    [500, { errorCode: 4000 }, "unavailable"],
    [302, "", "unavailable"],
    [200, "<html>", "bad_answer"],
    [200, {}, "bad_answer"],
    [200, { ...GRANT, expires_in: -1 }, "bad_answer"],
    [200, { ...GRANT, refresh_token: "" }, "bad_answer"],
    [200, { ...GRANT, access_token: "a b" }, "bad_answer"],
  ])("F13 %i %j is %s", async (status, body, code) => {
    const { oauth } = await setUp((_, response) => sendJson(response, body, status));
    const result = await oauth.refresh(new Secret("old"));
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  it("F04 gives up in time", async () => {
    const { oauth } = await setUp(() => {}, { headersMs: 100 });
    expect(await oauth.refresh(new Secret("old"))).toMatchObject({ ok: false, error: { code: "timeout" } });
  });

  it("revokes with the token itself, and takes a dead token for done", async () => {
    const { server, oauth } = await setUp((_, response, number) =>
      number === 1
        ? sendJson(response, { resultCode: 0, message: "SUCCESS" })
        : sendJson(response, { errorCode: 1002 }, 401),
    );
    expect(await oauth.revoke(new Secret("access"))).toEqual({ ok: true, value: null });
    expect(server.seen[0]).toMatchObject({ method: "DELETE", url: "/2.0/token" });
    expect(server.seen[0]?.headers.authorization).toBe("Bearer access");
    expect(await oauth.revoke(new Secret("access"))).toEqual({ ok: true, value: null });
  });

  it("T15 takes no http address but this machine's", () => {
    const config = { clientId: "c", clientSecret: new Secret("s") };
    expect(() => createOAuthClient({ ...config, tokenUrl: "http://api.smartsheet.com/2.0/token" })).toThrow();
  });
});
