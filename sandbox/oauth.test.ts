import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "./testing";

const CALLBACK = "http://localhost:3000/api/auth/callback/smartsheet";

let now = Date.parse("2026-11-24T08:00:00Z");
let sandbox: TestSandbox;

beforeEach(async () => {
  now = Date.parse("2026-11-24T08:00:00Z");
  sandbox = await startForTest({ clock: () => now });
});
afterEach(() => sandbox.close());

const params = (more: Record<string, string> = {}) => ({
  response_type: "code",
  client_id: sandbox.clientId,
  scope: "READ_SHEETS READ_USERS",
  redirect_uri: CALLBACK,
  state: "s t&ate",
  ...more,
});

async function decide(decision: string, more: Record<string, string> = {}): Promise<URL> {
  const form = new URLSearchParams({ ...params(), person: "vik@acme.test", decision, ...more });
  const response = await fetch(`${sandbox.authorizeUrl}/decision`, {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  expect(response.status).toBe(302);
  return new URL(response.headers.get("location") ?? "");
}

async function token(form: Record<string, string>) {
  const all = { client_id: sandbox.clientId, client_secret: sandbox.clientSecret, ...form };
  const body = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ""));
  const response = await fetch(sandbox.tokenUrl, { method: "POST", body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function signIn(more: Record<string, string> = {}) {
  const code = (await decide("allow", more)).searchParams.get("code") ?? "";
  const { body } = await token({ grant_type: "authorization_code", code });
  return { code, access: String(body.access_token), refresh: String(body.refresh_token), body };
}

const profile = (access: string) => sandbox.call("GET", "/users/me", { token: access });

describe("sign-in pages", () => {
  it("offer one button for each person, say what they are, and keep no cookie", async () => {
    const response = await fetch(`${sandbox.authorizeUrl}?${new URLSearchParams(params())}`);
    const page = await response.text();
    expect(page).toContain("Sandbox: an imitation of Smartsheet, made-up data");
    expect(page.match(/<button name="person"/g)).toHaveLength(sandbox.people.length);
    expect(page).toContain("uma+north@acme.test");
    expect(page).toContain('value="s t&amp;ate"');
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  it("list the scopes in words before anything is given", async () => {
    const query = new URLSearchParams({
      ...params({ scope: "READ_SHEETS,READ_USERS" }),
      person: "vik@acme.test",
    });
    const page = await (await fetch(`${sandbox.authorizeUrl}/consent?${query}`)).text();
    expect(page).toContain("Read your sheets");
    expect(page).toContain("See the people and groups of your plan");
  });

  it.each([
    ["an unknown client", { client_id: "someone-else" }],
    ["another site's redirect", { redirect_uri: "https://evil.example/api/auth/callback/smartsheet" }],
    ["another path on this machine", { redirect_uri: "http://localhost:3000/elsewhere" }],
    [
      "a host that only begins like ours",
      { redirect_uri: `http://localhost.evil.example/api/auth/callback/smartsheet` },
    ],
  ])("never redirect for %s", async (_, wrong) => {
    const query = new URLSearchParams(params(wrong));
    const response = await fetch(`${sandbox.authorizeUrl}?${query}`, { redirect: "manual" });
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
  });

  it.each([
    ["unsupported_response_type", { response_type: "token" }],
    ["invalid_scope", { scope: "READ_SHEETS READ_MINDS" }],
  ])("go back with %s", async (error, wrong) => {
    const query = new URLSearchParams(params(wrong));
    const response = await fetch(`${sandbox.authorizeUrl}?${query}`, { redirect: "manual" });
    const back = new URL(response.headers.get("location") ?? "");
    expect(back.searchParams.get("error")).toBe(error);
    expect(back.searchParams.get("state")).toBe("s t&ate");
  });

  it("go back with access_denied and no code on Deny", async () => {
    const back = await decide("deny");
    expect(back.searchParams.get("error")).toBe("access_denied");
    expect(back.searchParams.get("state")).toBe("s t&ate");
    expect(back.searchParams.has("code")).toBe(false);
  });

  it("turn a deactivated person away", async () => {
    const form = new URLSearchParams({ ...params(), person: "lea@acme.test", decision: "allow" });
    const response = await fetch(`${sandbox.authorizeUrl}/decision`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    expect(response.status).toBe(403);
  });
});

describe("tokens", () => {
  it("a code opens the account of the person picked", async () => {
    const back = await decide("allow");
    expect(back.searchParams.get("expires_in")).toBe("599135");
    const { body, status } = await token({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 604_799 });
    expect((await profile(String(body.access_token))).body.email).toBe("vik@acme.test");
  });

  it("a code works once", async () => {
    const { code } = await signIn();
    const again = await token({ grant_type: "authorization_code", code });
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({ errorCode: 1071, error: "invalid_grant", refId: expect.any(String) });
  });

  it("a code runs out after ten minutes", async () => {
    const code = (await decide("allow")).searchParams.get("code") ?? "";
    now += 599_136;
    expect((await token({ grant_type: "authorization_code", code })).body).toMatchObject({ errorCode: 1069 });
  });

  it("a refresh gives a new pair and kills both old ones", async () => {
    const first = await signIn();
    const next = await token({ grant_type: "refresh_token", refresh_token: first.refresh });
    expect(next.status).toBe(200);
    expect((await profile(first.access)).body.errorCode).toBe(1002);
    expect((await profile(String(next.body.access_token))).status).toBe(200);
    expect((await token({ grant_type: "refresh_token", refresh_token: first.refresh })).body.errorCode).toBe(
      1071,
    );
  });

  it("an access token runs out after a week, its refresh token does not", async () => {
    const { access, refresh } = await signIn();
    now += 604_800_000;
    expect((await profile(access)).body).toMatchObject({ errorCode: 1003 });
    expect((await token({ grant_type: "refresh_token", refresh_token: refresh })).status).toBe(200);
  });

  it("accept the hash in place of the secret, and parameters in the query with a JSON content type", async () => {
    const code = (await decide("allow")).searchParams.get("code") ?? "";
    const hash = createHash("sha256").update(`${sandbox.clientSecret}|${code}`).digest("hex");
    const query = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: sandbox.clientId,
      code,
      hash,
    });
    const headers = { "content-type": "application/json" };
    expect((await fetch(`${sandbox.tokenUrl}?${query}`, { method: "POST", headers })).status).toBe(200);
  });

  it.each<[number, number, Record<string, string>]>([
    [1067, 401, { client_id: "someone-else" }],
    [1068, 400, { grant_type: "password" }],
    [1070, 400, { grant_type: "" }],
    [1070, 400, { code: "" }],
    [1071, 400, { code: "made-up" }],
    [1072, 400, { client_secret: "", hash: "00" }],
    [1073, 400, { redirect_uri: "http://localhost:4000/api/auth/callback/smartsheet" }],
    [1236, 400, { client_secret: "" }],
    [1237, 400, { hash: "00" }],
    [1238, 400, { client_secret: "wrong" }],
  ])("answer %i (%i) for %j", async (errorCode, status, wrong) => {
    const code = (await decide("allow")).searchParams.get("code") ?? "";
    const answer = await token({ grant_type: "authorization_code", code, ...wrong });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ errorCode, message: expect.any(String) });
  });

  it("stop working when revoked", async () => {
    const { access } = await signIn();
    expect((await sandbox.call("DELETE", "/token", { token: access })).body).toEqual({
      resultCode: 0,
      message: "SUCCESS",
    });
    expect((await profile(access)).body.errorCode).toBe(1002);
  });

  it("open nothing beyond their scopes, but always the own profile", async () => {
    const { access } = await signIn({ scope: "READ_CONTACTS" });
    expect((await profile(access)).status).toBe(200);
    const sheets = await sandbox.call("GET", "/sheets", { token: access });
    expect([sheets.status, sheets.body.errorCode]).toEqual([403, 1004]);
  });

  it("are missing or unknown: 1001, 1002", async () => {
    expect((await sandbox.call("GET", "/users/me", {})).body).toMatchObject({ errorCode: 1001 });
    expect(await profile("nobody-made-this-token-0000000")).toMatchObject({
      status: 401,
      body: { errorCode: 1002 },
    });
  });
});
