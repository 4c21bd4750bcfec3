import type { VisibleCell } from "@/lib/policy/sheet";

const FIELDS = ["value", "displayValue", "format", "link"] as const;

/** Whether two cells show the same, by content. A blank is undefined. */
export function isSameCell(one: VisibleCell | undefined, other: VisibleCell | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  for (const field of FIELDS) if (one[field] !== other[field]) return false;
  return isSameValue(one.objectValue, other.objectValue);
}

/** Plain data: texts, numbers, lists and objects of these. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSameValue(one[name], other[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
