import { afterEach, describe, expect, it, vi } from "vitest";
import { PAYROLL, PERSON, payrollRule } from "@/scripts/testing/world";
import { type LiveWorld, openLiveWorld } from "./live-world.test-helper";

let at: LiveWorld;
afterEach(() => at.close());

const fill = (text: string) =>
  at.edit((rows) => rows.map((row) => ({ ...row, cells: { ...row.cells, [PERSON]: { value: text } } })));
const served = async () =>
  (await at.world.services.audit.list({ sheetId: PAYROLL }, 200)).filter(
    ({ decision }) => decision === "served",
  ).length;

describe("T19 open pages have limits", () => {
  it("of one person five; one more closes the oldest, without a word", async () => {
    at = await openLiveWorld();
    await at.rule();
    const tag = await at.read(at.vik);
    const pages = [];
    for (let n = 0; n < 6; n++) pages.push(await at.open(at.vik, { tag }));
    expect(pages.map(({ state }) => state)).toEqual(["ended", "open", "open", "open", "open", "open"]);
    expect(pages[0]?.names()).toEqual(["hello"]);
    expect(at.live.openCount()).toBe(5);
  });

  it("of one person leave others alone", async () => {
    at = await openLiveWorld({ limits: { perPerson: 1, inAll: 10 } });
    await at.rule();
    const wanda = await at.world.signIn("wanda");
    await at.world.services.rules.create(
      payrollRule({ principal: { type: "user", email: "wanda@acme.test" } }),
      at.ada,
      at.world.context(at.ada),
    );
    const pages = [await at.open(at.vik), await at.open(wanda)];
    expect(pages.map(({ state }) => state)).toEqual(["open", "open"]);
  });

  it("of all: the next one is asked to come back, before the stream starts", async () => {
    at = await openLiveWorld({ limits: { perPerson: 5, inAll: 2 } });
    await at.rule();
    const tag = await at.read(at.vik);
    const [first] = [await at.open(at.vik, { tag }), await at.open(at.vik, { tag })];
    const opening = {
      ...{ viewer: at.vik, tokenHash: "", sheetId: PAYROLL, tag, context: at.world.context(at.vik) },
      signal: new AbortController().signal,
    };
    const refused = await at.live.open(opening);
    expect(refused).toMatchObject({ ok: false, error: { code: "upstream_busy", retryAfterSeconds: 30 } });
    first?.leave();
    expect((await at.live.open(opening)).ok).toBe(true);
  });

  it("T01 who may not read it gets an error and no stream, and leaves nothing running", async () => {
    at = await openLiveWorld();
    for (const sheetId of [PAYROLL, "1", "../x", "9".repeat(40)]) {
      const refused = await at.live.open({
        ...{ viewer: at.vik, tokenHash: "", sheetId, tag: "t", context: at.world.context(at.vik) },
        signal: new AbortController().signal,
      });
      expect(refused).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
    expect(at.live.openCount()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("a request that ended before it was answered leaves nothing running", async () => {
    at = await openLiveWorld();
    await at.rule();
    const opened = await at.live.open({
      ...{ viewer: at.vik, tokenHash: "", sheetId: PAYROLL, tag: "t", context: at.world.context(at.vik) },
      signal: AbortSignal.abort(),
    });
    expect(opened.ok).toBe(true);
    expect(at.live.openCount()).toBe(0);
  });

  it("a server that stops closes all", async () => {
    at = await openLiveWorld();
    await at.rule();
    const pages = [await at.open(at.vik), await at.open(at.vik)];
    at.live.closeAll();
    await at.pass(0.25);
    expect(pages.map(({ state }) => state)).toEqual(["ended", "ended"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a slow reader", () => {
  it("misses changes instead of piling them up, and then gets one from what it was sent last", async () => {
    at = await openLiveWorld();
    await at.rule();
    const page = await at.open(at.vik, { isUnread: true });
    fill("x".repeat(20_000));
    await at.pass(16);
    const before = await served();
    for (const text of ["one", "two", "three"]) {
      fill(text);
      await at.pass(16);
    }
    expect(await served()).toBe(before);
    page.take();
    await at.pass(16);
    const changes = page.told.flatMap((one) => (one.name === "change" ? [one.data] : []));
    expect(changes).toHaveLength(2);
    expect(changes[1]?.from).toBe(changes[0]?.tag);
    expect(changes[1]?.rows[0]?.cells[PERSON]).toEqual({ value: "three" });
  });

  it("T04 gets nothing that waited, once its right ended", async () => {
    at = await openLiveWorld();
    const rule = await at.rule();
    const page = await at.open(at.vik, { isUnread: true });
    fill("x".repeat(20_000));
    await at.pass(16);
    await at.world.services.rules.end(rule, at.ada, at.world.context(at.ada));
    await at.pass(1);
    expect(at.live.openCount()).toBe(0);
    page.take();
    await at.pass(0.25);
    expect(page.wire()).toBe("");
    expect(page.state).toBe("broken");
  });
});

describe("a quiet page", () => {
  it("gives a sign of life at least every 25 s", async () => {
    at = await openLiveWorld({ freshSeconds: 600 });
    await at.rule();
    const page = await at.open(at.vik);
    await at.pass(101);
    expect(page.names()).toEqual(["hello"]);
    expect(page.comments()).toBe(5);
  });

  it("T04 looks after rights all the same", async () => {
    at = await openLiveWorld({ freshSeconds: 600 });
    await at.rule({ endsAt: "2026-11-24T09:01:00Z" });
    const page = await at.open(at.vik);
    await at.pass(59.75);
    expect(page.state).toBe("open");
    await at.pass(0.5);
    expect(page.names()).toEqual(["hello", "gone"]);
  });
});
