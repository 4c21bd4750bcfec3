import { badAttribute } from "../../http/attributes";

/** A format descriptor; undefined for an empty one or null, which is the default look. Errors: 400/1031. */
export function readFormat(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value !== "string" || !/^\d{0,3}(,\d{0,3}){0,16}$/.test(value))
    throw badAttribute(value, "format");
  return /\d/.test(value) ? value : undefined;
}
