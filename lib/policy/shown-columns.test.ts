import { describe, expect, it } from "vitest";
import type { Layer, Reading } from "./layers";
import { adminSource, columns, ruleId } from "./sample.test-helper";
import { type Hits, shownIn } from "./shown-columns";
import type { Mask } from "./types";

const [task, owner] = columns().slice(0, 2);
if (!task || !owner) throw new Error("The sample has two columns.");
const two = [task, owner];
const weak: Mask = { kind: "last4" };
const strict: Mask = { kind: "constant", text: "hidden" };

/** A layer over both columns or some, with one mask for all it covers. */
function layer(kind: Layer["kind"], mask: Mask | null = null, covers: [0 | 1, 0 | 1] = [1, 1]): Layer {
  const masks = mask === null ? null : covers.map((covered) => (covered === 1 ? mask : null));
  return { kind, rule: ruleId("a"), covers: Uint8Array.from(covers), masks, matches: null, parents: false };
}

const reading = (...layers: Layer[]): Reading => ({ source: adminSource(), layers });
const hitAll = (readings: Reading[]): Hits => readings.map(({ layers }) => layers.map(() => true));

/** For each column that shows, from which answer and through which masks. */
function shown(readings: Reading[], hits: Hits = hitAll(readings)) {
  return shownIn(readings, hits, two).map(({ place, reading: from, masks }) => [place, from, masks]);
}

describe("the columns a row shows", () => {
  it("are those that a permit which hits it covers, with their place and type", () => {
    const one = reading(layer("grant", null, [0, 1]));
    const { id, type } = owner;
    expect(shownIn([one], hitAll([one]), two)).toEqual([{ id, type, place: 1, reading: 0, masks: [] }]);
    expect(shown([one], [[false]])).toEqual([]);
    expect(shown([one], [null])).toEqual([]);
    expect(shown([], [])).toEqual([]);
  });

  it("I01 less those that a forbid which hits it covers, whichever answer found it", () => {
    const [permitted, forbidden] = [reading(layer("grant")), reading(layer("minus", null, [1, 0]))];
    expect(shown([permitted, forbidden])).toEqual([[1, 0, []]]);
    expect(shown([forbidden, permitted])).toEqual([[1, 1, []]]);
    expect(shown([permitted, forbidden], [[true], [false]])).toEqual([
      [0, 0, []],
      [1, 0, []],
    ]);
  });

  it("I04 come from the answer and the permit that mask them least, of equals from the first", () => {
    const from = (...masks: (Mask | null)[]) => masks.map((mask) => reading(layer("grant", mask, [1, 0])));
    expect(shown(from(strict, weak))).toEqual([[0, 1, [weak]]]);
    expect(shown(from(weak, strict))).toEqual([[0, 0, [weak]]]);
    expect(shown(from(weak, null, null))).toEqual([[0, 1, []]]);
    expect(shown(from(null, weak))).toEqual([[0, 0, []]]);
    expect(shown(from(weak, weak))).toEqual([[0, 0, [weak]]]);
    const both = reading(layer("grant", strict, [1, 0]), layer("grant", weak, [1, 0]));
    expect(shown([both])).toEqual([[0, 0, [weak]]]);
  });

  it("I21 are inside a link's limit, whose mask lies on top", () => {
    const within = (limit: Layer) => [reading(layer("grant", weak), limit)];
    expect(shown(within(layer("within", null, [0, 1])))).toEqual([[1, 0, [weak]]]);
    expect(shown(within(layer("within", strict, [0, 1])))).toEqual([[1, 0, [weak, strict]]]);
    expect(shown(within(layer("within")), [[true, false]])).toEqual([]);
    expect(shown([reading(layer("within"))])).toEqual([]);
  });
});
