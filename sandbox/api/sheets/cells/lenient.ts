import { looks } from "../../../scenarios/format";
import type { Cell } from "../../../store/types";

/** "$5,000", "50%" and "100.5" as typed into a cell: the number they mean and the format that shows it so. Null for text. */
export function parseNumber(text: string): Pick<Cell, "value" | "format"> | null {
  const match = /^(-?)\s*([$€£¥]?)\s*(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*(%?)$/.exec(text.trim());
  if (!match) return null;
  const [, sign, currency = "", whole = "", fraction = "", percent] = match;
  if (currency && percent) return null;
  const number = Number(`${sign}${whole.replaceAll(",", "")}${fraction}`);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return null;
  const decimals = Math.min(Math.max(fraction.length - 1, 0), 5);
  const thousands = whole.includes(",");
  if (percent) return { value: number / 100, format: looks({ number: "PERCENT", decimals, thousands }) };
  const code = ({ $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" } as const)[currency];
  if (code)
    return { value: number, format: looks({ number: "CURRENCY", currency: code, decimals, thousands }) };
  return thousands
    ? { value: number, format: looks({ number: "NUMBER", decimals, thousands }) }
    : { value: number };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** ISO dates, `11/24/26`, `Nov 24, 2026` and `24 Nov 2026` as `YYYY-MM-DD`. Null for what is no day. */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(text.trim());
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text.trim());
  if (american) {
    const year = Number(american[3]);
    return day(year < 100 ? 2000 + year : year, Number(american[1]), Number(american[2]));
  }
  const named = /^(?:([a-z]{3,9})\s+(\d{1,2})|(\d{1,2})\s+([a-z]{3,9})),?\s+(\d{4})$/i.exec(text.trim());
  if (!named) return null;
  const month = MONTHS.indexOf((named[1] ?? named[4] ?? "").slice(0, 3).toLowerCase()) + 1;
  return day(Number(named[5]), month, Number(named[2] ?? named[3]));
}

function day(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isReal ? at.toISOString().slice(0, 10) : null;
}
