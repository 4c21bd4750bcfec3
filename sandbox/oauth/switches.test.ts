import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startForTest, type TestSandbox } from "../testing";

const CALLBACK = "http://localhost:3000/api/auth/callback/smartsheet";
const START = Date.parse("2026-11-24T08:00:00Z");

let now = START;
let sandbox: TestSandbox;
beforeEach(async () => {
  now = START;
  sandbox = await startForTest({ clock: () => now });
});
afterEach(() => sandbox.close());

const turn = (name: string, setting: string) => sandbox.control("POST", "/switches", { [name]: setting });

async function decide(decision: string, more: Record<string, string> = {}): Promise<URLSearchParams> {
  const form = new URLSearchParams({
    response_type: "code",
    client_id: sandbox.clientId,
    scope: "READ_SHEETS",
    redirect_uri: CALLBACK,
    person: "vik@acme.test",
    decision,
    ...more,
  });
  const url = `${sandbox.authorizeUrl}/decision`;
  const response = await fetch(url, { method: "POST", body: form, redirect: "manual" });
  return new URL(response.headers.get("location") ?? "").searchParams;
}

const code = async (more: Record<string, string> = {}) => (await decide("allow", more)).get("code") ?? "";

async function token(form: Record<string, string>, init: RequestInit = {}) {
  const all = { client_id: sandbox.clientId, client_secret: sandbox.clientSecret, ...form };
  const response = await fetch(sandbox.tokenUrl, { method: "POST", body: new URLSearchParams(all), ...init });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const redeem = (code: string, more = {}) => token({ grant_type: "authorization_code", code, ...more });
const refresh = (refreshToken: unknown) =>
  token({ grant_type: "refresh_token", refresh_token: String(refreshToken) });
const signIn = async () => (await redeem(await code())).body;
const works = async (accessToken: unknown) =>
  (await sandbox.call("GET", "/users/me", { token: String(accessToken) })).status === 200;

it("redirectDescription: an error redirect explains itself, or not", async () => {
  expect((await decide("deny")).has("error_description")).toBe(false);
  await turn("redirectDescription", "sent");
  const back = await decide("deny");
  expect([back.get("error"), back.get("error_description")]).toEqual([
    "access_denied",
    "The person denied the request.",
  ]);
});

describe("pkce", () => {
  const verifier = "a".repeat(43);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const sent = { code_challenge: challenge, code_challenge_method: "S256" };

  it("is ignored", async () => {
    expect((await redeem(await code(sent))).status).toBe(200);
    expect((await redeem(await code(sent), { code_verifier: "wrong" })).status).toBe(200);
  });

  it("is enforced once sent", async () => {
    await turn("pkce", "enforced");
    expect((await redeem(await code())).status).toBe(200);
    expect((await redeem(await code(sent), { code_verifier: verifier })).status).toBe(200);
    expect((await redeem(await code(sent), { code_verifier: "b".repeat(43) })).body.errorCode).toBe(1071);
    expect((await redeem(await code(sent))).body.errorCode).toBe(1070);
    const plain = await code({ code_challenge: verifier });
    expect((await redeem(plain, { code_verifier: verifier })).status).toBe(200);
    const back = await decide("allow", { ...sent, code_challenge_method: "S512" });
    expect([back.get("error"), back.has("code")]).toEqual(["invalid_request", false]);
  });

  it("is carried through the pages", async () => {
    const query = { client_id: sandbox.clientId, response_type: "code", redirect_uri: CALLBACK, ...sent };
    const page = await (await fetch(`${sandbox.authorizeUrl}?${new URLSearchParams(query)}`)).text();
    expect(page).toContain(`name="code_challenge" value="${challenge}"`);
  });
});

it("codeReuse: a code works once, or until it expires", async () => {
  const once = await code();
  await redeem(once);
  expect((await redeem(once)).body.errorCode).toBe(1071);
  await turn("codeReuse", "works");
  const again = await code();
  expect([(await redeem(again)).status, (await redeem(again)).status]).toEqual([200, 200]);
  now += 599_136;
  expect((await redeem(again)).body.errorCode).toBe(1069);
});

describe("refreshGrace", () => {
  it("none: a rotated refresh token stops at once", async () => {
    const { refresh_token } = await signIn();
    await refresh(refresh_token);
    expect((await refresh(refresh_token)).body.errorCode).toBe(1071);
  });

  it("minute: it gives the same new pair for another minute", async () => {
    await turn("refreshGrace", "minute");
    const { refresh_token, access_token } = await signIn();
    const first = (await refresh(refresh_token)).body;
    now += 59_000;
    const second = (await refresh(refresh_token)).body;
    expect([second.access_token, second.refresh_token]).toEqual([first.access_token, first.refresh_token]);
    expect([await works(access_token), await works(first.access_token)]).toEqual([false, true]);
    now += 1_000;
    expect((await refresh(refresh_token)).body.errorCode).toBe(1071);
    expect(await works(first.access_token)).toBe(true);
  });
});

it("refreshLifetime: refresh tokens do not end, or end after 30 days", async () => {
  const { refresh_token: endless } = await signIn();
  const { refresh_token: mortal } = await signIn();
  now += 30 * 86_400_000;
  expect((await refresh(endless)).status).toBe(200);
  await turn("refreshLifetime", "30days");
  expect((await refresh(mortal)).body.errorCode).toBe(1071);
  now -= 1;
  expect((await refresh(mortal)).status).toBe(200);
});

it("tokenErrorWord: paired with the code, or always the same", async () => {
  expect((await redeem("made-up")).body).toMatchObject({ errorCode: 1071, error: "invalid_grant" });
  await turn("tokenErrorWord", "invalid_request");
  expect((await redeem("made-up")).body).toMatchObject({ errorCode: 1071, error: "invalid_request" });
});

it("tokenParameters: from anywhere, or from a form body only", async () => {
  const inQuery = async () => {
    const query = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: sandbox.clientId,
      client_secret: sandbox.clientSecret,
      code: await code(),
    });
    return (await fetch(`${sandbox.tokenUrl}?${query}`, { method: "POST" })).status;
  };
  const asJson = async () =>
    (
      await token(
        { grant_type: "authorization_code", code: await code() },
        { headers: { "content-type": "application/json" } },
      )
    ).status;
  expect([await inQuery(), await asJson()]).toEqual([200, 200]);
  await turn("tokenParameters", "form");
  expect([await inQuery(), await asJson()]).toEqual([400, 400]);
  expect((await redeem(await code())).status).toBe(200);
});
