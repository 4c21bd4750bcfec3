import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

/** `--ink: light-dark(#1b1d1f, #eceded)` for every token of that form. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`globals.css has no --${name} with both themes`);
  return token[theme];
}

/** Relative luminance of "#rrggbb", as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["ground", "surface", "sunken", "hover"];
const softs = ["accent-soft", "own-soft", "delegated-soft", "link-soft", "danger-soft", "warning-soft"];
const tinted = ["accent", "own", "delegated", "link", "danger", "warning"];

const pairs = (texts: string[], on: string[]) =>
  texts.flatMap((text) => on.map((ground) => [text, ground] as const));

const textPairs = [
  ...pairs(["ink", "ink-2", "ink-3"], [...grounds, ...softs]),
  ...pairs(tinted, grounds),
  ...tinted.map((name) => [name, `${name}-soft`] as const),
  ["accent-ink", "accent"] as const,
  ["accent-ink", "accent-strong"] as const,
  ["danger-ink", "danger"] as const,
  ["danger-ink", "danger-strong"] as const,
  // Tooltips stand the page's colours on their head.
  ["ground", "ink"] as const,
];

const edgePairs = [
  ...pairs(["line-field"], grounds),
  // The focus ring and a ticked box, against what they stand on.
  ...pairs(["accent", "danger"], [...grounds, ...softs]),
];

const all = [
  ...textPairs.map(([text, ground]) => ({ text, ground, atLeast: 4.5 })),
  ...edgePairs.map(([text, ground]) => ({ text, ground, atLeast: 3 })),
].flatMap((pair) => themes.map((theme) => ({ ...pair, theme })));

describe("contrast of the tokens", () => {
  it("measures as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  });

  it("checks every pair in both themes", () => {
    expect(textPairs).toHaveLength(65);
    expect(edgePairs).toHaveLength(24);
    expect(all).toHaveLength(178);
  });

  it.each(all)("$theme: $text on $ground is at least $atLeast", ({ text, ground, atLeast, theme }) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(atLeast);
  });
});
