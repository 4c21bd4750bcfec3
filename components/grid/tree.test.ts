import { describe, expect, it } from "vitest";
import { row, rowId } from "./sample";
import { ancestorsOf, buildTree, foldToLevel, fullOrder, keepWithAncestors, unfoldedOnly } from "./tree";

/** 1 > (2 > 3, 4), 5 > 6 */
const rows = [row(1, null), row(2, 1), row(3, 2), row(4, 1), row(5, null), row(6, 5)];
const tree = buildTree(rows);

describe("buildTree", () => {
  it("derives depth and children from the parent ids", () => {
    expect([...tree.depth]).toEqual([0, 1, 2, 1, 0, 1]);
    expect(tree.children.get(0)).toEqual([1, 3]);
    expect(tree.roots).toEqual([0, 4]);
    expect(tree.maxDepth).toBe(2);
    expect(ancestorsOf(tree, 2)).toEqual([1, 0]);
  });

  it("makes roots of rows whose parent is absent, later or themselves, so a loop of ids cannot hang it", () => {
    const odd = buildTree([row(1, 2), row(2, 1), row(3, 3), row(4, 99)]);
    expect(odd.roots).toEqual([0, 2, 3]);
    expect(fullOrder(odd)).toEqual([0, 1, 2, 3]);
  });
});

describe("order", () => {
  it("keeps sheet order without a comparison", () => {
    expect(fullOrder(tree)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("sorts siblings within their parent and carries children along", () => {
    expect(fullOrder(tree, { compare: (a, b) => b - a })).toEqual([4, 5, 0, 3, 1, 2]);
  });

  it("hides what lies under a folded row, at every depth", () => {
    const order = fullOrder(tree);
    expect(unfoldedOnly(order, tree, (place) => place === 0)).toEqual([0, 4, 5]);
    expect(unfoldedOnly(order, tree, (place) => place === 1)).toEqual([0, 1, 3, 4, 5]);
    expect(unfoldedOnly(order, tree, (place) => place === 0 || place === 1)).toEqual([0, 4, 5]);
  });

  it("ignores a fold on a row without children", () => {
    expect(unfoldedOnly(fullOrder(tree), tree, (place) => place === 3)).toHaveLength(6);
  });

  it("keeps the parents of a row that passes a filter", () => {
    const kept = keepWithAncestors(tree, rows.length, (place) => place === 2);
    expect(fullOrder(tree, { kept })).toEqual([0, 1, 2]);
  });

  it("folds to a level", () => {
    expect(foldToLevel(tree, rows, 1)).toEqual(new Set([rowId(1), rowId(2), rowId(5)]));
    expect(foldToLevel(tree, rows, 2)).toEqual(new Set([rowId(2)]));
    expect(foldToLevel(tree, rows, 3).size).toBe(0);
  });

  it("survives 20,000 levels", () => {
    const deep = Array.from({ length: 20_000 }, (_, at) => row(at + 1, at === 0 ? null : at));
    const deepTree = buildTree(deep);
    expect(deepTree.maxDepth).toBe(19_999);
    expect(fullOrder(deepTree)).toHaveLength(20_000);
  });
});
