type Rgb = readonly [number, number, number];

/** The grounds cells stand on; the same values as `--surface` and `--ink` in app/globals.css, needed here as numbers. */
const LIGHT = { ground: "#ffffff", ink: "#1b1d1f" };
const DARK = { ground: "#191c1f", ink: "#eceded" };

const READABLE = 4.5;

function parse(hex: string): Rgb {
  const whole = Number.parseInt(hex.slice(1), 16);
  return [(whole >> 16) & 255, (whole >> 8) & 255, whole & 255];
}

function write(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Relative luminance. Source: WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [r, g, b] = parse(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [parse(from), parse(to)];
  return write([0, 1, 2].map((i) => (a[i] ?? 0) * (1 - share) + (b[i] ?? 0) * share) as unknown as Rgb);
}

/** The colour itself where it can be read on the ground, else moved towards black or white until it can. */
export function readableOn(colour: string, ground: string): string {
  const towards = luminance(ground) > 0.18 ? "#000000" : "#ffffff";
  for (let share = 0; share < 1; share += 0.05) {
    const moved = mix(colour, towards, share);
    if (contrast(moved, ground) >= READABLE) return moved;
  }
  return towards;
}

/** A fill chosen on white, for the dark surface: its hue stays, its light goes. */
export function darkFill(colour: string): string {
  const [r, g, b] = parse(colour);
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (high - low < 8) return mix(DARK.ground, "#ffffff", ((255 - high) / 255) * 0.3);
  // Stretch the hue to full strength first, or every pastel would turn into the same grey.
  const pure = write([r, g, b].map((part) => ((part - low) / (high - low)) * 255) as unknown as Rgb);
  return mix(DARK.ground, pure, high - low > 120 ? 0.34 : 0.2);
}

export interface CellColours {
  color?: string;
  backgroundColor?: string;
}

/** CSS for both themes at once: `light-dark()` follows the `color-scheme` that the theme sets. Hex in, `#rrggbb`. */
export function cellColours(text: string | undefined, background: string | undefined): CellColours {
  const light = background ?? LIGHT.ground;
  const dark = background ? darkFill(background) : DARK.ground;
  const colours: CellColours = {};
  if (background) colours.backgroundColor = `light-dark(${light}, ${dark})`;
  if (text || background) {
    const onLight = readableOn(text ?? LIGHT.ink, light);
    const onDark = readableOn(text ?? DARK.ink, dark);
    colours.color = `light-dark(${onLight}, ${onDark})`;
  }
  return colours;
}
