/** The tables of Smartsheet's format descriptor that have names; a name's place is its number on the wire. */
export const FONTS = ["Arial", "Tahoma", "Times New Roman", "Verdana"] as const;
const ALIGNS = ["default", "left", "center", "right"] as const;
const VERTICALS = ["default", "top", "middle", "bottom"] as const;
const NUMBERS = ["none", "NUMBER", "CURRENCY", "PERCENT"] as const;
/** In the order of the wire: by alphabet up to ZAR, and again after it. */
export const CURRENCIES = [
  ..."none ARS AUD BRL CAD CLP EUR GBP ILS INR JPY MXN RUB USD ZAR".split(" "),
  ..."CHF CNY DKK HKD KRW NOK NZD SEK SGD".split(" "),
];
/** How many entries the tables without names have. */
export const SIZES = 12;
export const COLORS = 42;
export const DATE_FORMATS = 11;

/** Names for the positions of Smartsheet's format descriptor, so that scenarios stay readable. */
export interface Looks {
  font?: (typeof FONTS)[number];
  /** Index into 8 9 10 12 14 16 18 20 24 28 32 36 (2 = 10 pt). */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  align?: "left" | "center" | "right";
  vertical?: "top" | "middle" | "bottom";
  /** Indexes into the 42-entry colour table. */
  text?: number;
  background?: number;
  /** The bar of the row in a Gantt chart. */
  taskbar?: number;
  /** A code of `CURRENCIES`. */
  currency?: string;
  decimals?: number;
  thousands?: boolean;
  number?: "NUMBER" | "CURRENCY" | "PERCENT";
  wrap?: boolean;
  /** 4 is YYYY-MM-DD, 3 is D MMM YYYY. */
  date?: number;
}

/** A format as a scenario gives it, as the descriptor on the wire. */
export function descriptor(format: string | Looks): string {
  return typeof format === "string" ? format : looks(format);
}

export function looks(wanted: Looks): string {
  const flag = (on: boolean | undefined) => (on ? "1" : "");
  const index = (table: readonly string[], name: string | undefined) =>
    name ? String(table.indexOf(name)) : "";
  return [
    index(FONTS, wanted.font),
    wanted.size ?? "",
    flag(wanted.bold),
    flag(wanted.italic),
    flag(wanted.underline),
    flag(wanted.strike),
    index(ALIGNS, wanted.align),
    index(VERTICALS, wanted.vertical),
    wanted.text ?? "",
    wanted.background ?? "",
    wanted.taskbar ?? "",
    index(CURRENCIES, wanted.currency),
    wanted.decimals ?? "",
    flag(wanted.thousands),
    index(NUMBERS, wanted.number),
    flag(wanted.wrap),
    wanted.date ?? "",
  ].join(",");
}
