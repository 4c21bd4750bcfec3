import { choicesOf, contactsOf, dayOf, textOf } from "./cells";
import type { ColumnType, Contact, SourceCell, VisibleCell } from "./sheet";
import { dayOfText } from "./times";
import type { Mask } from "./types";

/** What stands where a mask has nothing it may show. */
export const NOTHING = "•••";
const DOTS = "••••";
const MOST_INITIALS = 4;
/** Beyond this whole numbers stop being exact, and so would a bucket's ends. */
const EXACT = 1e15;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The text a mask shows of a cell with content; a blank one stays blank and never comes here. The same for the same
 * cell, whatever the server's locale, and never longer than its rule needs: the dots don't tell how long the text is.
 *
 * - `last4`: dots and the last four characters. Dots alone for a text of at most four characters or of at most four
 *   letters and digits, for a box, and for a cell of several values, whose last may be shorter than that.
 * - `initials`: of each contact, or of a text's first four words ("V.V."); a word of one letter gives none.
 * - `year`: of a date, or of text that begins as an ISO date does.
 * - `bucket`: of a number, the whole numbers its bucket spans ("10,000–19,999", which holds 19,999.5 too).
 * - `constant`: its text.
 *
 * Whatever else the cell holds reads as three dots.
 */
export function maskText(mask: Mask, cell: SourceCell, type: ColumnType): string {
  switch (mask.kind) {
    case "last4":
      return lastFour(cell, type);
    case "initials":
      return initials(cell, type);
    case "year":
      return (dayOf(cell, type) ?? isoDay(cell))?.slice(0, 4) ?? NOTHING;
    case "bucket":
      return typeof cell.value === "number" ? bucket(cell.value, mask.size) : NOTHING;
    case "constant":
      return mask.text;
  }
}

/** The cell with each mask laid on what the one before left; text, with no typed form, no link and no number format. */
export function maskCell(cell: SourceCell, type: ColumnType, masks: readonly Mask[]): VisibleCell {
  let shown: VisibleCell = cell;
  for (const [place, mask] of masks.entries()) {
    const text = maskText(mask, shown, place === 0 ? type : "TEXT_NUMBER");
    shown = { value: text, displayValue: text };
  }
  const format = plainFormat(cell.format);
  return format === undefined ? shown : { ...shown, format };
}

/** Currency, decimals, thousands separator, number format and date format. Source: Smartsheet API, "Cell formatting". */
const OF_VALUES = new Set([11, 12, 13, 14, 16]);

/** A format descriptor without the positions that tell what kind of value the text stands for; undefined where none is left. */
export function plainFormat(format: string | undefined): string | undefined {
  if (typeof format !== "string") return undefined;
  const kept = format.split(",").map((part, place) => (OF_VALUES.has(place) ? "" : part));
  return kept.every((part) => part === "") ? undefined : kept.join(",");
}

function isoDay({ value }: SourceCell): string | null {
  return typeof value === "string" ? dayOfText(value) : null;
}

/** Five of them, whatever stands between. */
const TELLING = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){5}/u;

function lastFour(cell: SourceCell, type: ColumnType): string {
  if (typeof cell.value === "boolean" || holdsSeveral(cell, type)) return DOTS;
  const text = (typeof cell.value === "number" ? String(cell.value) : textOf(cell)).trim();
  if (!TELLING.test(text)) return DOTS;
  // Plain ASCII needs no segmenting, which is slow.
  if (/^[ -~]*$/.test(text)) return `${DOTS}${text.slice(-4)}`;
  // As a reader counts them: an accent belongs to its letter, and a family is one emoji.
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return letters.length <= 4 ? DOTS : `${DOTS}${letters.slice(-4).join("")}`;
}

function holdsSeveral(cell: SourceCell, type: ColumnType): boolean {
  return choicesOf(cell, type) !== null || cell.objectValue?.type === "MULTI_CONTACT";
}

function initials(cell: SourceCell, type: ColumnType): string {
  const contacts = contactsOf(cell, type);
  if (contacts !== null) return contacts.map(contactInitials).join(", ") || NOTHING;
  return typeof cell.value === "string" && choicesOf(cell, type) === null ? initialsOf(cell.value) : NOTHING;
}

function contactInitials({ name, email }: Contact): string {
  const text = name?.trim() || email || "";
  // Of an address only what stands before the "@", which parts names by dots, dashes or underscores.
  return initialsOf(text.includes("@") ? text.slice(0, text.indexOf("@")).replace(/[._+-]/g, " ") : text);
}

function initialsOf(text: string): string {
  const found: string[] = [];
  for (const word of text.normalize("NFC").split(/\s+/)) {
    const [first] = /\p{L}\p{M}*/u.exec(word) ?? [];
    const isTelling = (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 1;
    if (first !== undefined && isTelling && !/^[^\p{L}]*\p{N}/u.test(word))
      found.push(`${first.toUpperCase()}.`);
    if (found.length === MOST_INITIALS) break;
  }
  return found.join("") || NOTHING;
}

function bucket(value: number, size: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= EXACT) return NOTHING;
  const from = Math.floor(value / size) * size;
  return `${grouped(from)}–${grouped(from + size - 1)}`;
}

/** Written out by hand: what a locale calls a thousand differs from server to server. */
function grouped(whole: number): string {
  const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, ",");
  return whole < 0 ? `-${digits}` : digits;
}
