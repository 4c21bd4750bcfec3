import { apiOf, expect, inDays, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "faults" });

interface Fault {
  kind: string;
  code: string | RegExp;
  more?: Record<string, unknown>;
}

/** Each fault of Smartsheet, and the code a person's own read answers with. */
const FAULTS: Fault[] = [
  { kind: "429", code: "upstream_busy", more: { retryAfter: 7 } },
  { kind: "500", code: "upstream_unavailable" },
  { kind: "503html", code: "upstream_unavailable" },
  { kind: "reset", code: "upstream_unavailable" },
  { kind: "cutjson", code: "upstream_bad_answer" },
  { kind: "html200", code: "upstream_bad_answer" },
  { kind: "empty", code: "upstream_bad_answer" },
  { kind: "wrongshape", code: "upstream_bad_answer" },
  { kind: "brotli", code: "upstream_bad_answer" },
  { kind: "redirect", code: "upstream_unavailable" },
];

test.afterEach(async ({ server }) => {
  await server.sandbox.control("DELETE", "/fault");
});

test("F01-F06 each fault is its code, one sentence and a request id, and nothing half", async ({
  page,
  server,
}) => {
  await signIn(page, "Vik Viewer");
  // Listed once, so that the sheet is known to be Vik's and the cause may be told.
  await page.request.get("/api/v1/sheets");
  for (const { kind, code, more } of FAULTS) {
    await server.sandbox.control("POST", "/fault", {
      match: { path: `/sheets/${SHEETS.roadMap}` },
      kind,
      ...more,
    });
    const answer = await page.request.get(`/api/v1/sheets/${SHEETS.roadMap}`);
    const body = await answer.json();
    expect(answer.status(), kind).toBe(503);
    expect(Object.keys(body), kind).toEqual(["error"]);
    expect(body.error.code, kind).toMatch(code);
    expect(body.error.requestId, kind).toMatch(/^[\w-]{8,}$/);
    expect(body.error.message, kind).not.toMatch(/at .*\.(js|ts)|stack|undefined|null/i);
    if (kind === "429") expect(answer.headers()["retry-after"]).toBe("7");
    await server.sandbox.control("DELETE", "/fault");
  }
  // Nothing is remembered of it: the next request works.
  expect((await page.request.get(`/api/v1/sheets/${SHEETS.roadMap}`)).status()).toBe(200);
});

test("T15 a redirect is refused and the token is not sent on", async ({ page, server }) => {
  await signIn(page, "Vik Viewer");
  await server.sandbox.control("POST", "/fault", {
    match: { path: `/sheets/${SHEETS.tickets}` },
    kind: "redirect",
  });
  await server.sandbox.control("DELETE", "/calls");
  await page.request.get(`/api/v1/sheets/${SHEETS.tickets}`);
  const calls = await server.sandbox.calls();
  expect(calls.length).toBeGreaterThan(0);
  expect(calls.filter(({ path }) => path.includes("elsewhere"))).toEqual([]);
});

test("the page tells of a fault in place, with a way on", async ({ page, server }) => {
  await signIn(page, "Vik Viewer");
  await server.sandbox.control("POST", "/fault", {
    match: { path: `/sheets/${SHEETS.roadMap}` },
    kind: "html200",
  });
  await page.goto(`/sheets/${SHEETS.roadMap}`);
  const alert = page.getByRole("alert").first();
  await expect(alert).toBeVisible();
  await expect(alert).toContainText(/Request/);
  await server.sandbox.control("DELETE", "/fault");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Road map 2027" })).toBeVisible();
});

test("bad input has a code, a field and a sentence", async ({ page, server }) => {
  await signIn(page, "Ada Admin");
  const api = apiOf(page, server);
  const cases: [Record<string, unknown>, string, string][] = [
    [payrollRule({ endsAt: "2020-01-01T00:00:00Z" }), "invalid_input", "endsAt"],
    [payrollRule({ endsAt: "soon" }), "invalid_input", "endsAt"],
    [payrollRule({ columns: { mode: "only", ids: ["1111111111111111"] } }), "invalid_input", "columns"],
    [payrollRule({ columns: { mode: "only", ids: ["1e3"] } }), "invalid_input", "columns"],
    [
      payrollRule({ delegation: { assume: "nobody@acme.test" } }),
      "assumed_user_unreachable",
      "delegation.assume",
    ],
    [
      payrollRule({ delegation: { assume: "eve@outside.test" } }),
      "assumed_user_unreachable",
      "delegation.assume",
    ],
    [
      payrollRule({ delegation: { assume: "sid@acme.test" } }),
      "assumed_user_unreachable",
      "delegation.assume",
    ],
    [
      payrollRule({ delegation: { assume: "lea@acme.test" } }),
      "assumed_user_unreachable",
      "delegation.assume",
    ],
    [payrollRule({ principal: { type: "user", email: "not an address" } }), "invalid_input", "principal"],
    [payrollRule({ reason: "" }), "invalid_input", "reason"],
    [payrollRule({ resource: { type: "sheet", id: "9".repeat(20) } }), "invalid_input", "resource"],
    [{ ...payrollRule(), effect: "maybe" }, "invalid_input", "effect"],
  ];
  for (const [body, code, field] of cases) {
    const answer = await api.send("POST", "/admin/rules", body);
    const { error } = await answer.json();
    expect(answer.status(), field).toBe(400);
    expect(error.code, field).toBe(code);
    expect(error.field, JSON.stringify(error)).toMatch(new RegExp(`^${field.replace(".", "\\.")}`));
    expect(error.message.length).toBeGreaterThan(10);
  }
  const unknown = await api.send("PUT", "/admin/rules/R-999", {
    ...payrollRule({ endsAt: inDays(3) }),
    version: 1,
  });
  expect(unknown.status()).toBe(404);
});

// Last: it leaves the connection broken.
test("F16 F17 a broken connection or owner stops delegated reads only, and says so to administrators", async ({
  page,
  newPage,
  server,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const api = apiOf(admin, server);
  const made = await api.send("POST", "/admin/rules", payrollRule());
  expect(made.status()).toBe(201);
  const rule = await made.json();
  await signIn(page, "Vik Viewer");
  expect((await page.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).status()).toBe(200);

  await server.sandbox.control("POST", "/people/olga@acme.test", { admin: true });
  await expect
    .poll(async () => (await page.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).status(), {
      intervals: [1000],
      timeout: 40_000,
    })
    .toBe(503);
  expect(await (await api.get(`/admin/rules/${rule.id}`)).json()).toMatchObject({
    problem: { code: "cannot_assume" },
  });
  expect((await page.request.get(`/api/v1/sheets/${SHEETS.roadMap}`)).status()).toBe(200);
  const refused = await api.send("POST", "/admin/rules", payrollRule());
  expect(refused.status()).toBe(400);
  expect(await refused.json()).toMatchObject({
    error: { code: "assumed_user_unreachable", message: expect.stringContaining("System Admin") },
  });
  await server.sandbox.control("POST", "/people/olga@acme.test", { admin: false });

  await server.sandbox.control("POST", "/tokens/revoke", { email: "ada@acme.test", kind: "raw" });
  await expect
    .poll(
      async () => (await (await page.request.get(`/api/v1/sheets/${SHEETS.payroll}`)).json()).error?.code,
      { intervals: [1000], timeout: 40_000 },
    )
    .toBe("delegation_off");
  expect((await page.request.get(`/api/v1/sheets/${SHEETS.roadMap}`)).status()).toBe(200);
  const [connection] = (await (await api.get("/admin/connections")).json()).connections;
  const checked = await api.send("POST", `/admin/connections/${connection.id}/check`);
  expect(await checked.json()).toMatchObject({ check: { state: "refused" } });
  await admin.goto("/admin/connections");
  await expect(admin.getByText(/Smartsheet refuses this token/).first()).toBeVisible();
});
