/** Names for the positions of Smartsheet's format descriptor, so that scenarios stay readable. */
export interface Looks {
  font?: "Arial" | "Tahoma" | "Times New Roman" | "Verdana";
  /** Index into 8 9 10 12 14 16 18 20 24 28 32 36 (2 = 10 pt). */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  align?: "left" | "center" | "right";
  /** Indexes into the 42-entry colour table. */
  text?: number;
  background?: number;
  currency?: "EUR" | "GBP" | "USD" | "JPY" | "CHF";
  decimals?: number;
  thousands?: boolean;
  number?: "NUMBER" | "CURRENCY" | "PERCENT";
  wrap?: boolean;
  /** 4 is YYYY-MM-DD, 3 is D MMM YYYY. */
  date?: number;
}

const FONTS = ["Arial", "Tahoma", "Times New Roman", "Verdana"];
const ALIGNS = ["default", "left", "center", "right"];
const NUMBERS = ["none", "NUMBER", "CURRENCY", "PERCENT"];
const CURRENCIES = { EUR: 6, GBP: 7, JPY: 10, USD: 13, CHF: 15 };

/** A format as a scenario gives it, as the descriptor on the wire. */
export function descriptor(format: string | Looks): string {
  return typeof format === "string" ? format : looks(format);
}

export function looks(wanted: Looks): string {
  const flag = (on: boolean | undefined) => (on ? "1" : "");
  const index = (table: string[], name: string | undefined) => (name ? String(table.indexOf(name)) : "");
  return [
    index(FONTS, wanted.font),
    wanted.size ?? "",
    flag(wanted.bold),
    flag(wanted.italic),
    flag(wanted.underline),
    flag(wanted.strike),
    index(ALIGNS, wanted.align),
    "",
    wanted.text ?? "",
    wanted.background ?? "",
    "",
    wanted.currency ? CURRENCIES[wanted.currency] : "",
    wanted.decimals ?? "",
    flag(wanted.thousands),
    index(NUMBERS, wanted.number),
    flag(wanted.wrap),
    wanted.date ?? "",
  ].join(",");
}
