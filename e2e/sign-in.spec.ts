import { expect, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "sign-in" });

const COOKIE = "__Host-sheetpass.session";

test("a person signs in, signs out, and another signs in in the same browser", async ({
  page,
  context,
  server,
}) => {
  await signIn(page, "Vik Viewer");
  await expect(page.getByRole("heading", { name: "Sheets" })).toBeVisible();
  const first = (await context.cookies()).find(({ name }) => name === COOKIE);
  expect(first).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
  expect(Buffer.from(first?.value ?? "", "base64url")).toHaveLength(32);

  await signIn(page, "Wanda Watcher");
  const second = (await context.cookies()).find(({ name }) => name === COOKIE);
  expect(second?.value).not.toBe(first?.value);
  expect(await (await page.request.get("/api/v1/me")).json()).toMatchObject({
    user: { email: "wanda@acme.test", role: "viewer" },
  });

  // The sign-in it replaced is over on the server too, not just out of the browser.
  const old = await fetch(`${server.url}/api/v1/me`, { headers: { Cookie: `${COOKIE}=${first?.value}` } });
  expect(old.status).toBe(401);

  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
  const ended = await fetch(`${server.url}/api/v1/me`, { headers: { Cookie: `${COOKIE}=${second?.value}` } });
  expect(ended.status).toBe(401);
});

test("an administrator is who an address of the settings is bound to", async ({ page }) => {
  await signIn(page, "Ada Admin");
  expect(await (await page.request.get("/api/v1/me")).json()).toMatchObject({
    user: { name: "Ada Admin", role: "admin" },
  });
});

test("the least is asked for, and consent that is denied stores nothing", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in with Smartsheet" }).click();
  await page.getByRole("button", { name: /^Mia Moss/ }).click();
  await expect(page.getByText("READ_SHEETS")).toBeVisible();
  await expect(page.getByText(/WRITE_|ADMIN_|DELETE_|SHARE_SHEETS/)).toHaveCount(0);
  await page.getByRole("button", { name: "Deny" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(page.getByRole("alert").first()).toContainText(/allow/);
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
});

test("who must sign in comes back to where they were going", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/\?to=%2Faccount/);
  await page.getByRole("button", { name: "Sign in with Smartsheet" }).click();
  await page.getByRole("button", { name: /^Fin Ance/ }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL((url) => url.pathname === "/account");
});

test("return addresses of other sites are not followed", async ({ page, server }) => {
  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/api/v1/me",
  ]) {
    await page.goto(`/?to=${encodeURIComponent(to)}&again=1`);
    await page.getByRole("button", { name: "Sign in with Smartsheet" }).click();
    await page.getByRole("button", { name: /^Fin Ance/ }).click();
    await page.getByRole("button", { name: "Allow" }).click();
    await page.waitForURL((url) => url.origin === server.url && url.pathname === "/sheets");
  }
});

test("a token that died asks to connect again, and signing in again brings the sheets back", async ({
  page,
  server,
}) => {
  await signIn(page, "Mia Moss");
  const own = async () => (await (await page.request.get("/api/v1/sheets")).json()).sheets.length;
  expect(await own()).toBeGreaterThan(0);
  await server.sandbox.control("POST", "/tokens/revoke", { email: "mia@acme.test", kind: "oauth" });
  const sheet = await page.request.get(`/api/v1/sheets/${SHEETS.marketing}`);
  expect(sheet.status()).toBe(503);
  expect(await own()).toBe(0);
  await page.goto("/sheets");
  await expect(page.getByText("Your connection to Smartsheet ended")).toBeVisible();
  expect((await page.request.get("/api/v1/me")).status()).toBe(200);
  await signIn(page, "Mia Moss");
  expect(await own()).toBeGreaterThan(0);
});

test("F12 a token that ran out is refreshed without anybody noticing", async ({ page, server }) => {
  await signIn(page, "Dana Data");
  await server.sandbox.control("POST", "/tokens/expire", { email: "dana@acme.test" });
  const answer = await page.request.get("/api/v1/sheets");
  expect((await answer.json()).sheets.length).toBeGreaterThan(0);
});

test("T08 a forged, foreign, missing or replayed return from Smartsheet signs nobody in, and is on record", async ({
  page,
  newPage,
  server,
}) => {
  const callback = `${server.url}/api/auth/callback/smartsheet`;
  const admin = await newPage();
  await signIn(admin, "Ada Admin");

  await page.goto("/");
  const back = new Promise<string>((resolve) => {
    page.on("request", (request) => {
      if (request.url().startsWith(callback)) resolve(request.url());
    });
  });
  await page.getByRole("button", { name: "Sign in with Smartsheet" }).click();
  await page.getByRole("button", { name: /^Wanda Watcher/ }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  const used = await back;
  await page.waitForURL((url) => url.pathname === "/sheets");

  const stranger = await newPage();
  const tries = [
    used, // replayed, in another browser
    `${callback}?code=abc`, // no state
    `${callback}?code=abc&state=forged`,
    `${callback}?state=${new URL(used).searchParams.get("state")}`,
    `${server.url}/api/auth/callback/google?code=abc&state=x`,
    `${server.url}/api/auth/callback/credentials?code=abc`,
  ];
  for (const url of tries) {
    const answer = await stranger.request.get(url, { maxRedirects: 0 });
    expect(
      answer
        .headersArray()
        .some(
          ({ name, value }) =>
            name.toLowerCase() === "set-cookie" &&
            value.startsWith(`${COOKIE}=`) &&
            !value.startsWith(`${COOKIE}=;`),
        ),
      url,
    ).toBe(false);
    expect((await stranger.request.get("/api/v1/me")).status(), url).toBe(401);
  }
  // The same return once more in the browser that used it: its state is spent.
  await page.context().clearCookies({ name: COOKIE });
  await page.request.get(used, { maxRedirects: 0 });
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);

  // A state of one's own with a code that belongs to a flow of somebody else, already used.
  await stranger.goto("/");
  const started = stranger.waitForRequest((request) => request.url().includes("/b/authorize"));
  await stranger.getByRole("button", { name: "Sign in with Smartsheet" }).click();
  const state = new URL((await started).url()).searchParams.get("state");
  const code = new URL(used).searchParams.get("code");
  await stranger.request.get(`${callback}?code=${code}&state=${state}`, { maxRedirects: 0 });
  expect((await stranger.request.get("/api/v1/me")).status()).toBe(401);

  const log = await (
    await admin.request.get("/api/v1/admin/audit?action=session:sign_in&decision=denied")
  ).json();
  expect(log.events.length).toBeGreaterThanOrEqual(5);
});

test("T10 a sign-in ended elsewhere is refused at once", async ({ page, newPage }) => {
  await signIn(page, "Fin Ance");
  const elsewhere = await newPage();
  await signIn(elsewhere, "Fin Ance");
  await page.goto("/account");
  await page.getByRole("button", { name: /End all other/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: /End/ }).click();
  await expect.poll(async () => (await elsewhere.request.get("/api/v1/me")).status()).toBe(401);
  expect((await page.request.get("/api/v1/me")).status()).toBe(200);
});

test("T08 signing in and out by a plain POST of another site does nothing", async ({ page, server }) => {
  await signIn(page, "Fin Ance");
  for (const path of ["/api/auth/signout", "/api/auth/signin/smartsheet"]) {
    const answer = await page.request.post(server.url + path, {
      headers: { Origin: "https://evil.example" },
      form: {},
    });
    expect(answer.status()).toBe(403);
    // Our Origin, but without NextAuth's own token.
    await page.request.post(server.url + path, {
      headers: { Origin: server.url },
      form: {},
      maxRedirects: 0,
    });
  }
  expect((await page.request.get("/api/v1/me")).status()).toBe(200);
});
