import { maskText } from "@/lib/policy/mask-text";
import type { ColumnType, SourceCell } from "@/lib/policy/sheet";
import type { MaskInput } from "@/lib/rules/schema";

export type MaskKind = MaskInput["kind"];

/** In the order one would look for them. */
export const MASK_KINDS: readonly { kind: MaskKind; label: string }[] = [
  { kind: "last4", label: "Last 4" },
  { kind: "initials", label: "Initials" },
  { kind: "year", label: "Year only" },
  { kind: "bucket", label: "A range" },
  { kind: "constant", label: "Fixed text" },
];

const SMALLEST_RANGE = 2;
const LARGEST_RANGE = 1_000_000_000_000;
const LONGEST_TEXT = 100;

/** What one begins with when choosing a kind. */
export function newMask(kind: MaskKind): MaskInput {
  switch (kind) {
    case "bucket":
      return { kind, size: 10_000 };
    case "constant":
      return { kind, text: "hidden" };
    default:
      return { kind };
  }
}

/** How the sentence says it, behind the column: "last 4", "in ranges of 10,000". */
export function maskWords(mask: MaskInput): string {
  switch (mask.kind) {
    case "last4":
      return "last 4";
    case "initials":
      return "initials";
    case "year":
      return "year only";
    case "bucket":
      return mask.size === 0 ? "in ranges of …" : `in ranges of ${mask.size.toLocaleString("en")}`;
    case "constant":
      return `as "${mask.text === "" ? "…" : mask.text}"`;
  }
}

/** One sentence on what a mask lacks, or null. */
export function maskProblem(mask: MaskInput): string | null {
  if (mask.kind === "bucket") {
    const isSize = Number.isInteger(mask.size) && mask.size >= SMALLEST_RANGE && mask.size <= LARGEST_RANGE;
    return isSize ? null : "Enter how wide a range is, a whole number from 2.";
  }
  if (mask.kind !== "constant") return null;
  const text = mask.text.trim();
  if (text === "") return "Enter the text shown in place of the value.";
  return text.length > LONGEST_TEXT ? `At most ${LONGEST_TEXT} characters.` : null;
}

/** A made-up cell for each kind of mask, as a column of text or numbers would hold it. */
const OF_TEXT: Record<MaskKind, SourceCell> = {
  last4: { value: "5500 0000 1234" },
  initials: { value: "Vik Viewer" },
  year: { value: "2026-05-17" },
  bucket: { value: 54_321 },
  constant: { value: "anything" },
};

const OF_TYPE: Record<string, SourceCell> = {
  DATE: { value: "2026-05-17" },
  DATETIME: { value: "2026-05-17T09:30:00Z" },
  ABSTRACT_DATETIME: { value: "2026-05-17T09:30:00" },
  CHECKBOX: { value: true },
  CONTACT_LIST: { value: "vik@acme.test", displayValue: "Vik Viewer" },
  MULTI_CONTACT_LIST: {
    value: "Vik Viewer, Wanda Watcher",
    objectValue: {
      type: "MULTI_CONTACT",
      values: [{ name: "Vik Viewer" }, { name: "Wanda Watcher" }],
    },
  },
};

/**
 * What a cell of such a column would read as under the mask, by the code that masks real ones: "••••1234", "2026". Three
 * dots where the mask has nothing it may show of that type. `type` is undefined where only a title is known.
 */
export function maskExample(mask: MaskInput, type: string | undefined): string {
  if (maskProblem(mask) !== null) return "…";
  const cell = (type === undefined ? undefined : OF_TYPE[type]) ?? OF_TEXT[mask.kind];
  return maskText(mask, cell, (type ?? "TEXT_NUMBER") as ColumnType);
}
