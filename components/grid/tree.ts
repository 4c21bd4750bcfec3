import type { RowId } from "@/lib/policy/ids";
import type { VisibleRow } from "@/lib/policy/sheet";

/** Rows by their place in the `rows` array, because 20,000 small objects more would cost more than they tell. */
export interface Tree {
  /** Place of the parent; -1 at the top level. */
  parent: Int32Array;
  /** 0 at the top level. */
  depth: Int32Array;
  /** Only rows that have children are keys. */
  children: ReadonlyMap<number, readonly number[]>;
  roots: readonly number[];
  placeOf: ReadonlyMap<RowId, number>;
  maxDepth: number;
}

/** Compares places; where each place has a rank, a whole number from 0 on, that is all there is to it. */
export type Compare = ((a: number, b: number) => number) & { rankOf?: (place: number) => number };

/** `ranks` by key, `keys` by place. */
export function compareByRank(keys: ArrayLike<number>, ranks: Uint32Array): Compare {
  const rankOf = (place: number) => ranks[keys[place] ?? 0] ?? 0;
  return Object.assign((a: number, b: number) => rankOf(a) - rankOf(b), { rankOf });
}

function sorted(places: readonly number[], compare: Compare): number[] {
  const { rankOf } = compare;
  if (!rankOf || places.length < 2) return [...places].sort(compare);
  // One number for rank and place: numbers alone sort many times faster, and equal ranks keep their order.
  const count = places.length;
  const marks = Float64Array.from(places, (place, at) => rankOf(place) * count + at).sort();
  return Array.from(marks, (mark) => places[mark % count] ?? 0);
}

/** A parent counts only when it stands before its child: a page cut or a loop of ids then makes a root, not a hang. */
export function buildTree(rows: readonly VisibleRow[]): Tree {
  const parent = new Int32Array(rows.length).fill(-1);
  const depth = new Int32Array(rows.length);
  const children = new Map<number, number[]>();
  const roots: number[] = [];
  const placeOf = new Map<RowId, number>();
  let maxDepth = 0;
  rows.forEach((row, place) => {
    const above = row.parentId === null ? undefined : placeOf.get(row.parentId);
    if (above === undefined) {
      roots.push(place);
    } else {
      parent[place] = above;
      depth[place] = (depth[above] ?? 0) + 1;
      maxDepth = Math.max(maxDepth, depth[place] ?? 0);
      const siblings = children.get(above);
      if (siblings) siblings.push(place);
      else children.set(above, [place]);
    }
    placeOf.set(row.id, place);
  });
  return { parent, depth, children, roots, placeOf, maxDepth };
}

const trees = new WeakMap<readonly VisibleRow[], Tree>();

/** The tree of rows that do not change: built once, whoever asks. */
export function treeOf(rows: readonly VisibleRow[]): Tree {
  const known = trees.get(rows);
  if (known) return known;
  const made = buildTree(rows);
  trees.set(rows, made);
  return made;
}

/** Places that pass, and every ancestor of one that passes: a child without its parent would lose its meaning. */
export function keepWithAncestors(
  tree: Tree,
  rowCount: number,
  passes: (place: number) => boolean,
): Uint8Array {
  const kept = new Uint8Array(rowCount);
  for (let place = 0; place < rowCount; place += 1) {
    if (!passes(place)) continue;
    for (let at = place; at !== -1 && kept[at] === 0; at = tree.parent[at] ?? -1) kept[at] = 1;
  }
  return kept;
}

/** All kept rows, unfolded, siblings in the wanted order within their parent. */
export function fullOrder(tree: Tree, options: { kept?: Uint8Array; compare?: Compare } = {}): number[] {
  const { kept, compare } = options;
  const order: number[] = [];
  const arranged = (places: readonly number[]) => {
    const shown = kept ? places.filter((place) => kept[place] === 1) : places;
    return compare ? sorted(shown, compare) : shown;
  };
  // A stack instead of recursion: depth is the sheet's, not ours.
  const stack: { places: readonly number[]; next: number }[] = [{ places: arranged(tree.roots), next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const place = top.places[top.next];
    if (place === undefined) {
      stack.pop();
      continue;
    }
    top.next += 1;
    order.push(place);
    const below = tree.children.get(place);
    if (below) stack.push({ places: arranged(below), next: 0 });
  }
  return order;
}

/** The order less what lies under a folded row. */
export function unfoldedOnly(
  order: readonly number[],
  tree: Tree,
  isFolded: (place: number) => boolean,
): readonly number[] {
  if (tree.children.size === 0) return order;
  const shown: number[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const place of order) {
    const depth = tree.depth[place] ?? 0;
    if (depth > hiddenBelow) continue;
    hiddenBelow = isFolded(place) && tree.children.has(place) ? depth : Number.POSITIVE_INFINITY;
    shown.push(place);
  }
  return shown;
}

/** Folded ids so that levels 1 to `level` show: 1 leaves only the top. */
export function foldToLevel(tree: Tree, rows: readonly VisibleRow[], level: number): Set<RowId> {
  const folded = new Set<RowId>();
  for (const place of tree.children.keys()) {
    const row = rows[place];
    if (row && (tree.depth[place] ?? 0) + 1 >= level) folded.add(row.id);
  }
  return folded;
}

export function ancestorsOf(tree: Tree, place: number): number[] {
  const found: number[] = [];
  for (let at = tree.parent[place] ?? -1; at !== -1; at = tree.parent[at] ?? -1) found.push(at);
  return found;
}
