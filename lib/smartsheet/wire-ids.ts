import { isSmartsheetId } from "@/lib/policy/ids";

/**
 * An id off the wire as text, or null. Small ids arrive as numbers, those above 2^53 as text (`parseJson` keeps their
 * digits), and some lists send text anyway (I14).
 */
export function idText(value: unknown): string | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  return isSmartsheetId(value) ? value : null;
}
