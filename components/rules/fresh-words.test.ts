import { describe, expect, it } from "vitest";
import { freshOfValue, freshOptions, freshWords, valueOfFresh } from "./fresh-words";

const labels = (current: number | null) => freshOptions(current).map(({ label }) => label);

describe("how often a permit's data is checked", () => {
  it("is said in the largest unit that fits", () => {
    const said = [null, 5, 60, 90, 120, 600, 3600].map(freshWords);
    expect(said).toEqual([
      "as the connection says",
      "every 5 seconds",
      "every minute",
      "every 90 seconds",
      "every 2 minutes",
      "every 10 minutes",
      "every hour",
    ]);
  });

  it("has few choices, the connection's first", () => {
    expect(labels(null)).toEqual([
      "As the connection says",
      "Every 5 seconds",
      "Every 15 seconds",
      "Every minute",
      "Every 10 minutes",
      "Every hour",
    ]);
    expect(labels(60)).toEqual(labels(null));
  });

  it("keeps a number a rule made elsewhere says among them, in its place", () => {
    expect(labels(421)[4]).toBe("Every 421 seconds");
    expect(labels(421)).toHaveLength(7);
  });

  it("comes out of the select as it went in", () => {
    for (const seconds of [null, 5, 421, 3600]) expect(freshOfValue(valueOfFresh(seconds))).toBe(seconds);
  });
});
