import { isSmartsheetId } from "./ids";
import { isByTitle, permittedColumns } from "./scopes";
import { foldTitle } from "./titles";
import type { ColumnMask, ColumnScope, Mask } from "./types";

/** From the least strict on. */
const KINDS: readonly Mask["kind"][] = ["last4", "initials", "year", "bucket", "constant"];
const LARGEST_BUCKET = 1e12;
const LONGEST_CONSTANT = 200;

/** Below 0 where `a` is less strict. A total order, so that of several masks one is always the same one's choice. */
export function compareMasks(a: Mask, b: Mask): number {
  if (a.kind === "bucket" && b.kind === "bucket") return a.size - b.size;
  if (a.kind === "constant" && b.kind === "constant") return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
}

/**
 * The masks of one rule or limit in one spelling: each column once (of two masks the stricter), titles folded, sorted.
 * Null where one can't be read: a mask we don't know, a column named by both id and title or by neither, or one that is
 * not inside `scope`. A column must be named the way the scope names its columns: a title may move to another column,
 * and then nobody could tell whether the mask still lies where it was meant to (F10). Under "all" both ways will do.
 */
export function canonicalMasks(
  scope: ColumnScope,
  masks: readonly ColumnMask[] | null | undefined,
): ColumnMask[] | null {
  const byTarget = new Map<string, ColumnMask>();
  if (masks === null || masks === undefined) return [];
  if (!Array.isArray(masks)) return null;
  for (const one of masks) {
    const mask = readMask(one?.mask);
    const target = mask && readTarget(one, scope);
    if (!mask || !target) return null;
    const key = JSON.stringify([target.columnId ?? null, target.title ?? null]);
    const known = byTarget.get(key);
    if (known === undefined || compareMasks(known.mask, mask) < 0) byTarget.set(key, { ...target, mask });
  }
  return [...byTarget].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** True where a mask whose column is gone can be passed over: nothing the scope covers can take that column's place. */
export function mayLoseColumns(scope: ColumnScope): boolean {
  return scope.mode !== "all";
}

function readTarget(
  { columnId, title }: ColumnMask,
  scope: ColumnScope,
): Pick<ColumnMask, "columnId" | "title"> | null {
  if ((columnId ?? null) !== null) {
    if ((title ?? null) !== null || columnId === undefined || !isSmartsheetId(columnId)) return null;
    const isInside = !isByTitle(scope) && (permittedColumns(scope)?.has(columnId) ?? true);
    return isInside ? { columnId } : null;
  }
  if (typeof title !== "string" || title.trim() === "") return null;
  const folded = foldTitle(title);
  const isInside = isByTitle(scope) ? scope.titles.includes(folded) : scope.mode === "all";
  return isInside ? { title: folded } : null;
}

/** Only what a mask is made of, so that equal masks are equal to the byte. */
function readMask(mask: Partial<{ kind: string; size: unknown; text: unknown }> | undefined): Mask | null {
  switch (mask?.kind) {
    case "last4":
    case "initials":
    case "year":
      return { kind: mask.kind };
    case "bucket": {
      const { size } = mask;
      const isSize =
        typeof size === "number" && Number.isInteger(size) && size >= 2 && size <= LARGEST_BUCKET;
      return isSize ? { kind: "bucket", size } : null;
    }
    case "constant": {
      const { text } = mask;
      const isText = typeof text === "string" && text.trim() !== "" && text.length <= LONGEST_CONSTANT;
      return isText ? { kind: "constant", text } : null;
    }
    default:
      return null;
  }
}
