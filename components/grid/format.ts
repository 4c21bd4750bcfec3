import { type CellColours, cellColours } from "./colours";

/** Source: Smartsheet API, "Get Server Info", `formats`; indexes never change, tables may grow. */
const COLOURS =
  " #000000 #FFFFFF - #FEEEF0 #FFF4E6 #FCFAD3 #ECFEEF #E6F5FE #F3E5FA #F2E8DE #FDDADB #FEE6C9 #FCF99B #D9F9DD #D3E8F6 #E9C9FA #EEDCCA #E5E5E5 #FCABAE #FDD09C #FFFF00 #A9EEAE #95B9F0 #D39EF0 #D7B99C #CDCCCC #FF0000 #FF8100 #FDE900 #00CA0E #165DEF #A601D6 #974C02 #808080 #770E12 #D05800 #FFC800 #00750D #00395E #6C018B #5A2D01"
    .split(" ")
    .map((colour) => (colour.startsWith("#") ? colour.toLowerCase() : undefined));

const CURRENCIES =
  " ARS AUD BRL CAD CLP EUR GBP ILS INR JPY MXN RUB USD ZAR CHF CNY DKK HKD KRW NOK NZD SEK SGD".split(" ");

const ALIGNMENTS = [undefined, "left", "center", "right"] as const;
const NUMBER_STYLES = [undefined, "number", "currency", "percent"] as const;

/** Position 16. The order is the SDK's; the separators are ours, Smartsheet does not document them. */
export const DATE_PATTERNS = [
  undefined,
  "MMMM D, YYYY",
  "MMM D, YYYY",
  "D MMM YYYY",
  "YYYY-MM-DD",
  "YYYY.MM.DD",
  "dddd, MMMM D, YYYY",
  "ddd, DD MMM YYYY",
  "ddd, MM/DD/YYYY",
  "MMMM D",
  "D MMMM",
] as const;

export interface CellFormat {
  isBold: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
  isStruck: boolean;
  align?: "left" | "center" | "right";
  textColour?: string;
  background?: string;
  /** ISO 4217. */
  currency?: string;
  decimals?: number;
  hasThousands: boolean;
  numberStyle?: "number" | "currency" | "percent";
  isWrapped: boolean;
  datePattern?: string;
}

const PLAIN: CellFormat = {
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruck: false,
  hasThousands: false,
  isWrapped: false,
};

/**
 * A format descriptor in our words. Positions left empty fall back to the column's; an index a table does not know
 * is taken as unset. Shape: up to 17 comma-separated indexes. Source: Smartsheet API, "Cell formatting".
 */
export function parseFormat(own: string | undefined, column?: string): CellFormat {
  if (!own && !column) return PLAIN;
  const first = own?.split(",") ?? [];
  const second = column?.split(",") ?? [];
  const at = (position: number): number | undefined => {
    const raw = first[position]?.trim() || second[position]?.trim();
    return raw && /^\d{1,3}$/.test(raw) ? Number(raw) : undefined;
  };
  const decimals = at(12);
  return {
    isBold: at(2) === 1,
    isItalic: at(3) === 1,
    isUnderlined: at(4) === 1,
    isStruck: at(5) === 1,
    align: ALIGNMENTS[at(6) ?? 0],
    textColour: COLOURS[at(8) ?? 0],
    background: COLOURS[at(9) ?? 0],
    currency: CURRENCIES[at(11) ?? 0] || undefined,
    decimals: decimals !== undefined && decimals <= 5 ? decimals : undefined,
    hasThousands: at(13) === 1,
    numberStyle: NUMBER_STYLES[at(14) ?? 0],
    isWrapped: at(15) === 1,
    datePattern: DATE_PATTERNS[at(16) ?? 0],
  };
}

const remembered = new Map<string, CellFormat>();

/** Sheets use few descriptors many times; the store is cleared rather than let grow without end. */
export function formatOf(own: string | undefined, column: string | undefined): CellFormat {
  if (!own && !column) return PLAIN;
  const key = `${own ?? ""}|${column ?? ""}`;
  let format = remembered.get(key);
  if (!format) {
    if (remembered.size >= 1000) remembered.clear();
    format = parseFormat(own, column);
    remembered.set(key, format);
  }
  return format;
}

export interface FormatStyle extends CellColours {
  fontWeight?: number;
  fontStyle?: "italic";
  textDecorationLine?: string;
}

const styles = new WeakMap<CellFormat, FormatStyle | null>();

/** Style attributes for a format; null when there is nothing to say. The same object every time, so memoised cells hold. */
export function styleOf(format: CellFormat): FormatStyle | null {
  let style = styles.get(format);
  if (style === undefined) {
    const lines = [format.isUnderlined && "underline", format.isStruck && "line-through"].filter(Boolean);
    const made: FormatStyle = cellColours(format.textColour, format.background);
    if (format.isBold) made.fontWeight = 650;
    if (format.isItalic) made.fontStyle = "italic";
    if (lines.length > 0) made.textDecorationLine = lines.join(" ");
    style = Object.keys(made).length > 0 ? made : null;
    styles.set(format, style);
  }
  return style;
}
