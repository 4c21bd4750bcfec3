import { describe, expect, it } from "vitest";
import { joinRows } from "./join-rows";
import type { Layer, Reading } from "./layers";
import { rowClasses } from "./row-classes";
import { adminSource, row, ruleId, sheet } from "./sample.test-helper";

/** A layer over the rows of these ids, or over all. */
function layer(ids: string[] | null, parents = false): Layer {
  const matches = ids === null ? null : ({ id }: { id: string }) => ids.includes(id);
  return { kind: "grant", rule: ruleId("a"), covers: new Uint8Array(), masks: null, matches, parents };
}

/** An answer with rows written as `id` or `id<parent`. */
const answer = (...rows: string[]) =>
  sheet({
    rows: rows.map((one) => {
      const [id = "", parent = null] = one.split("<");
      return row(id, Number(id), parent, {});
    }),
  });

/** What hits each row, by answer and layer, and how many classes there are. */
function classes(...parts: [ReturnType<typeof answer>, ...Layer[]][]) {
  const readings = parts.map(([of, ...layers]): Reading => ({ source: adminSource(of), layers }));
  const found = rowClasses(readings, joinRows(parts.map(([of]) => of)));
  return { rows: [...found.of].map((place) => found.hits[place]), count: found.hits.length };
}

describe("rows that the same layers hit", () => {
  it("are one class, and others are not", () => {
    const found = classes([
      answer("1", "2", "3", "4"),
      layer(["1", "3"]),
      layer(["1", "2", "3"]),
      layer(null),
    ]);
    const [both, second, none] = [[[true, true, true]], [[false, true, true]], [[false, false, true]]];
    expect(found).toEqual({ rows: [both, second, both, none], count: 3 });
    expect(classes([answer("1", "2"), layer(null)])).toEqual({ rows: [[[true]], [[true]]], count: 1 });
    expect(classes([answer(), layer(["1"])])).toEqual({ rows: [], count: 0 });
  });

  it("are told for each answer, null where it lacks the row", () => {
    const found = classes([answer("1", "2"), layer(["1"])], [answer("2", "3"), layer(null), layer(["3"])]);
    expect(found.rows).toEqual([
      [[true], null],
      [[false], [true, false]],
      [null, [true, true]],
    ]);
    const same = classes([answer("1", "2"), layer(null)], [answer("2"), layer(null)]);
    expect(same.rows).toEqual([
      [[true], null],
      [[true], [true]],
    ]);
  });

  it("with parents are the rows above them too, whatever those matched, up to a row that is not there", () => {
    const tree = ["1", "2<1", "3<2", "4", "5<4", "6<9"];
    const hit = (ids: string[]) =>
      classes([answer(...tree), layer(ids, true)]).rows.map((one) => one?.[0]?.[0]);
    expect(hit(["3"])).toEqual([true, true, true, false, false, false]);
    expect(hit(["2", "3", "6"])).toEqual([true, true, true, false, false, true]);
    expect(hit(["1"])).toEqual([true, false, false, false, false, false]);
    expect(hit(["5", "3"])).toEqual([true, true, true, true, true, false]);
    expect(hit([])).toEqual(tree.map(() => false));
  });
});
