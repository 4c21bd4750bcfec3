import { describe, expect, it } from "vitest";
import { readFault, readPlan } from "./plan";

describe("a plan of faults", () => {
  it("is read with its defaults", () => {
    const faults = [{ kind: "latency", ms: [10, 20], match: { method: "get", caller: "Vik@Acme.test" } }];
    expect(readPlan({ faults })).toEqual({
      seed: 1,
      faults: [{ kind: "latency", ms: [10, 20], match: { method: "GET", caller: "vik@acme.test" } }],
    });
    expect(readPlan([])).toEqual({ seed: 1, faults: [] });
  });

  it.each([
    ["no plan", "429", "A fault plan is {seed, faults: [...]}."],
    ["an unknown member", { seeds: 1 }, 'A fault plan has no member "seeds".'],
    ["no list", { faults: {} }, "faults of a fault plan must be a list."],
    ["a broken seed", { seed: 1.5 }, "seed must be a whole number"],
    [
      "a second entry that is none",
      { faults: [{ kind: "429" }, 7] },
      "faults[1]: a fault is {match, kind, ...}.",
    ],
  ])("is refused with %s", (_, plan, message) => {
    expect(() => readPlan(plan)).toThrow(message);
  });
});

describe("a fault", () => {
  it.each([
    [{ kind: "418" }, "kind is one of 429, 500, 4000"],
    [{ kind: "constructor" }, "kind is one of"],
    [{ kind: "429", time: 2 }, 'a fault 429 has no member "time".'],
    [{ kind: "500", retryAfter: 2 }, 'a fault 500 has no member "retryAfter".'],
    [{ kind: "429", times: 0 }, "times must be a whole number from 1"],
    [{ kind: "429", chance: 2 }, "chance must be a number from 0 to 1."],
    [{ kind: "429", after: -1 }, "after must be a whole number from 0"],
    [{ kind: "429", match: { header: "x" } }, 'match has no member "header".'],
    [{ kind: "429", match: { path: 7 } }, "match.path must be a text."],
    [{ kind: "latency", ms: [30, 20] }, "ms is a number of milliseconds or [from, to]."],
    [{ kind: "drip", ms: 0 }, "ms must be a number from 1"],
    [{ kind: "wrongencoding", encoding: "zip" }, "encoding is gzip or br."],
    [{ kind: "redirecthost", location: "javascript:alert(1)" }, "location must be an address"],
    [{ kind: "columnrenamed", title: "" }, "title must be a text."],
  ])("%j is refused", (fault, message) => {
    expect(() => readFault(fault)).toThrow(message);
  });
});
