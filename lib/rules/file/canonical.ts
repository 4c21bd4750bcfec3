import type { RuleInput } from "../schema";

export type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };

const MOMENTS = new Set(["startsAt", "endsAt"]);
/** The one list whose order means something: BETWEEN takes the smaller value first. */
const ORDERED = "values";

/**
 * What a rule says, spelled one way: absent, null and empty are one, lists without an order are sorted, times are in
 * UTC, and actions always hold "read". Two rules with the same canonical form mean the same.
 */
export function canonicalRule(input: RuleInput): { [key: string]: Plain } {
  return canonical(input as unknown as Plain, "") as { [key: string]: Plain };
}

export function canonicalText(input: RuleInput): string {
  return JSON.stringify(canonicalRule(input));
}

function canonical(value: Plain, key: string): Plain {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, ""));
    if (key === ORDERED) return items;
    const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
    return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }
  if (typeof value === "object" && value !== null) {
    const kept = Object.entries(value)
      .map(([name, inner]) => [name, canonical(inner, name)] as const)
      .filter(([name, inner]) => !isSilent(name, inner))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(kept);
  }
  if (MOMENTS.has(key) && typeof value === "string") return new Date(value).toISOString();
  return value;
}

/** Saying it is as good as leaving it out. */
function isSilent(name: string, value: Plain | undefined): boolean {
  if (value === undefined) return true;
  if (name === "id" || name === "rows") return false;
  if (name === "parents") return value === false;
  return value === null || (name === "masks" && Array.isArray(value) && value.length === 0);
}
