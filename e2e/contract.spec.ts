import { TURNED } from "./fixtures/ids";
import { apiOf, expect, inDays, PAYROLL, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "contract" });

test("the whole job through the API: rule, delegated read, record, end", async ({
  page,
  newPage,
  server,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  await signIn(page, "Vik Viewer");
  const api = apiOf(admin, server);
  const vik = apiOf(page, server);

  // T01: without a rule nothing is asked with the admin token.
  await server.sandbox.control("DELETE", "/calls");
  const before = await vik.get(`/sheets/${SHEETS.payroll}`);
  expect(before.status()).toBe(404);
  expect((await server.sandbox.calls()).filter(({ assumed }) => assumed !== null)).toEqual([]);

  const made = await api.send("POST", "/admin/rules", payrollRule());
  expect(made.status()).toBe(201);
  const rule = await made.json();
  expect(rule).toMatchObject({
    id: expect.any(String),
    version: 1,
    effect: "permit",
    principal: { type: "user", email: "vik@acme.test" },
    resource: { type: "sheet", id: SHEETS.payroll },
    delegation: { assume: "olga@acme.test", connectionId: expect.any(String) },
    actions: ["read"],
    columns: { mode: "only", ids: [PAYROLL.person, PAYROLL.department, PAYROLL.active] },
    createdBy: "ada@acme.test",
    startsAt: null,
  });

  await server.sandbox.control("DELETE", "/calls");
  const read = await vik.get(`/sheets/${SHEETS.payroll}`);
  expect(read.status()).toBe(200);
  expect(read.headers()["cache-control"]).toBe("private, no-store");
  const sheet = await read.json();
  expect(sheet.sheet).toMatchObject({
    id: SHEETS.payroll,
    name: "Payroll 2026",
    version: expect.any(Number),
    totalRowCount: 12,
  });
  expect(sheet.access).toEqual({
    via: "delegated",
    assumedUsers: ["olga@acme.test"],
    rules: [rule.id],
    expiresAt: rule.endsAt,
    actions: ["read"],
  });
  expect(sheet.columns.map(({ title }: { title: string }) => title)).toEqual([
    "Person",
    "Department",
    "Active",
  ]);
  expect(sheet.columns.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2]);
  expect(sheet.rows.map(({ rowNumber }: { rowNumber: number }) => rowNumber)).toEqual(
    Array.from({ length: 12 }, (_, n) => n + 1),
  );
  const allowed = new Set([PAYROLL.person, PAYROLL.department, PAYROLL.active]);
  for (const row of sheet.rows)
    for (const id of Object.keys(row.cells)) expect(allowed.has(id as never)).toBe(true);
  expect(JSON.stringify(sheet)).not.toContain("SECRET-CELL");
  expect(JSON.stringify(sheet)).not.toContain(PAYROLL.contact);

  // I11: the columns were asked for as such, with the one the row condition needs and no salary.
  const assumed = (await server.sandbox.calls()).filter(
    (call) => call.assumed !== null && call.path.includes(`/sheets/${SHEETS.payroll}`),
  );
  expect(assumed.length).toBeGreaterThan(0);
  for (const call of assumed) {
    expect(call).toMatchObject({ method: "GET", caller: "ada@acme.test", assumed: "olga@acme.test" });
    expect(call.path).not.toContain(PAYROLL.salary);
  }

  // Vik's list has it once, as delegated.
  const list = (await (await vik.get("/sheets")).json()).sheets;
  expect(list.filter(({ id }: { id: string }) => id === SHEETS.payroll)).toEqual([
    {
      id: SHEETS.payroll,
      name: "Payroll 2026",
      via: "delegated",
      rules: [rule.id],
      assumedUser: "olga@acme.test",
      expiresAt: rule.endsAt,
      modifiedAt: expect.any(String),
    },
  ]);
  expect(list.find(({ id }: { id: string }) => id === SHEETS.tickets)).toMatchObject({
    via: "own",
    expiresAt: null,
  });

  // I08 I26: both records, one request id.
  const events = (await (await api.get(`/admin/audit?sheetId=${SHEETS.payroll}`)).json()).events;
  const served = events.find(({ decision }: { decision: string }) => decision === "served");
  const permitted = events.find(
    ({ decision, requestId, via }: Record<string, string>) =>
      decision === "allowed" && requestId === served.requestId && via === "delegated",
  );
  expect(served).toMatchObject({
    actor: "vik@acme.test",
    action: "sheet:read",
    via: "delegated",
    assumedUser: "olga@acme.test",
    rules: [rule.id],
    columns: 3,
    rows: 12,
  });
  expect(permitted.seq).toBeLessThan(served.seq);
  expect(
    events.some(
      ({ decision, reason }: Record<string, string>) => decision === "denied" && reason === "no_permit",
    ),
  ).toBe(true);

  // Changing needs the version; the next request counts.
  const stale = await api.send("PUT", `/admin/rules/${rule.id}`, {
    ...payrollRule({ columns: { mode: "only", ids: [PAYROLL.person] } }),
    version: 9,
  });
  expect(stale.status()).toBe(409);
  const changed = await api.send("PUT", `/admin/rules/${rule.id}`, {
    ...payrollRule({ columns: { mode: "only", ids: [PAYROLL.person] }, rows: null }),
    version: 1,
  });
  expect(await changed.json()).toMatchObject({ version: 2 });
  const narrow = await (await vik.get(`/sheets/${SHEETS.payroll}?pageSize=25&page=3`)).json();
  expect(narrow.columns).toHaveLength(1);
  expect(narrow.sheet.totalRowCount).toBe(60);
  expect(narrow.rows).toHaveLength(10);
  expect((await (await vik.get(`/sheets/${SHEETS.payroll}?page=99`)).json()).rows).toEqual([]);

  // T04: ended, and the very next request is refused, by the API and by the page.
  expect((await api.send("DELETE", `/admin/rules/${rule.id}`)).status()).toBe(204);
  expect((await vik.get(`/sheets/${SHEETS.payroll}`)).status()).toBe(404);
  expect((await page.request.get(`/sheets/${SHEETS.payroll}`)).status()).toBe(404);
  expect(await (await api.get(`/admin/rules/${rule.id}`)).json()).toMatchObject({
    endedAt: expect.any(String),
    state: "ended",
  });
  const history = (await (await api.get(`/admin/rules/${rule.id}/history`)).json()).versions;
  expect(history.map(({ change }: { change: string }) => change)).toEqual(["ended", "changed", "created"]);
});

test("a sheet reachable both ways is listed once and read with one's own token", async ({
  page,
  newPage,
  server,
}) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const api = apiOf(admin, server);
  const rule = payrollRule({
    resource: { type: "sheet", id: SHEETS.tickets },
    delegation: { assume: "ravi@acme.test" },
    columns: { mode: "all" },
    rows: null,
  });
  expect((await api.send("POST", "/admin/rules", rule)).status()).toBe(201);
  await signIn(page, "Vik Viewer");
  await server.sandbox.control("DELETE", "/calls");
  const sheet = await (await page.request.get(`/api/v1/sheets/${SHEETS.tickets}`)).json();
  expect(sheet.access).toMatchObject({ via: "own", assumedUsers: [], rules: [], expiresAt: null });
  expect((await server.sandbox.calls()).filter(({ assumed }) => assumed !== null)).toEqual([]);
  const list = (await (await page.request.get("/api/v1/sheets")).json()).sheets;
  expect(list.filter(({ id }: { id: string }) => id === SHEETS.tickets)).toHaveLength(1);
});

test("I14 ids above 2^53 stay exact from end to end", async ({ page, newPage, server }) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const api = apiOf(admin, server);
  const made = await api.send(
    "POST",
    "/admin/rules",
    payrollRule({ resource: { type: "sheet", id: SHEETS.long }, columns: { mode: "all" }, rows: null }),
  );
  expect(made.status(), await made.text()).toBe(201);
  await signIn(page, "Vik Viewer");
  const sheet = await (await page.request.get(`/api/v1/sheets/${SHEETS.long}`)).json();
  expect(sheet.sheet.id).toBe("9007199254740993");
  for (const { id } of [...sheet.columns, ...sheet.rows]) expect(id).toMatch(/^\d{16,19}$/);
  const columns = new Set(sheet.columns.map(({ id }: { id: string }) => id));
  for (const row of sheet.rows) for (const id of Object.keys(row.cells)) expect(columns.has(id)).toBe(true);
});

test("share links through the API: make, open, unlock, revoke", async ({ page, newPage, server }) => {
  await signIn(page, "Vik Viewer");
  const vik = apiOf(page, server);
  const outside = await newPage();
  const made = await vik.send("POST", "/links", {
    sheetId: SHEETS.tickets,
    title: "Open tickets",
    endsAt: inDays(2),
    password: "correct horse",
  });
  expect(made.status()).toBe(201);
  const link = await made.json();
  expect(link).toMatchObject({
    id: expect.any(String),
    token: expect.stringMatching(/^[\w-]{43}$/),
    url: `${server.url}/s/${link.token}`,
  });
  expect(JSON.stringify(await (await vik.get("/links")).json())).not.toContain(link.token);

  const view = () => outside.request.get(`${server.url}/api/v1/links/${link.token}/view?pageSize=5`);
  expect((await view()).status()).toBe(401);
  const unlock = (password: string) =>
    outside.request.post(`${server.url}/api/v1/links/${link.token}/unlock`, {
      headers: { Origin: server.url },
      data: { password },
    });
  expect((await unlock("wrong horse")).status()).toBe(401);
  expect((await unlock("correct horse")).status()).toBe(200);
  const shown = await (await view()).json();
  expect(shown.rows).toHaveLength(5);
  expect(shown.access).not.toHaveProperty("assumedUsers");
  expect(shown.access).not.toHaveProperty("rules");
  expect((await vik.send("DELETE", `/links/${link.id}`)).status()).toBe(204);
  expect((await view()).status()).toBe(404);
  expect((await outside.request.get(`/s/${link.token}`)).status()).toBe(404);
});

test("connections through the API never give a token back", async ({ page, server }) => {
  await signIn(page, "Ada Admin");
  const api = apiOf(page, server);
  const olga = server.sandbox.people.find(({ email }) => email === "olga@acme.test")?.token ?? "";
  const ada = server.sandbox.people.find(({ email }) => email === "ada@acme.test")?.token ?? "";
  const made = await api.send("POST", "/admin/connections", { name: "Second", token: olga });
  expect(made.status()).toBe(201);
  const connection = await made.json();
  expect(connection).toMatchObject({
    name: "Second",
    check: { state: "not_admin", finding: expect.stringContaining("Olga Owner") },
  });
  const issued = (await server.sandbox.control("POST", "/tokens/issue", { email: "ada@acme.test" })) as {
    accessToken: string;
  };
  const replaced = await api.send("PUT", `/admin/connections/${connection.id}`, {
    token: issued.accessToken,
  });
  // Nobody could verify that a token from a sign-in cannot assume; where it can, the check says so.
  expect(await replaced.json()).toMatchObject({ check: { state: TURNED ? "ok" : "cannot_assume" } });
  const good = await api.send("PUT", `/admin/connections/${connection.id}`, { token: ada });
  expect(await good.json()).toMatchObject({ check: { state: "ok" } });
  const all = await (await api.get("/admin/connections")).text();
  for (const secret of [olga, ada, issued.accessToken]) expect(all).not.toContain(secret);
  expect((await api.send("DELETE", `/admin/connections/${connection.id}`)).status()).toBe(204);
  expect((await api.send("POST", `/admin/connections/${connection.id}/check`)).status()).toBe(404);
});

test("a preview counts on real data and saves nothing", async ({ page, server }) => {
  await signIn(page, "Ada Admin");
  const api = apiOf(page, server);
  const preview = await api.send("POST", "/admin/rules/preview", payrollRule());
  expect(preview.status()).toBe(200);
  expect(await preview.json()).toMatchObject({
    sheetName: "Payroll 2026",
    rows: { of: 60 },
    columns: { open: 3, of: 9 },
    sensitive: [],
  });
  const rules = (await (await api.get("/admin/rules")).json()).rules as {
    sheetName: string;
    state: string;
  }[];
  expect(rules.every(({ state }) => state !== "upcoming")).toBe(true);
});
