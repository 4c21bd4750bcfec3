import { describe, expect, it } from "vitest";
import { acme } from "./acme";
import { expandRows } from "./generators";

interface Task {
  depth: number;
  start: number;
  finish: number;
  days: number;
  isMilestone: boolean;
  predecessors: { task: number; type: string; lag: number }[];
  complete: number;
  baselineFinish: number;
  variance: number;
}

const MONDAY = Date.parse("2026-10-12T00:00:00Z");

/** Working days since the project's first Monday; a Saturday or Sunday is none. */
function workingDay(moment: unknown): number {
  const days = Math.floor((Date.parse(`${String(moment).slice(0, 10)}T00:00:00Z`) - MONDAY) / 86_400_000);
  expect(days % 7, `${moment} is a working day`).toBeLessThan(5);
  return Math.floor(days / 7) * 5 + (days % 7);
}

function tasks(): Task[] {
  const sheet = acme.sheets.find(({ key }) => key === "depot-move");
  if (!sheet) throw new Error("acme has no project plan");
  const place = new Map(sheet.columns.map(({ title }, index) => [title, index]));
  return expandRows(sheet).map(({ depth = 0, cells }) => {
    const at = (title: string) => cells[place.get(title) ?? -1];
    return {
      depth,
      start: workingDay(at("Start")),
      finish: workingDay(at("Finish")),
      days: Number.parseInt(String(at("Duration")), 10),
      isMilestone: at("Duration") === "0d",
      predecessors: String(at("Predecessors") ?? "")
        .split(", ")
        .filter(Boolean)
        .map((text) => {
          const [, task, type = "FS", sign = "", lag = "0"] =
            /^(\d+)(FS|SS|FF|SF)?(?: ([+-])(\d+)d)?$/.exec(text) ?? [];
          return { task: Number(task), type, lag: Number(`${sign}${lag}`) };
        }),
      complete: Number(at("% Complete")),
      baselineFinish: workingDay(at("Baseline finish")),
      variance: Number.parseInt(String(at("Variance")), 10),
    };
  });
}

describe("the project plan", () => {
  const plan = tasks();

  it("has durations that fit its dates", () => {
    for (const { start, finish, days, isMilestone } of plan) {
      expect(days).toBe(isMilestone ? 0 : finish - start + 1);
      if (isMilestone) expect(start).toBe(finish);
    }
  });

  it("has no task before its predecessors allow, by each of the four kinds", () => {
    const kinds = new Set<string>();
    for (const { start, finish, isMilestone, predecessors } of plan)
      for (const { task, type, lag } of predecessors) {
        const before = plan[task - 1];
        if (!before) throw new Error(`there is no row ${task}`);
        kinds.add(type);
        // Milestones take no day: they stand at the end of the day before.
        if (type === "FS")
          expect(isMilestone ? finish : start - 1).toBeGreaterThanOrEqual(before.finish + lag);
        if (type === "SS") expect(start).toBeGreaterThanOrEqual(before.start + lag);
        if (type === "FF") expect(finish).toBeGreaterThanOrEqual(before.finish + lag);
        if (type === "SF") expect(finish + 1).toBeGreaterThanOrEqual(before.start + lag);
      }
    expect([...kinds].sort()).toEqual(["FF", "FS", "SF", "SS"]);
  });

  it("has parents that span their tasks and stand no further than these", () => {
    plan.forEach((parent, place) => {
      const end = plan.findIndex(({ depth }, other) => other > place && depth <= parent.depth);
      const below = plan.slice(place + 1, end === -1 ? undefined : end);
      if (below.length === 0) return;
      expect(parent.start).toBe(Math.min(...below.map(({ start }) => start)));
      expect(parent.finish).toBe(Math.max(...below.map(({ finish }) => finish)));
      expect(parent.complete).toBeLessThanOrEqual(Math.max(...below.map(({ complete }) => complete)));
    });
  });

  it("knows how far it is behind its baseline", () => {
    for (const { finish, baselineFinish, variance } of plan) expect(variance).toBe(finish - baselineFinish);
    expect(plan[0]?.variance).toBeGreaterThan(0);
  });
});
