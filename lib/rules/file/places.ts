import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type YAMLMap } from "yaml";
import type { AliasTargets } from "./nodes";
import type { Path, Place } from "./problems";

export interface Places {
  /** Where a value stands; for a list or a group of fields its name. What is missing is shown at what it is missing from. */
  of(path: Path): Place;
  /** Where the name of a field stands. */
  ofName(path: Path): Place;
}

export function createPlaces(root: Node | null, lines: LineCounter, targets: AliasTargets): Places {
  const known = new WeakMap<YAMLMap, Map<unknown, Pair>>();
  const pairsOf = (map: YAMLMap) => {
    const pairs =
      known.get(map) ??
      new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : pair.key, pair]));
    known.set(map, pairs);
    return pairs;
  };
  const find = (path: Path, wantsName: boolean): Place => {
    let node: unknown = root;
    let offset = root?.range?.[0] ?? 0;
    for (const step of path) {
      const inside = isAlias(node) ? targets.get(node) : node;
      if (isMap(inside)) {
        const pair = pairsOf(inside).get(step);
        if (!pair) break;
        const name = startOf(pair.key);
        offset = (wantsName || !isWritten(pair.value) ? name : startOf(pair.value)) ?? offset;
        node = pair.value;
      } else if (isSeq(inside)) {
        const item = inside.items[Number(step)];
        if (item === undefined) break;
        offset = startOf(item) ?? offset;
        node = item;
      } else break;
    }
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  return { of: (path) => find(path, false), ofName: (path) => find(path, true) };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

/** A value of one line that is there to be pointed at. */
function isWritten(node: unknown): boolean {
  return isAlias(node) || (isScalar(node) && node.range != null && node.range[1] > node.range[0]);
}
