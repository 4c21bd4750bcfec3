import { describe, expect, it } from "vitest";
import { BASE_STYLE } from "./style";

type Colours = Record<string, string>;

function read(block: string | undefined): Colours {
  return Object.fromEntries(
    [...(block ?? "").matchAll(/--([a-z0-9-]+):(#[0-9a-f]{3,6})/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

const [, light, dark] = BASE_STYLE.split(":root{");
const themes: [string, Colours][] = [
  ["light", read(light)],
  ["dark", read(dark)],
];

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = "", other = ""): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["bg", "surface", "sunken"];
const TEXTS: [text: string, grounds: string[]][] = [
  ["ink", GROUNDS],
  ["ink-2", GROUNDS],
  ["ink-3", GROUNDS],
  ["accent", [...GROUNDS, "accent-soft"]],
  ["accent-ink", ["accent"]],
  ["del", ["del-soft"]],
  ["link", ["bg", "link-soft"]],
  ["danger", [...GROUNDS, "danger-soft"]],
  ["warn", GROUNDS],
  ["warn-ink", ["warn-soft"]],
  ["bg", ["ink"]],
];

describe.each(themes)("the %s colours", (_, colours) => {
  it.each(TEXTS)("%s can be read on %j", (text, grounds) => {
    for (const ground of grounds)
      expect([ground, contrast(colours[text], colours[ground]) >= 4.5]).toEqual([ground, true]);
  });

  it("fields have borders one can see", () => {
    for (const ground of GROUNDS) expect(contrast(colours.field, colours[ground])).toBeGreaterThanOrEqual(3);
  });
});
