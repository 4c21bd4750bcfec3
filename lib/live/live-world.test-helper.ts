import { setImmediate } from "node:timers/promises";
import { expect, vi } from "vitest";
import { insertSession } from "@/db/queries/people";
import { hashToken, newSessionToken } from "@/lib/auth/cookies";
import type { Viewer } from "@/lib/auth/principal";
import { createDelegatedReader } from "@/lib/connections/delegated-reader";
import type { RuleInput } from "@/lib/rules/schema";
import { Secret } from "@/lib/secret";
import { createLookAtSheet, createReadSheet } from "@/lib/sheets/read-sheet";
import { upstreamError } from "@/lib/smartsheet/errors";
import { createSheetCopies } from "@/lib/snapshots/copies";
import { MemoryStore } from "@/lib/snapshots/memory-store";
import { openWorld, PAYROLL, payrollRule, type World } from "@/scripts/testing/world";
import type { HubLimits } from "./hub";
import type { LookAt } from "./look";
import { type Page, pageOf } from "./page.test-helper";
import { createLiveService, type LiveService } from "./service";

/** Live pages over the real reads, rules, records and copies, with Smartsheet in memory and the time in hand. */
export interface LiveWorld {
  world: World;
  live: LiveService;
  ada: Viewer;
  vik: Viewer;
  /** What a page does first: reads the sheet, which tells its tag. */
  read(viewer: Viewer, sheetId?: string): Promise<string>;
  /** Opens a page of its own sign-in. Without a tag it shows what stands now. */
  open(viewer: Viewer, options?: { tag?: string; sheetId?: string; isUnread?: boolean }): Promise<Page>;
  rule(over?: Partial<Extract<RuleInput, { effect: "permit" }>>): Promise<string>;
  /** Somebody works in Smartsheet. */
  edit(change: (rows: Rows) => Rows, sheetId?: string): void;
  /** Smartsheet answers nothing but errors, until it is mended. */
  breakSmartsheet(): void;
  mendSmartsheet(): Promise<void>;
  pass(seconds: number): Promise<void>;
  /** From now on looks wait for this. */
  hold(gate: Promise<unknown> | null): void;
  /** Sets the wall clock alone. */
  setBack(seconds: number): void;
  close(): void;
}
type Rows = World["smart"]["sheets"][number]["sheet"]["rows"];

export async function openLiveWorld(
  options: { limits?: HubLimits; freshSeconds?: number } = {},
): Promise<LiveWorld> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  const world = await openWorld();
  const [ada, vik] = [await world.signIn("ada"), await world.signIn("vik")];
  if (options.freshSeconds !== undefined)
    for (const { id, settings } of await world.services.connections.list())
      await world.services.connections.saveSettings(
        id,
        { ...settings, freshSeconds: options.freshSeconds },
        world.context(ada),
      );
  let elapsedMs = 0;
  let gate: Promise<unknown> | null = null;
  const { services } = world;
  const { clock } = services;
  const monotonicMs = () => elapsedMs;
  const copies = createSheetCopies({ memory: new MemoryStore(1e8), disk: null, clock, monotonicMs });
  const port = () => services.smartsheet;
  const reader = createDelegatedReader({ ...services, smartsheet: port, copies });
  const parts = { ...services, reader, monotonicMs };
  const readSheet = createReadSheet(parts);
  const lookAt = createLookAtSheet(parts, "page");
  const look: LookAt = async (request) => {
    await gate;
    return lookAt(request);
  };
  const live = createLiveService({ look, readSheet, clock, monotonicMs, limits: options.limits });

  const readOf = (viewer: Viewer, sheetId: string) =>
    readSheet({
      ...world.context(viewer),
      ...{ userId: viewer.userId, sheetId: sheetId as typeof PAYROLL, action: "read" },
      ...{ freshSeconds: null, window: { page: 1, pageSize: 100 } },
    });

  async function read(viewer: Viewer, sheetId: string = PAYROLL): Promise<string> {
    const answer = await readOf(viewer, sheetId);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.tag;
  }

  return {
    world,
    live,
    ada,
    vik,
    read,
    async open(viewer, { tag, sheetId = PAYROLL, isUnread = false } = {}) {
      const shown = tag ?? (await read(viewer, sheetId));
      const { tokenHash, sessionId } = await signInAgain(world, viewer);
      const leaving = new AbortController();
      const opened = await live.open({
        ...{ viewer, tokenHash, sheetId, tag: shown, context: world.context(viewer) },
        signal: leaving.signal,
      });
      if (!opened.ok) throw new Error(opened.error.code);
      const page = pageOf(opened.value, sessionId, () => leaving.abort());
      if (!isUnread) page.take();
      await settle();
      return page;
    },
    async rule(over = {}) {
      const made = await services.rules.create(payrollRule(over), ada, world.context(ada));
      if (!made.ok) throw new Error(made.error.message);
      return made.value.id;
    },
    edit(change, sheetId = PAYROLL) {
      const found = world.smart.sheets.find(({ sheet }) => sheet.id === sheetId);
      if (!found) throw new Error("There is no such sheet.");
      const { sheet } = found;
      found.sheet = { ...sheet, version: sheet.version + 1, rows: change(sheet.rows) };
    },
    breakSmartsheet() {
      world.smartsheet.failNext(...Array.from({ length: 200 }, () => upstreamError("unavailable")));
    },
    async mendSmartsheet() {
      const stranger = { lane: "own", token: new Secret("no token of anybody") } as const;
      for (;;) {
        const answer = await world.smartsheet.getProfile(stranger);
        if (answer.ok || answer.error.code !== "unavailable") return;
      }
    },
    async pass(seconds) {
      for (let step = 0; step < seconds * 4; step++) {
        elapsedMs += 250;
        world.wait(0.25);
        await vi.advanceTimersByTimeAsync(250);
        await settle();
      }
    },
    hold(next) {
      gate = next;
    },
    setBack: (seconds) => world.wait(-seconds),
    close() {
      live.closeAll();
      expect(vi.getTimerCount()).toBe(0);
      vi.useRealTimers();
      world.close();
    },
  };
}

async function signInAgain({ services }: World, { userId }: Viewer) {
  const tokenHash = hashToken(newSessionToken());
  const at = services.clock.now();
  const sessionId = `sign-in ${tokenHash.slice(0, 12)}`;
  const expiresAt = new Date(at.getTime() + 7 * 86_400_000).toISOString();
  const seen = { userAgent: null, network: null };
  await insertSession({ id: sessionId, tokenHash, userId, at: at.toISOString(), expiresAt, ...seen });
  return { tokenHash, sessionId };
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await setImmediate();
}
