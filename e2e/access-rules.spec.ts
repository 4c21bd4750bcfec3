import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Server } from "./fixtures/server";
import { apiOf, expect, inDays, payrollRule, SHEETS, signIn, test } from "./fixtures/test";

test.use({ story: "access-rules" });

/** What the workspace of the payroll is called; its id is Smartsheet's. */
async function workspaceOf(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/admin/rules/new`);
  await page.getByRole("button", { name: /^As whom: / }).click();
  const who = page.getByRole("combobox", { name: "Person whose access is used" });
  await who.fill("Olga Owner");
  await who.press("Enter");
  await page.getByRole("button", { name: /^Sheet: / }).click();
  await page
    .getByRole("radio", { name: "Workspace" })
    .or(page.getByText("Workspace", { exact: true }))
    .first()
    .click();
  const what = page.getByRole("combobox", { name: "Workspace" });
  await what.fill("People");
  await expect(page.getByRole("option").first()).toContainText("People & money");
  await what.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/every sheet in the workspace/)).toBeVisible();
  return "People & money";
}

test("a group kept here reads a whole workspace with masked names, until everything is stopped", async ({
  page,
  newPage,
  server,
}) => {
  test.setTimeout(150_000);
  const admin = await newPage();
  await signIn(admin, "Ada Admin", "/admin/groups");
  await signIn(page, "Vik Viewer");

  await admin.getByRole("button", { name: "New group" }).first().click();
  await admin.getByRole("textbox", { name: "Name" }).fill("Works council");
  await admin.getByRole("textbox", { name: "Members" }).fill("vik@acme.test\nnew@acme.test");
  await admin.getByRole("button", { name: "Save group" }).click();
  await expect(admin.getByRole("table", { name: "Groups kept here" })).toContainText("Works council");

  expect(await workspaceOf(admin, server.url)).toBe("People & money");
  const api = apiOf(admin, server);
  const groups = (await (await api.get("/admin/rules")).json()).rules;
  expect(groups).toEqual([]);
  const places = (await server.sandbox.calls()).filter(({ path }) => path.includes("/children"));
  const workspaceId = /workspaces\/(\d+)\/children/.exec(places.map(({ path }) => path).join(" "))?.[1];
  const localId = /G-[0-9a-f]+/.exec((await (await api.get("/admin/audit?limit=50")).text()) ?? "")?.[0];
  const made = await api.send("POST", "/admin/rules", {
    effect: "permit",
    principal: { type: "localGroup", id: localId },
    resource: { type: "workspace", id: workspaceId },
    delegation: { assume: "olga@acme.test" },
    columns: { mode: "only", titles: ["Person", "Department"] },
    masks: [{ title: "Person", mask: { kind: "initials" } }],
    rows: { match: "all", conditions: [{ title: "Contact", operator: "EQUAL", value: { viewer: "email" } }] },
    endsAt: inDays(30),
    reason: "Review of the bonus plan",
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id } = await made.json();

  await page.goto("/sheets");
  await expect(page.getByRole("row", { name: /Payroll 2026/ })).toContainText("Delegated · as Olga Owner");
  await page.getByRole("link", { name: "Payroll 2026" }).click();
  await expect(page.getByText("12 rows", { exact: true })).toBeVisible();
  await expect(page.getByText(/^[A-Z]\.[A-Z]\.$/).first()).toBeVisible();

  // Why, under the number of the request.
  await admin.goto("/admin/audit?action=sheet:read&decision=served");
  const { events } = await (await api.get("/admin/audit?limit=100")).json();
  const served = events.find(
    (event: { action: string; decision: string; rules: string[] }) =>
      event.action === "sheet:read" && event.decision === "served" && event.rules.includes(id),
  );
  await admin.goto(`/admin/decisions/${served.requestId}`);
  await expect(admin.getByRole("heading", { name: /Vik Viewer, Payroll 2026/ })).toBeVisible();
  await expect(admin.getByText(/2 columns, 1 of them masked; 12 rows/)).toBeVisible();
  const record = await (await api.get(`/admin/decisions/${served.requestId}`)).json();
  expect(JSON.stringify(record)).toContain('"path"');

  // All delegated reading is paused: the open page is told, and its rows go.
  await admin.goto("/admin/pauses");
  await admin.getByRole("button", { name: "Pause all delegated reading" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Something looks wrong");
  await dialog.getByRole("button", { name: "Pause all delegated reading" }).click();
  await expect(admin.getByText("All delegated reading is paused").first()).toBeVisible();
  await expect(page.getByText("Delegated reading is paused").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("gridcell")).toHaveCount(0);
  const stopped = await apiOf(page, server).get(`/sheets/${SHEETS.payroll}`);
  expect([stopped.status(), (await stopped.json()).error.code]).toEqual([503, "delegation_off"]);
  const unknown = await apiOf(page, server).get("/sheets/1234567890123456");
  expect([unknown.status(), (await unknown.json()).error.code]).toEqual([503, "delegation_off"]);
  await admin.getByRole("button", { name: /^Lift/ }).first().click();
  const confirm = admin.getByRole("alertdialog");
  if (await confirm.isVisible()) await confirm.getByRole("button", { name: /^Lift/ }).click();
  await expect
    .poll(async () => (await apiOf(page, server).get(`/sheets/${SHEETS.payroll}`)).status())
    .toBe(200);
  expect((await api.send("DELETE", `/admin/rules/${id}`)).status()).toBe(204);
});

test("an administrator foresees, explains, lists, looks as somebody, checks and copies access", async ({
  page,
  newPage,
  server,
}) => {
  test.setTimeout(150_000);
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  await signIn(page, "Vik Viewer");
  const api = apiOf(admin, server);
  const vik = (await (await apiOf(page, server).get("/me")).json()).user.id;
  const rule = await (await api.send("POST", "/admin/rules", payrollRule())).json();

  const foreseen = await api.send("POST", "/admin/rules/foresee", { id: rule.id, rule: null });
  expect(foreseen.status()).toBe(200);
  expect((await foreseen.json()).sentence).toContain("−1 person");

  await admin.goto(`/admin/rules/${rule.id}`);
  await admin.getByRole("button", { name: "End rule" }).click();
  await expect(admin.getByRole("alertdialog")).toContainText("−1 person, −1 sheet, −12 rows");
  await admin.keyboard.press("Escape");

  await admin.goto(`/admin/explain?user=${vik}&sheet=${SHEETS.payroll}`);
  await expect(admin.getByRole("article", { name: "The answer" })).toContainText(
    "Yes, delegated, as Olga Owner",
  );
  await admin.goto(`/admin/explain?user=${vik}&sheet=${SHEETS.hiring}`);
  await expect(admin.getByRole("article", { name: "The answer" })).toContainText(/^No/);

  await admin.goto(`/admin/who?by=sheet&sheet=${SHEETS.payroll}`);
  await expect(admin.getByRole("row", { name: /Vik Viewer/ })).toContainText("12");
  const csv = await api.get(`/admin/who?by=sheet&sheetId=${SHEETS.payroll}&format=csv`);
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(csv.headers()["cache-control"]).toContain("no-store");
  expect(await csv.text()).toContain("vik@acme.test");

  const before = (await server.sandbox.calls()).length;
  await admin.goto(`/admin/view-as/${vik}/${SHEETS.payroll}`);
  await expect(admin.getByText(/You look at this as/)).toContainText("Vik Viewer");
  await expect(admin.getByText("You cannot open this sheet yourself")).toBeVisible();
  const asked = (await server.sandbox.calls()).slice(before);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ caller }) => caller === "vik@acme.test")).toEqual([]);
  const { events } = await (await api.get("/admin/audit?limit=60")).json();
  expect(events.find((event: { action: string }) => event.action === "access:view_as")).toMatchObject({
    actor: "ada@acme.test",
  });

  await admin.goto("/admin/health");
  await admin.getByRole("button", { name: "Check now" }).first().click();
  await expect(admin.getByText(/Vik Viewer reads Payroll 2026/)).toBeVisible({ timeout: 60_000 });
  await expect(admin.getByText("Green").first()).toBeVisible();

  // Nobody else gets any of it.
  for (const path of ["who?by=person&userId=1", "explain?userId=1&sheetId=2", "decisions/x", "pauses"]) {
    const answer = await apiOf(page, server).get(`/admin/${path}`);
    expect(answer.status(), path).toBe(403);
  }
  for (const path of ["who", "explain", "view-as", "health", "groups", "pauses", "rules/import"])
    expect((await page.goto(`${server.url}/admin/${path}`))?.status(), path).toBe(404);
  await page.goto("about:blank");
  expect((await api.send("DELETE", `/admin/rules/${rule.id}`)).status()).toBe(204);
});

test("many rules at once: a CSV file line by line, and the list's own bar", async ({ newPage, server }) => {
  const admin = await newPage();
  await signIn(admin, "Ada Admin", "/admin/rules/import");
  const day = inDays(40).slice(0, 10);
  await admin
    .getByRole("textbox", { name: "Rules as CSV" })
    .fill(
      [
        "\uFEFFeffect;who;sheet id;as whom;columns;ends;reason",
        `permit;wanda@acme.test;${SHEETS.payroll};olga@acme.test;Person|Department;${day};Audit`,
        `permit;wanda@acme.test;${SHEETS.payroll};olga@acme.test;No such column;${day};Audit`,
        `permit;mia@acme.test;${SHEETS.hiring};olga@acme.test;all;${day};=HYPERLINK("http://evil")`,
      ].join("\n"),
    );
  await admin.getByRole("button", { name: "Look at the rules" }).click();
  const table = admin.getByRole("table", { name: "Rules of the file" });
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(admin.getByText("2 rules to save, 1 with something wrong")).toBeVisible();
  await expect(table).toContainText("No such column");
  await admin.getByRole("checkbox", { name: /Save the good ones/ }).click();
  await admin.getByRole("button", { name: "Save 2 rules" }).click();
  await expect(admin.getByText("2 rules saved").first()).toBeVisible();

  await admin.goto("/admin/rules");
  const [first, second] = [/Wanda Watcher reads Payroll/, /Mia Moss reads Hiring/];
  for (const name of [first, second]) await admin.getByRole("row", { name }).getByRole("checkbox").click();
  const bar = admin.getByRole("region", { name: "Chosen rules" });
  await expect(bar).toContainText("2 chosen");
  await bar.getByRole("button", { name: "End", exact: true }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "End 2 rules" }).click();
  await expect(admin.getByRole("row", { name: first })).toHaveCount(0);
  const { rules } = await (await apiOf(admin, server).get("/admin/rules")).json();
  const ended = rules.filter(
    ({ reason }: { reason: string }) => reason === "Audit" || reason.startsWith("=HYPER"),
  );
  expect(ended.map(({ state }: { state: string }) => state)).toEqual(["ended", "ended"]);
});

test("rules as code: exported, planned with who it touches, applied as one change", async ({
  newPage,
  server,
}) => {
  test.setTimeout(150_000);
  const admin = await newPage();
  await signIn(admin, "Ada Admin");
  const api = apiOf(admin, server);
  const rule = await (await api.send("POST", "/admin/rules", payrollRule())).json();
  const file = join(server.folder, "rules.yaml");
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/sheetpass.mjs", "rules", ...args], {
      encoding: "utf8",
      env: {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        NODE_ENV: "production",
        NEXTAUTH_URL: server.url,
        DATABASE_URL: `file:${join(server.folder, "sheetpass.db")}`,
        SHEETPASS_SANDBOX: JSON.stringify(serverInfo(server)),
      },
    });
    return { status, text: stdout + stderr };
  };
  expect(run("export", file)).toMatchObject({ status: 0 });
  expect(readFileSync(file, "utf8")).toContain(rule.id);
  expect(run("plan", file)).toMatchObject({ status: 0 });

  const lines = readFileSync(file, "utf8");
  writeFileSync(file, lines.replace("effect: permit", "effect: permitt"));
  const refused = run("apply", file, "--yes");
  expect(refused.status).toBe(1);
  expect(refused.text).toMatch(/\d+:\d+/);

  writeFileSync(file, lines.replace("vik@acme.test", "wanda@acme.test"));
  const planned = run("plan", file);
  expect(planned.status, planned.text).toBe(2);
  expect(planned.text).toMatch(/\+ wanda@acme\.test: Payroll 2026, 0 → 12 rows/);
  expect(planned.text).toContain("−1 person");
  expect((await (await api.get(`/admin/rules/${rule.id}`)).json()).version).toBe(1);
  const applied = run("apply", file, "--yes");
  expect(applied.status, applied.text).toBe(0);
  expect(await (await api.get(`/admin/rules/${rule.id}`)).json()).toMatchObject({
    version: 2,
    principal: { email: "wanda@acme.test" },
  });
  for (const { text } of [refused, planned, applied])
    for (const { token } of server.sandbox.people) expect(text).not.toContain(token);
});

function serverInfo({ sandbox }: Server) {
  const { apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, people } = sandbox;
  return { apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, people };
}
