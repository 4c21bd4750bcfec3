import { describe, expect, it } from "vitest";
import { drawingOf } from "./symbol-tables";
import { countOf, shareOf } from "./symbol-values";

const KNOWN: [string, string[]][] = [
  ["RYG", ["Red", "Yellow", "Green"]],
  ["RYGB", ["Red", "Yellow", "Green", "Blue"]],
  ["RYGG", ["Red", "Yellow", "Green", "Gray"]],
  ["HARVEY_BALLS", ["Empty", "Quarter", "Half", "Three Quarter", "Full"]],
  ["PROGRESS", ["Empty", "Quarter", "Half", "Three Quarter", "Full"]],
  ["SIGNAL", ["Zero Bars", "One Bar", "Two Bars", "Three Bars", "Four Bars"]],
  ["PRIORITY", ["High", "Low"]],
  ["PRIORITY_HML", ["High", "Medium", "Low"]],
  ["ARROWS_3_WAY", ["Up", "Sideways", "Down"]],
  ["ARROWS_4_WAY", ["Up", "Angle Up", "Angle Down", "Down"]],
  ["ARROWS_5_WAY", ["Up", "Angle Up", "Sideways", "Angle Down", "Down"]],
  ["DIRECTIONS_4_WAY", ["Up", "Right", "Down", "Left"]],
  ["DECISION_SYMBOLS", ["Yes", "Hold", "No"]],
  ["DECISION_SHAPES", ["Yes", "Hold", "No"]],
  ["STAR_RATING", ["Empty", "One", "Two", "Three", "Four", "Five"]],
  ["HEARTS", ["Empty", "Five"]],
  ["MONEY", ["Empty", "Five"]],
  ["EFFORT", ["Empty", "Five"]],
  ["WEATHER", ["Sunny", "Partly Sunny", "Cloudy", "Rainy", "Stormy"]],
  ["SKI", ["Green Circle", "Blue Square", "Black Diamond", "Double Black Diamond"]],
  ["VCR", ["Play", "Pause", "Stop", "Rewind", "Fast Forward"]],
];

describe("drawingOf", () => {
  it.each(KNOWN)("%s draws all its values", (symbol, values) => {
    for (const value of values) expect(drawingOf(symbol, value), value).not.toBeNull();
  });

  it("draws nothing for words it does not know, so they are shown as text", () => {
    for (const [symbol] of KNOWN) {
      for (const value of ["Purple-ish", "constructor", "__proto__", ""])
        expect(drawingOf(symbol, value)).toBeNull();
    }
    expect(drawingOf("NEW_SYMBOL", "Red")).toBeNull();
  });
});

describe("symbol words", () => {
  it("read counts and shares leniently", () => {
    expect([countOf("three"), countOf("4"), countOf("Six")]).toEqual([3, 4, null]);
    expect([shareOf("Three-Quarter"), shareOf("50%"), shareOf("Two Bars"), shareOf("most")]).toEqual([
      0.75,
      0.5,
      0.5,
      null,
    ]);
  });
});
