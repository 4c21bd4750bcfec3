import { describe, expect, it } from "vitest";
import { PAUSE_KINDS, type PauseAnswer } from "@/lib/pauses/schema";
import { liftWords, type PauseTargets, pauseLines, pauseOf, pauseWords } from "./pause-words";

const pause = (over: Partial<PauseAnswer>): PauseAnswer => ({
  kind: "sheet",
  target: "5",
  name: "5",
  reason: "Looking into it",
  pausedBy: "Ada@acme.test",
  pausedAt: "2026-11-24T09:00:00Z",
  ...over,
});
const targets: PauseTargets = {
  person: [{ id: "7", label: "Vik Viewer", secondary: "vik@acme.test" }],
  assumed: [],
  sheet: [{ id: "5", label: "Payroll 2026" }],
  rule: [{ id: "R-1", label: "R-1", secondary: "Vik Viewer reads Payroll 2026 as Olga Owner" }],
  link: [],
  connection: [],
};
const lineOf = (over: Partial<PauseAnswer>) =>
  pauseLines([pause(over)], targets, { "ada@acme.test": "Ada Admin" })[0];

describe("pauses in words", () => {
  it("names what is paused as the picker does, and who paused it", () => {
    expect(lineOf({})).toMatchObject({ title: "Payroll 2026", secondary: "Sheet", by: "Ada Admin" });
    expect(lineOf({ kind: "person", target: "7", name: "Vik Viewer" })).toMatchObject({
      title: "Vik Viewer",
      secondary: "Person · vik@acme.test",
    });
    expect(lineOf({ kind: "rule", target: "R-1", name: "R-1" })).toMatchObject({
      title: "R-1",
      secondary: "Rule · Vik Viewer reads Payroll 2026 as Olga Owner",
    });
    expect(lineOf({ kind: "all", target: "", name: "All delegated reading" })).toMatchObject({
      title: "All delegated reading",
      secondary: "",
    });
  });

  it("still tells of a target that is no longer there to pick", () => {
    expect(lineOf({ target: "6", name: "Gone sheet" })).toMatchObject({
      title: "Gone sheet",
      secondary: "Sheet · 6",
    });
    expect(lineOf({ kind: "rule", target: "R-9", name: "R-9", pausedBy: "ben@acme.test" })).toMatchObject({
      title: "R-9",
      secondary: "Rule",
      by: "ben@acme.test",
    });
  });

  it("says for every kind what stops and what goes on, naming it", () => {
    for (const kind of PAUSE_KINDS)
      for (const words of [pauseWords(kind, "Payroll 2026"), liftWords(kind, "Payroll 2026")]) {
        expect(words).toMatch(/\.$/);
        expect(words.includes("Payroll 2026")).toBe(kind !== "all");
      }
  });

  it("tells apart things of two kinds with one id", () => {
    const pauses = [pause({ kind: "person", target: "5" })];
    expect(pauseOf(pauses, "person", "5")).toBe(pauses[0]);
    expect(pauseOf(pauses, "sheet", "5")).toBeNull();
  });
});
