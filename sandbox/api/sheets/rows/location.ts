import { type Body, badAttribute, flagIn, idIn } from "../../../http/attributes";
import { ApiError } from "../../../http/errors";
import { invalidLocation, type Location } from "../../../store/placing";

/**
 * Where a row of a request is to go; null where it says nothing. Errors: 400/1062 for words that exclude each other,
 * 1031 for an indent or outdent other than 1.
 */
export function readLocation(body: Body): Location | null {
  const parentId = idIn(body, "parentId");
  const siblingId = idIn(body, "siblingId");
  const top = flagIn(body, "toTop") ?? false;
  const bottom = flagIn(body, "toBottom") ?? false;
  const above = flagIn(body, "above") ?? false;
  const indent = isOne(body, "indent");
  const outdent = isOne(body, "outdent");
  const isChild = parentId !== undefined;
  const isSibling = siblingId !== undefined;
  const words = [isChild, isSibling, top, bottom && !isChild, indent, outdent].filter(Boolean);
  if (words.length > 1 || (above && !isSibling)) throw invalidLocation();
  if (isChild) return { at: "child", parentId, last: bottom };
  if (isSibling) return { at: "sibling", siblingId, above };
  if (top) return { at: "top" };
  if (bottom) return { at: "bottom" };
  if (indent) return { at: "indent" };
  return outdent ? { at: "outdent" } : null;
}

/** The location all rows of a request share. Errors: 400/1123 where they differ. */
export function sharedLocation(bodies: Body[]): Location | null {
  const [first = null, ...rest] = bodies.map(readLocation);
  const isSame = (other: Location | null) => JSON.stringify(words(other)) === JSON.stringify(words(first));
  if (rest.every(isSame)) return first;
  throw new ApiError(
    400,
    1123,
    "Specifying multiple row locations is not yet supported. Each row must use the same row location attribute and value (toBottom, toTop, parentId, siblingId, above).",
  );
}

function words(location: Location | null): string[] {
  return Object.values(location ?? {}).map(String);
}

function isOne(body: Body, name: "indent" | "outdent"): boolean {
  const value = body[name] ?? undefined;
  if (value !== undefined && value !== 1) throw badAttribute(value, name);
  return value === 1;
}
