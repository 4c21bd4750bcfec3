import { describe, expect, it } from "vitest";
import { canonicalTitles, foldTitle } from "./titles";

describe("titles", () => {
  const alike: [string, string][] = [
    ["Salary", "  SALARY\t"],
    ["Straße", "STRASSE"],
    ["Caf\u00e9", "CAFE\u0301"],
    ["ΟΔΟΣ", "οδος"],
    ["\u212Aelvin", "kelvin"],
    ["ﬁnal", "FINAL"],
    ["ẞ", "ss"],
    ["\u{10400}", "\u{10428}"],
    ["İl", "i\u0307L"],
  ];
  for (const [a, b] of alike)
    it(`${JSON.stringify(a)} is ${JSON.stringify(b)}`, () => expect(foldTitle(a)).toBe(foldTitle(b)));

  const apart: [string, string][] = [
    ["Salary", "Salary 2"],
    ["Start date", "Startdate"],
    ["ΟΔΟΣ", "ΟΔΟ"],
    ["kısım", "kisim"],
    ["Pay", "P\u0430y"],
    ["Résumé", "Resume"],
  ];
  for (const [a, b] of apart)
    it(`${JSON.stringify(a)} is not ${JSON.stringify(b)}`, () => expect(foldTitle(a)).not.toBe(foldTitle(b)));

  it("folding twice is folding once", () => {
    for (const title of [...alike, ...apart].flat())
      expect(foldTitle(foldTitle(title))).toBe(foldTitle(title));
  });

  it("a list is sorted and without doubles; one with a blank or no text can't be read", () => {
    expect(canonicalTitles(["Pay", " pay", "Bonus"])).toEqual(["bonus", "pay"]);
    expect(canonicalTitles([])).toEqual([]);
    for (const bad of [null, "Pay", ["Pay", " "], ["Pay", 7], {}]) expect(canonicalTitles(bad)).toBeNull();
  });
});
