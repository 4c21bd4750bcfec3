import { describe, expect, it } from "vitest";
import { Clockwork } from "../clockwork.test-helper";
import { Sandbox } from "../sandbox";
import { acme } from "../scenarios/acme";
import type { Change } from "../store/changes";
import { atLeast } from "../store/store";
import { Heartbeat, type HeartbeatOptions, SPARED } from "./heartbeat";

function world() {
  let now = Date.parse("2026-11-24T09:00:00Z");
  const sandbox = new Sandbox({
    scenario: acme,
    scenarioName: "acme",
    client: { id: "client", secret: "secret", redirects: [] },
    rate: 0,
    switches: {},
    faults: { seed: 1, faults: [] },
    clock: () => {
      now += 1_000;
      return now;
    },
  });
  const changes: Change[] = [];
  sandbox.changes.listen((change) => changes.push(change));
  return { sandbox, changes };
}

function beats(count: number, options: HeartbeatOptions = {}) {
  const { sandbox, changes } = world();
  const heartbeat = new Heartbeat(sandbox, options);
  const sentences = Array.from({ length: count }, () => heartbeat.beat());
  return { sandbox, changes, heartbeat, sentences };
}

describe("a beat", () => {
  it("is the same for the same seed, and another for another", () => {
    const first = beats(60, { seed: 7 }).sentences;
    expect(beats(60, { seed: 7 }).sentences).toEqual(first);
    expect(beats(60, { seed: 8 }).sentences).not.toEqual(first);
  });

  it("changes exactly one sheet, raises its version and says what it did", () => {
    const { sandbox } = world();
    const heartbeat = new Heartbeat(sandbox, { people: false });
    for (let beat = 0; beat < 100; beat += 1) {
      const before = sandbox.store.sheets.map(({ version }) => version);
      const sentence = heartbeat.beat();
      const changed = sandbox.store.sheets.filter(({ version }, place) => version !== before[place]);
      expect(changed).toHaveLength(1);
      expect(sentence).toContain(changed[0]?.name);
    }
  });

  it("is made by somebody at work who has the right to it", () => {
    const { sandbox, changes } = world();
    const heartbeat = new Heartbeat(sandbox);
    for (let beat = 0; beat < 300; beat += 1) {
      changes.length = 0;
      heartbeat.beat();
      for (const { by, sheet, events } of changes) {
        const isTalk = events.every(({ objectType }) => /discussion|comment/.test(objectType));
        const level = sandbox.store.accessLevel(by, sheet);
        expect(by.active).toBe(true);
        expect(level && atLeast(level, isTalk ? "COMMENTER" : "EDITOR")).toBe(true);
      }
    }
  });

  it("is of many kinds", () => {
    const { sentences } = beats(2_000);
    const kinds = [
      /^.+ set .+ of row \d+ in .+ to .+$/,
      /^.+ finished row \d+ in .+: .+$/,
      /^.+ added row \d+ to .+: .+$/,
      /^.+ commented on row \d+ in .+: .+$/,
      /^.+ answered on row \d+ in .+: .+$/,
      /^.+ deactivated .+, who left the company$/,
      /^.+ made .+, who owns .+, a System Admin$/,
    ];
    for (const kind of kinds)
      expect(sentences.filter((sentence) => kind.test(sentence ?? ""))).not.toEqual([]);
    expect(sentences.filter((sentence) => !kinds.some((kind) => kind.test(sentence ?? "")))).toEqual([]);
  });

  it("writes values the column takes, and keeps the former one in the history", () => {
    const { changes } = beats(300, { people: false });
    for (const { sheet, by, events } of changes)
      for (const { objectType, eventType, rowId, columnId } of events) {
        if (objectType !== "cell" || eventType !== "updated") continue;
        const row = rowId === undefined ? undefined : sheet.row(rowId);
        const column = columnId === undefined ? undefined : sheet.column(columnId);
        if (!row || !column) throw new Error("the change names a cell");
        if (column.options) expect(column.options).toContain(row.cells.get(column.id)?.value);
        expect(column.locked ?? false).toBe(false);
        const history = sheet.cellHistory(row, column);
        expect(history.length).toBeGreaterThan(1);
        expect(history.some((entry) => entry.by === by)).toBe(true);
      }
  });

  it("leaves huge and test sheets alone", () => {
    const { changes } = beats(400);
    const touched = new Set(changes.map(({ sheet }) => sheet.name));
    for (const name of [
      "Flights, on-time data",
      "Site survey 2026",
      "Every format",
      "Strange text",
      "Long id",
    ])
      expect(touched).not.toContain(name);
    expect(touched).toContain("Launch plan");
  });

  it("shows in the event log as done in the browser", () => {
    const { sandbox, changes } = beats(5, { people: false });
    const logged = sandbox.events.after(0);
    expect(logged.length).toBe(changes.length);
    expect(logged.map(({ by, source }) => [by, source])).toEqual(changes.map(({ by }) => [by, "WEB_APP"]));
  });
});

describe("people", () => {
  const state = ({ sandbox }: ReturnType<typeof world>) =>
    sandbox.store.people.map(({ email, admin, active }) => ({ email, admin, active }));

  it("leave and rise rarely, those the demo is about never", () => {
    const before = state(world());
    const { sandbox, changes, sentences } = beats(2_000);
    const after = state({ sandbox, changes });
    const changed = before.filter(
      ({ email }, place) => after[place]?.email === email && !same(before[place], after[place]),
    );
    expect(changed.length).toBeGreaterThan(1);
    for (const email of SPARED) expect(changed.map((person) => person.email)).not.toContain(email);
    const about = sentences.filter((sentence) => /deactivated|System Admin/.test(sentence ?? ""));
    expect(about.length).toBe(changed.length);
    expect(about.length).toBeLessThan(20);
  });

  it("leave enough of each other to go on with", () => {
    const { sandbox } = beats(6_000);
    const members = sandbox.store.people.filter(({ planKey }) => planKey === "acme");
    expect(members.filter(({ active }) => active).length).toBeGreaterThanOrEqual(members.length * 0.6);
    expect(members.filter(({ admin }) => admin).length).toBeLessThanOrEqual(4);
  });

  it("stay and remain what they are when switched off", () => {
    const { sandbox, changes } = beats(1_000, { people: false });
    expect(state({ sandbox, changes })).toEqual(state(world()));
  });

  it("who are spared can be named", () => {
    const everyone = acme.people.map(({ email }) => email);
    const { sandbox, changes } = beats(1_000, { spared: everyone });
    expect(state({ sandbox, changes })).toEqual(state(world()));
  });

  it("who leave are told of in the event log", () => {
    const { sandbox, sentences } = beats(2_000);
    const told = sandbox.events.after(0).filter(({ action }) => action === "UPDATE_USER");
    expect(told.length).toBe(
      sentences.filter((sentence) => /deactivated|System Admin/.test(sentence ?? "")).length,
    );
    expect(told[0]).toMatchObject({ objectType: "USER", by: { admin: true }, planKey: "acme" });
  });

  function same(one: object | undefined, other: object | undefined): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
  }
});

describe("the heart", () => {
  it("keeps its last two hundred beats in plain sentences", () => {
    const { heartbeat, sentences } = beats(230);
    expect(heartbeat.log).toEqual(sentences.slice(-200));
  });

  it("beats in its time once started, until it is stopped", () => {
    const clockwork = new Clockwork();
    const heartbeat = new Heartbeat(world().sandbox, { everyMs: 5_000, scheduler: clockwork });
    expect(clockwork.waiting).toEqual([]);
    heartbeat.start();
    heartbeat.start();
    expect(clockwork.waiting.map(({ ms }) => ms)).toEqual([5_000]);
    clockwork.next();
    clockwork.next();
    expect(heartbeat.log).toHaveLength(2);
    heartbeat.every = 1_000;
    expect(clockwork.waiting.map(({ ms }) => ms)).toEqual([1_000]);
    heartbeat.stop();
    expect(clockwork.waiting).toEqual([]);
    expect(heartbeat.isRunning).toBe(false);
  });

  it("starts anew when reset", () => {
    const { sandbox } = world();
    const heartbeat = new Heartbeat(sandbox, { seed: 3 });
    const first = [heartbeat.beat(), heartbeat.beat(), heartbeat.beat()];
    sandbox.reset();
    heartbeat.reset();
    expect([heartbeat.beat(), heartbeat.beat(), heartbeat.beat()]).toEqual(first);
  });

  it("has nothing to do where nobody works", () => {
    const { sandbox } = world();
    sandbox.store.sheets = [];
    expect(new Heartbeat(sandbox, { people: false }).beat()).toBeNull();
  });
});
