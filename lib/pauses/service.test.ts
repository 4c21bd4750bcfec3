import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/principal";
import { openSheet } from "@/lib/sheets/open-sheet";
import { openWorld, PAYROLL, PLAN, payrollRule, type World } from "@/scripts/testing/world";
import { DELEGATION_PAUSED, isDelegationPaused } from "./paused-message";
import { type PauseTarget, pauseInput, pauseQuery } from "./schema";

let world: World;
let ada: Viewer;
let vik: Viewer;

beforeEach(async () => {
  world = await openWorld();
  ada = await world.signIn("ada");
  vik = await world.signIn("vik");
  const made = await world.services.rules.create(
    payrollRule({ actions: ["read", "share"] }),
    ada,
    world.context(ada),
  );
  if (!made.ok) throw new Error(made.error.message);
});
afterEach(() => world.close());

const window = { page: 1, pageSize: 100 };
const outside = { requestId: "request-2", network: "198.51.100.7" };
const pause = (what: PauseTarget, reason = "Looking into it") =>
  world.services.pauses.pause(what, reason, ada, world.context(ada));
const lift = (what: PauseTarget) => world.services.pauses.lift(what, ada, world.context(ada));

/** "ok", or the code of what was answered. A copy kept from before is good enough, as on any page. */
async function read(sheetId: string = PAYROLL) {
  const answer = await openSheet(world.services, vik, sheetId, "read", world.context(vik), { window });
  return answer.ok ? "ok" : answer.error.code;
}

async function makeLink(sheetId = PAYROLL) {
  const input = { sheetId, columns: { mode: "all" as const }, rows: null, endsAt: "2026-12-24T00:00:00Z" };
  const made = await world.services.links.create(input, vik, world.context(vik));
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

async function viewLink(token: string) {
  const view = await world.services.links.view(token, () => undefined, window, outside);
  return view.ok ? "ok" : view.error.code;
}

async function connection() {
  const [first] = await world.services.connections.list();
  if (!first) throw new Error("There is no connection.");
  return first.id;
}

describe("a pause", () => {
  it.each<[string, () => Promise<PauseTarget> | PauseTarget, string]>([
    ["a person", () => ({ kind: "person", target: vik.userId }), "not_found"],
    ["whose access is used", () => ({ kind: "assumed", target: "olga@acme.test" }), "not_found"],
    ["a sheet", () => ({ kind: "sheet", target: PAYROLL }), "not_found"],
    ["a rule", () => ({ kind: "rule", target: "R-1" }), "not_found"],
    ["a connection", async () => ({ kind: "connection", target: await connection() }), "not_found"],
    ["everything", () => ({ kind: "all", target: "" }), "delegation_off"],
  ])("T04 of %s stops the next read though a copy is at hand; lifting restores it", async (_, of, code) => {
    const what = await of();
    expect(await read()).toBe("ok");
    expect(await pause(what)).toMatchObject({ ok: true });
    const asked = world.smartsheet.calls.filter(({ lane }) => lane === "admin").length;
    expect(await read()).toBe(code);
    expect(world.smartsheet.calls.filter(({ lane }) => lane === "admin")).toHaveLength(asked);
    expect(await lift(what)).toMatchObject({ ok: true });
    expect(await read()).toBe("ok");
  });

  it.each<[string, () => Promise<PauseTarget> | PauseTarget]>([
    ["another person", () => ({ kind: "person", target: ada.userId })],
    ["another assumed user", () => ({ kind: "assumed", target: "wanda@acme.test" })],
    ["another sheet", () => ({ kind: "sheet", target: PLAN })],
    ["another rule", () => ({ kind: "rule", target: "R-11" })],
    ["another connection", () => ({ kind: "connection", target: "C-other" })],
    ["another kind under the same id", async () => ({ kind: "link", target: await connection() })],
  ])("of %s stops nothing here", async (_, of) => {
    const wanda = await world.signIn("wanda");
    const what = await of();
    const paused = await world.services.pauses.pause(what, "Elsewhere", wanda, world.context(wanda));
    expect(paused).toMatchObject({ ok: true });
    expect(await read()).toBe("ok");
  });

  it("leaves own access alone, unless it is of the person", async () => {
    for (const what of [
      { kind: "all", target: "" },
      { kind: "sheet", target: PLAN },
    ] as const) {
      await pause(what);
      expect(await read(PLAN), what.kind).toBe("ok");
    }
    await pause({ kind: "person", target: vik.userId });
    expect(await read(PLAN)).toBe("not_found");
  });

  it("I06 of everything says so of any sheet, known or not", async () => {
    await pause({ kind: "all", target: "" });
    for (const sheetId of [PAYROLL, "4444444444444444"]) {
      const answer = await openSheet(world.services, vik, sheetId, "read", world.context(vik), { window });
      expect(answer).toMatchObject({ ok: false, error: { message: DELEGATION_PAUSED } });
      expect(!answer.ok && isDelegationPaused(answer.error)).toBe(true);
    }
  });

  it("takes delegated sheets out of the list until it is lifted", async () => {
    const listed = async () => {
      const list = await world.services.sheetList.list(vik, world.context(vik));
      return list.ok ? list.value.sheets.map(({ name }) => name) : list.error.code;
    };
    expect(await listed()).toEqual(["Launch plan", "Payroll 2026"]);
    for (const what of [
      { kind: "all", target: "" },
      { kind: "rule", target: "R-1" },
      { kind: "sheet", target: PAYROLL },
    ] as const) {
      await pause(what);
      expect(await listed(), what.kind).toEqual(["Launch plan"]);
      await lift(what);
    }
    expect(await listed()).toEqual(["Launch plan", "Payroll 2026"]);
  });
});

describe("a paused person", () => {
  it("T10 is signed out, may not sign in, and is let in again when it is lifted", async () => {
    const what = { kind: "person", target: vik.userId } as const;
    await pause(what);
    expect(await world.services.sessions.isDisabled(vik.userId)).toBe(true);
    await lift(what);
    expect(await world.services.sessions.isDisabled(vik.userId)).toBe(false);
  });

  it("I21 I23 has dead links, which look as if they were none", async () => {
    const byRule = await makeLink();
    const byOwn = await makeLink(PLAN);
    expect(await viewLink(byRule.token)).toBe("ok");
    const what = { kind: "person", target: vik.userId } as const;
    await pause(what);
    expect(await viewLink(byRule.token)).toBe("not_found");
    expect(await viewLink(byOwn.token)).toBe("not_found");
    await lift(what);
    expect(await viewLink(byRule.token)).toBe("ok");
    expect(await viewLink(byOwn.token)).toBe("ok");
  });

  it("is not oneself, and is somebody who signed in", async () => {
    expect(await pause({ kind: "person", target: ada.userId })).toMatchObject({
      ok: false,
      error: { code: "invalid_input", field: "what", message: expect.stringContaining("yourself") },
    });
    expect(await pause({ kind: "person", target: "9999" })).toMatchObject({
      ok: false,
      error: { code: "invalid_input", field: "what" },
    });
    expect(await world.services.pauses.list()).toEqual([]);
    expect(await world.services.sessions.isDisabled(ada.userId)).toBe(false);
  });
});

describe("a paused link", () => {
  it("I23 looks as if it were none, to its reader alone", async () => {
    const paused = await makeLink();
    const other = await makeLink();
    const what = { kind: "link", target: paused.id } as const;
    await pause(what);
    expect(await viewLink(paused.token)).toBe("not_found");
    expect(await viewLink(other.token)).toBe("ok");
    expect(await read()).toBe("ok");
    const [troubled] = (await world.services.links.list(vik, false)).filter(({ id }) => id === paused.id);
    expect(troubled?.trouble).toMatch(/paused/);
    await lift(what);
    expect(await viewLink(paused.token)).toBe("ok");
  });

  it("of a paused sheet does not open either, whoever made it by what right", async () => {
    const byOwn = await makeLink(PLAN);
    await pause({ kind: "sheet", target: PLAN });
    expect(await viewLink(byOwn.token)).not.toBe("ok");
  });
});

describe("the record of pauses", () => {
  const events = async () =>
    (await world.services.audit.list({}, 50))
      .filter(({ action }) => action.startsWith("pause:"))
      .map(({ actor, action, decision, target, sheetId, reason }) => [
        actor,
        action,
        decision,
        target,
        sheetId,
        reason,
      ]);

  it("I26 names who paused what and why, and who lifted it", async () => {
    const what = { kind: "sheet", target: PAYROLL } as const;
    await pause(what, "Wrong column open");
    await lift(what);
    expect(await events()).toEqual([
      ["ada@acme.test", "pause:lift", "done", `sheet ${PAYROLL}`, PAYROLL, null],
      ["ada@acme.test", "pause:set", "done", `sheet ${PAYROLL}`, PAYROLL, "Wrong column open"],
    ]);
  });

  it("has nothing of what changed nothing, and the first reason stays", async () => {
    const what = { kind: "rule", target: "R-1" } as const;
    await pause(what, "First");
    await pause(what, "Second");
    expect((await world.services.pauses.list()).map(({ reason }) => reason)).toEqual(["First"]);
    await lift(what);
    await lift(what);
    expect((await events()).map(([, action]) => action)).toEqual(["pause:lift", "pause:set"]);
  });

  it("I22 a pause whose record cannot be written is none", async () => {
    world.database.open.$client.exec(
      "create trigger full before insert on audit_events when new.action = 'pause:set' begin select raise(abort, 'disk full'); end",
    );
    await expect(pause({ kind: "person", target: vik.userId })).rejects.toThrow(/disk full/);
    expect(await world.services.pauses.list()).toEqual([]);
    expect(await world.services.sessions.isDisabled(vik.userId)).toBe(false);
  });

  it("lists the newest first, with names as far as they are known", async () => {
    await read();
    await pause({ kind: "sheet", target: PAYROLL });
    world.wait(60);
    await pause({ kind: "person", target: vik.userId });
    world.wait(60);
    await pause({ kind: "all", target: "" });
    expect((await world.services.pauses.list()).map(({ kind, name }) => [kind, name])).toEqual([
      ["all", "All delegated reading"],
      ["person", "Vik Viewer"],
      ["sheet", "Payroll 2026"],
    ]);
  });
});

describe("what is asked to be paused", () => {
  const parse = (what: unknown) => pauseInput.safeParse({ what, reason: "Why" }).success;

  it("fits its kind, in one spelling", () => {
    expect(
      pauseInput.parse({ what: { kind: "assumed", target: "Olga@ACME.test" }, reason: " Why " }),
    ).toEqual({ what: { kind: "assumed", target: "olga@acme.test" }, reason: "Why" });
    for (const what of [
      { kind: "person", target: "vik@acme.test" },
      { kind: "sheet", target: "Payroll" },
      { kind: "rule", target: "1" },
      { kind: "link", target: "../x" },
      { kind: "all", target: "sheet" },
      { kind: "app", target: "" },
      { kind: "sheet", target: "5", more: true },
    ])
      expect(parse(what), JSON.stringify(what)).toBe(false);
    expect(pauseInput.safeParse({ what: { kind: "all", target: "" }, reason: " " }).success).toBe(false);
  });

  it("needs no target in an address for everything", () => {
    expect(pauseQuery.parse({ kind: "all" })).toEqual({ kind: "all", target: "" });
    expect(pauseQuery.safeParse({ kind: "sheet" }).success).toBe(false);
    expect(pauseQuery.parse({ kind: "rule", target: "R-1" })).toEqual({ kind: "rule", target: "R-1" });
  });
});
