import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, PAYROLL, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "guard" });

/** What anybody may reach, and why. Every other address must refuse who has no sign-in; a new one fails until listed here or guarded. */
const OPEN: Record<string, string> = {
  "/": "the sign-in page",
  "/s/[token]": "a share link judges itself",
  "/api/health": "says only that the program runs",
  "/api/csp-report": "browsers report without cookies",
  "/api/auth/[...nextauth]": "signing in",
  "/api/v1/links/[token]/view": "a share link judges itself",
  "/api/v1/links/[token]/table": "a share link judges itself",
  "/api/v1/links/[token]/unlock": "a share link judges itself",
  "/api/v1/[...rest]": "answers 404 to everybody",
};

interface Route {
  route: string;
  file: string;
}

function routesOf(folder: string, name: RegExp): Route[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => {
      const path = relative(folder, entry.parentPath)
        .split("/")
        .filter((part) => part !== "" && !part.startsWith("("));
      return { route: `/${path.join("/")}`, file: join(entry.parentPath, entry.name) };
    });
}

const fill = (route: string) =>
  route
    .replace("[sheetId]", SHEETS.payroll)
    .replace(/\[\.{3}[a-z]+\]/, "x")
    .replace(/\[[a-zA-Z]+\]/g, "R-1");
const guarded = (routes: Route[]) => routes.filter(({ route }) => OPEN[route] === undefined);

test("T21 no page opens without a sign-in", async ({ request }) => {
  const pages = guarded(routesOf("app", /^page\.tsx$/));
  expect(pages.length).toBeGreaterThanOrEqual(9);
  for (const { route } of pages) {
    const heads: Record<string, string>[] = [
      {},
      { RSC: "1" },
      { "Next-Router-Prefetch": "1", RSC: "1" },
      { "x-middleware-subrequest": "proxy:proxy:proxy" },
    ];
    for (const headers of heads) {
      let answer = await request.get(fill(route), { maxRedirects: 0, headers });
      // Next first sends such a request on to the same page with a mark of its own in the address.
      const marked = answer.headers().location ?? "";
      if (marked.includes("_rsc") && marked.startsWith(fill(route).split("?")[0] ?? ""))
        answer = await request.get(marked, { maxRedirects: 0, headers });
      const body = await answer.text();
      const isRedirect = answer.status() === 307 && answer.headers().location?.startsWith("/?to=");
      const isRscRedirect = body.includes("NEXT_REDIRECT") || body.includes("/?to=");
      expect(
        isRedirect || answer.status() === 404 || isRscRedirect,
        `${route} ${JSON.stringify(headers)} ${answer.status()}`,
      ).toBeTruthy();
      expect(body).not.toContain("Payroll");
    }
  }
});

test("T21 no route answers without a sign-in, whatever the method", async ({ server, request }) => {
  const routes = guarded(
    routesOf("app/api", /^route\.ts$/).map(({ route, file }) => ({ route: `/api${route}`, file })),
  );
  expect(routes.length).toBeGreaterThanOrEqual(11);
  let asked = 0;
  for (const { route } of routes) {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(fill(route), {
        method,
        headers: { Origin: server.url, "Content-Type": "application/json" },
        data: method === "GET" ? undefined : "{}",
        maxRedirects: 0,
      });
      expect([401, 404, 405], `${method} ${route}`).toContain(answer.status());
      asked += 1;
    }
  }
  expect(asked).toBe(routes.length * 5);
});

test("I06 admin addresses: 403 in the API and 404 as a page for who is no administrator", async ({
  page,
  server,
}) => {
  await signIn(page, "Wanda Watcher");
  for (const path of ["/admin/rules", "/admin/connections", "/admin/audit", "/admin/pauses"]) {
    const api = await page.request.get(`${server.url}/api/v1${path}`);
    expect(api.status(), path).toBe(403);
    expect(await api.json()).toMatchObject({ error: { code: "forbidden", requestId: expect.any(String) } });
  }
  for (const path of [
    "/admin/rules",
    "/admin/rules/new",
    "/admin/rules/R-1",
    "/admin/connections",
    "/admin/links",
    "/admin/audit",
    "/admin/groups",
    "/admin/pauses",
    "/admin/health",
    "/admin/who",
    "/admin/explain",
    "/admin/view-as",
    "/admin/view-as/1",
    "/admin/view-as/1/2",
    "/admin/decisions/x",
    "/admin/rules/import",
  ]) {
    const answer = await page.request.get(server.url + path);
    expect(answer.status(), path).toBe(404);
  }
});

test("T13 changing requests need our Origin and JSON", async ({ page, server }) => {
  await signIn(page, "Ada Admin");
  const body = JSON.stringify(payrollRule());
  const post = (headers: Record<string, string>, data = body, path = "/api/v1/admin/rules") =>
    page.request.post(server.url + path, {
      headers: { "Content-Type": "application/json", ...headers },
      data,
    });
  const refused: [string, Record<string, string>][] = [
    ["no origin", {}],
    ["null", { Origin: "null" }],
    ["another site", { Origin: "https://evil.example" }],
    ["another port", { Origin: "http://localhost:1" }],
    ["our name as a prefix", { Origin: `${server.url}.evil.example` }],
    ["the other name of this machine", { Origin: server.url.replace("localhost", "127.0.0.1") }],
    ["cross-site by the browser's word", { Origin: server.url, "Sec-Fetch-Site": "cross-site" }],
  ];
  for (const [name, headers] of refused) {
    const answer = await post(headers);
    expect(answer.status(), name).toBe(403);
    expect((await answer.json()).error.code, name).toBe("bad_origin");
  }
  const origin = { Origin: server.url };
  expect((await post({ ...origin, "Content-Type": "text/plain" })).status()).toBe(400);
  expect((await post(origin, "{")).status()).toBe(400);
  expect((await post(origin, JSON.stringify({ ...payrollRule(), extra: 1 }))).status()).toBe(400);
  expect((await post(origin, `{"reason":"${"x".repeat(120_000)}"}`)).status()).toBe(413);
  const rules = await page.request.get(`${server.url}/api/v1/admin/rules`);
  expect((await rules.json()).rules).toEqual([]);
});

test("T14 odd addresses and headers get the same refusal", async ({ page, server }) => {
  await signIn(page, "Wanda Watcher");
  const plain = await page.request.get(`${server.url}/api/v1/sheets/${SHEETS.payroll}`);
  expect(plain.status()).toBe(404);
  const { requestId, ...same } = (await plain.json()).error;
  expect(requestId).toBeTruthy();
  const ids = [
    "0",
    "-1",
    "1e3",
    "9".repeat(40),
    "9007199254740993",
    "１２３",
    "%00",
    "..%2f",
    "__proto__",
    "4444444444444444",
    "1.5",
    "%E2%80%AE1",
  ];
  for (const id of ids) {
    const answer = await page.request.get(`${server.url}/api/v1/sheets/${id}`);
    expect([400, 404], id).toContain(answer.status());
    if (answer.status() === 404 && answer.headers()["content-type"]?.includes("json")) {
      const { requestId: _, ...error } = (await answer.json()).error;
      expect(error, id).toEqual(same);
    }
  }
  const headers: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy" },
    { "x-middleware-rewrite": "/admin/rules" },
    { "x-forwarded-user": "ada@acme.test" },
    { RSC: "1" },
    { "Next-Router-Prefetch": "1" },
  ];
  for (const one of headers) {
    const answer = await page.request.get(`${server.url}/admin/rules`, { headers: one });
    expect((await answer.text()).includes("New rule"), JSON.stringify(one)).toBe(false);
    const api = await page.request.get(`${server.url}/api/v1/admin/rules`, { headers: one });
    expect(api.status(), JSON.stringify(one)).toBe(403);
  }
  for (const query of [
    "?page=0",
    "?page=-1",
    "?pageSize=10001",
    "?page=1&page=2",
    "?page[]=1",
    `?sort=${PAYROLL.salary}`,
    `?filter=${PAYROLL.salary}`,
    "?columnIds=1",
  ]) {
    const answer = await page.request.get(`${server.url}/api/v1/sheets/${SHEETS.tickets}${query}`);
    expect(answer.status(), query).toBe(400);
  }
});

test("T02 nobody chooses whom to read as", async ({ page, server }) => {
  await signIn(page, "Wanda Watcher");
  await server.sandbox.control("DELETE", "/calls");
  const answer = await page.request.get(`${server.url}/api/v1/sheets/${SHEETS.payroll}`, {
    headers: {
      "Assume-User": "olga%40acme.test",
      "X-Forwarded-User": "olga@acme.test",
      "X-Assume-User": "olga@acme.test",
    },
  });
  expect(answer.status()).toBe(404);
  for (const call of await server.sandbox.calls()) expect(call.assumed).toBeNull();
  const byQuery = await page.request.get(
    `${server.url}/api/v1/sheets/${SHEETS.payroll}?assume=olga@acme.test`,
  );
  expect(byQuery.status()).toBe(400);
});

test("§5 every answer carries the security headers and a fresh nonce", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/sheets", "/api/health", "/s/unknown", "/nowhere", "/api/v1/me"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers["strict-transport-security"], path).toContain("max-age=63072000");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "none");
  }
  expect(nonces.size).toBe(6);
  expect((await request.get("/s/unknown")).headers()["x-robots-tag"]).toBe("noindex");
});

test("both names of this machine work, and a foreign Host is refused", async ({ server, request }) => {
  const other = server.url.replace("localhost", "127.0.0.1");
  const page = await request.get(`${other}/sheets`, { maxRedirects: 0 });
  expect(page.status()).toBe(307);
  expect(page.headers().location).toBe(`${server.url}/sheets`);
  expect((await request.get(`${other}/api/health`)).status()).toBe(200);
  expect((await request.get("/api/health", { headers: { Host: "evil.example" } })).status()).toBe(421);
});

test("T07 the browser gets no source map and no server code", () => {
  const files = readdirSync(".next/static", { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(({ name }) => name.endsWith(".map"))).toEqual([]);
  for (const { parentPath, name } of files.filter((entry) => entry.name.endsWith(".js"))) {
    const text = readFileSync(join(parentPath, name), "utf8");
    for (const mark of ["better-sqlite3", "aes-256-gcm", "MASTER_KEY is missing", "Assume-User"])
      expect(text.includes(mark), `${name} holds ${mark}`).toBe(false);
  }
});
