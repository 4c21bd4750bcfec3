import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Node, type ParsedNode } from "yaml";

/** More parts than a file of 2 MB could spell out are only reached by aliases. */
const MOST_PARTS = 1_500_000;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export interface NodeProblem {
  offset: number;
  message: string;
}

/** What each alias stands for: the anchor of its name last before it. */
export type AliasTargets = ReadonlyMap<Alias, Node>;

/**
 * What a YAML file could say that would not be taken as it looks: names that are no text or stand twice, tags, numbers spelled so that
 * digits would be lost, aliases of nothing or of themselves, and aliases of aliases that grow without end.
 */
export function walkNodes(root: ParsedNode | null): { problems: NodeProblem[]; targets: AliasTargets } {
  const problems: NodeProblem[] = [];
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const sizes = new Map<Node, number>();

  const tell = (node: Node, message: string) => problems.push({ offset: node.range?.[0] ?? 0, message });

  function sizeOf(node: unknown): number {
    if (isAlias(node)) return sizeOfAlias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 1;
    if (node.anchor) anchors.set(node.anchor, node);
    if (node.tag) tell(node, "Tags (!) are not read. Remove it.");
    if (isScalar(node)) {
      const message = typeof node.value === "number" ? numberProblem(node.value, node.source ?? "") : null;
      if (message) tell(node, message);
      sizes.set(node, 1);
      return 1;
    }
    let size = 1;
    const names = new Set<string>();
    for (const item of node.items) {
      if (!isPair(item)) size += sizeOf(item);
      else {
        lookAtKey(item.key as Node, names);
        size += 1 + sizeOf(item.value);
      }
    }
    sizes.set(node, size);
    return size;
  }

  function sizeOfAlias(alias: Alias): number {
    const target = anchors.get(alias.source);
    if (!target) tell(alias, `Nothing before this is marked &${alias.source}. Mark it or write it out.`);
    else if (!sizes.has(target)) tell(alias, `&${alias.source} would contain itself. Write it out.`);
    else targets.set(alias, target);
    return (target && sizes.get(target)) ?? 1;
  }

  function lookAtKey(key: Node, names: Set<string>): void {
    if (!isScalar(key) || typeof key.value !== "string")
      tell(key, "A name before a colon must be text. Put it in quotes.");
    else if (key.value === "__proto__") tell(key, "This name cannot be used. Choose another.");
    else if (key.value === "<<") tell(key, "Merge keys (<<) are not read. Write the fields out.");
    else if (names.has(key.value)) tell(key, "This name stands here twice. Remove one of the two.");
    else names.add(key.value);
  }

  if (sizeOf(root) > MOST_PARTS)
    problems.push({
      offset: 0,
      message: "The file repeats parts of itself too often by aliases. Write them out.",
    });
  return { problems, targets };
}

/** Where the number read is not what the text says: an article 007 becomes 7, and an id of 17 digits another id. */
function numberProblem(value: number, source: string): string | null {
  if (!JSON_NUMBER.test(source) || !Number.isFinite(value))
    return "This would be read as a number that is spelled otherwise. Put it in quotes if it is text.";
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    return `This number is too long to be kept exactly. Put it in quotes: "${source}".`;
  return null;
}
