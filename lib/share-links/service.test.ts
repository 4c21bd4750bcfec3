import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setUserEnabled } from "@/db/queries/people";
import type { Viewer } from "@/lib/auth/principal";
import { toLinkView } from "@/lib/sheets/to-answer";
import {
  CONTACT,
  DEPARTMENT,
  HIDDEN,
  openWorld,
  PAYROLL,
  PERSON,
  PLAN,
  payrollRule,
  SALARY,
  type World,
} from "@/scripts/testing/world";
import type { LinkInput } from "./schema";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
});
afterEach(() => world.close());

const window = { page: 1, pageSize: 100 };
const outside = { requestId: "request-2", network: "198.51.100.7" };
const input = (over: Partial<LinkInput> = {}): LinkInput => ({
  sheetId: PAYROLL,
  columns: { mode: "all" },
  rows: null,
  endsAt: "2026-12-24T00:00:00Z",
  ...over,
});
const create = (by: Viewer, over: Partial<LinkInput> = {}) =>
  world.services.links.create(input(over), by, world.context(by));
const view = (token: string, unlock?: string, network = outside.network) =>
  world.services.links.view(token, () => unlock, window, { ...outside, network });

async function rule(actions: ("read" | "share")[] = ["read", "share"]) {
  const made = await world.services.rules.create(payrollRule({ actions }), ada, world.context(ada));
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

async function made(by: Viewer, over: Partial<LinkInput> = {}) {
  const link = await create(by, over);
  if (!link.ok) throw new Error(link.error.code);
  return link.value;
}

const titles = async (token: string) => {
  const answer = await view(token);
  return answer.ok ? answer.value.answer.sheet.columns.map(({ title }) => title) : answer.error.code;
};

describe("share links", () => {
  it("I21 only who may share what they see makes one", async () => {
    expect(await create(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
    await rule(["read"]);
    expect(await create(vik)).toMatchObject({ ok: false, error: { code: "not_found" } });
    await rule();
    expect(await create(vik)).toMatchObject({
      ok: true,
      value: { url: expect.stringMatching(/^http:\/\/localhost:3000\/s\/[\w-]{43}$/) },
    });
  });

  it("I21 off by default", async () => {
    world.close();
    world = await openWorld({ isSharingOn: false });
    vik = await world.signIn("vik");
    expect(await create(vik, { sheetId: PLAN })).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });

  it("I20 the token is 256 random bits, kept as a hash, and the password as argon2id", async () => {
    const link = await made(vik, { sheetId: PLAN, password: "correct horse" });
    const stored = JSON.stringify(world.database.open.$client.prepare("select * from links").all());
    expect(Buffer.from(link.token, "base64url")).toHaveLength(32);
    expect(stored).not.toContain(link.token);
    expect(stored).not.toContain("correct horse");
    expect(stored).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
  });

  it("shows what its maker sees, less what the link leaves out", async () => {
    await rule();
    const whole = await made(vik);
    const narrow = await made(vik, { columns: { mode: "only", ids: [PERSON] } });
    const except = await made(vik, { columns: { mode: "except", ids: [PERSON] } });
    expect(await titles(whole.token)).toEqual(["Person", "Department"]);
    expect(await titles(narrow.token)).toEqual(["Person"]);
    expect(await titles(except.token)).toEqual(["Department"]);
    const rows = await made(vik, {
      rows: { match: "all", conditions: [{ columnId: DEPARTMENT, operator: "EQUAL", value: "Finance" }] },
    });
    expect(await view(rows.token)).toMatchObject({ ok: true, value: { answer: { totalRowCount: 3 } } });
  });

  it("I13 a link cannot name a column its maker does not see", async () => {
    await rule();
    for (const over of [
      { columns: { mode: "only", ids: [SALARY] } },
      { columns: { mode: "except", ids: [SALARY] } },
      { rows: { match: "all", conditions: [{ columnId: CONTACT, operator: "IS_NOT_BLANK" }] } },
      { columns: { mode: "only", ids: ["1234567890123456"] } },
    ] as Partial<LinkInput>[])
      expect(await create(vik, over), JSON.stringify(over)).toMatchObject({
        ok: false,
        error: { code: "invalid_input" },
      });
  });

  it("I11 says neither whose right it uses nor what is hidden", async () => {
    await rule();
    const link = await made(vik);
    const answer = await view(link.token);
    if (!answer.ok) throw new Error(answer.error.code);
    const sent = JSON.stringify(toLinkView(answer.value.answer, answer.value.link));
    for (const secret of [HIDDEN, "olga@acme.test", "vik@acme.test", "R-1", SALARY])
      expect(sent).not.toContain(secret);
  });

  it("I21 dies with its maker's right, with its maker, and by itself; I23 all look alike", async () => {
    const shared = await rule();
    const byRule = await made(vik);
    const revoked = await made(vik, { sheetId: PLAN });
    const ended = await made(vik, { sheetId: PLAN, endsAt: "2026-11-24T10:00:00Z" });
    const disabled = await made(vik, { sheetId: PLAN });
    for (const { token } of [byRule, revoked, ended, disabled])
      expect(await view(token)).toMatchObject({ ok: true });

    await world.services.rules.end(shared.id, ada, world.context(ada));
    await world.services.links.revoke(revoked.id, vik, false, world.context(vik));
    world.wait(3600);
    const answers = [
      await view(byRule.token),
      await view(revoked.token),
      await view(ended.token),
      await view("A".repeat(43)),
      await view("nonsense"),
    ];
    await setUserEnabled(vik.userId, false);
    answers.push(await view(disabled.token));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(answers[0])]),
    );
    expect(answers[0]).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("I21 a maker whose own token died makes the link dead, and sees why", async () => {
    const link = await made(vik, { sheetId: PLAN });
    world.person("vik").tokens = [];
    world.wait(61);
    expect(await view(link.token)).toMatchObject({ ok: false });
    expect(await view(link.token)).toMatchObject({ ok: false, error: { code: "not_found" } });
    const [listed] = await world.services.links.list(vik, false);
    expect(listed?.trouble).toMatch(/Connect again/);
  });

  it("a password opens it for the browser that proved it", async () => {
    const link = await made(vik, { sheetId: PLAN, password: "correct horse" });
    expect(await view(link.token)).toMatchObject({ ok: false, error: { code: "password_required" } });
    expect(await world.services.links.unlock(link.token, "wrong horse", outside)).toMatchObject({
      ok: false,
      error: { code: "password_required" },
    });
    const unlocked = await world.services.links.unlock(link.token, "correct horse", outside);
    if (!unlocked.ok) throw new Error(unlocked.error.code);
    expect(await view(link.token, unlocked.value.key)).toMatchObject({ ok: true });
    const other = await made(vik, { sheetId: PLAN, password: "another horse" });
    expect(await view(other.token, unlocked.value.key)).toMatchObject({
      ok: false,
      error: { code: "password_required" },
    });
    world.wait(3601);
    expect(await view(link.token, unlocked.value.key)).toMatchObject({
      ok: false,
      error: { code: "password_required" },
    });
  });

  it("I23 T11 after ten wrong passwords the right one looks wrong too, from that network", async () => {
    const link = await made(vik, { sheetId: PLAN, password: "correct horse" });
    const wrong = await world.services.links.unlock(link.token, "wrong", outside);
    for (let n = 0; n < 10; n++) await world.services.links.unlock(link.token, "wrong", outside);
    expect(await world.services.links.unlock(link.token, "correct horse", outside)).toEqual(wrong);
    const elsewhere = { ...outside, network: "203.0.113.9" };
    expect(await world.services.links.unlock(link.token, "correct horse", elsewhere)).toMatchObject({
      ok: true,
    });
  });

  it("T11 guessing tokens is limited by network", async () => {
    for (let n = 0; n < 20; n++) await view(String(n).padStart(43, "A"));
    expect(await view("B".repeat(43))).toMatchObject({
      ok: false,
      error: { code: "rate_limited", retryAfterSeconds: expect.any(Number) },
    });
    expect(await view("B".repeat(43), undefined, "203.0.113.9")).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
  });

  it("I26 each opening is on record under the link", async () => {
    await rule();
    const link = await made(vik);
    await view(link.token);
    const events = await world.services.audit.list({ action: "link:view" }, 5);
    expect(events.map(({ decision, actor, rows }) => [decision, actor, rows])).toEqual([
      ["served", `link ${link.id}`, 6],
      ["allowed", `link ${link.id}`, null],
    ]);
  });

  it("only its maker or an administrator revokes it", async () => {
    const link = await made(vik, { sheetId: PLAN });
    const wanda = await world.signIn("wanda");
    expect(await world.services.links.revoke(link.id, wanda, false, world.context(wanda))).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
    expect(await world.services.links.revoke(link.id, ada, true, world.context(ada))).toMatchObject({
      ok: true,
    });
    expect(await view(link.token)).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("I22 a link whose record cannot be written is not made", async () => {
    world.database.open.$client.exec(
      "create trigger full before insert on audit_events when new.action = 'link:create' begin select raise(abort, 'disk full'); end",
    );
    await expect(create(vik, { sheetId: PLAN, password: "correct horse" })).rejects.toThrow(/disk full/);
    expect(await world.services.links.list(vik, false)).toEqual([]);
  });
});
