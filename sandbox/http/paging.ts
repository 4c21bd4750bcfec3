import type { Switches } from "../switches";
import { badValue } from "./errors";

export interface Page<T> {
  pageNumber: number;
  pageSize?: number;
  totalPages: number;
  totalCount: number;
  data: T[];
}

/** What paging needs of a call. */
export interface PagedCall {
  query: URLSearchParams;
  sandbox: { switches: Switches };
}

/**
 * Offset paging: 100 a page, `includeAll` leaves `pageSize` out. Past the end comes the last page again or an empty one
 * (switch `pageBeyondEnd`). With `totals=unknown` both totals are -1 while data lasts; the first page without data, which
 * is then the only sign of the end, has 0 in all four members.
 */
export function paginate<T>(items: T[], call: PagedCall): Page<T> {
  if (call.query.get("includeAll") === "true")
    return { pageNumber: 1, totalPages: 1, totalCount: items.length, data: items };
  const pageSize = wholeNumber(call.query, "pageSize") ?? 100;
  const isUnknown = call.sandbox.switches.is("totals", "unknown");
  const { pageNumber, data } = isUnknown
    ? pageOf(items, pageSize, call, true)
    : pageOf(items, pageSize, call);
  if (isUnknown && data.length === 0)
    return { pageNumber: 0, pageSize: 0, totalPages: 0, totalCount: 0, data };
  if (isUnknown) return { pageNumber, pageSize, totalPages: -1, totalCount: -1, data };
  return { pageNumber, pageSize, totalPages: pageCount(items, pageSize), totalCount: items.length, data };
}

/** The page a call asks for, without the words around it. `isEndless`: past the end comes nothing. */
export function pageOf<T>(
  items: T[],
  pageSize: number,
  { query, sandbox }: PagedCall,
  isEndless = sandbox.switches.is("pageBeyondEnd", "empty"),
): { pageNumber: number; data: T[] } {
  const wanted = wholeNumber(query, "page") ?? 1;
  const pageNumber = isEndless ? wanted : Math.min(wanted, pageCount(items, pageSize));
  return { pageNumber, data: items.slice((pageNumber - 1) * pageSize, pageNumber * pageSize) };
}

function pageCount(items: unknown[], pageSize: number): number {
  return Math.max(1, Math.ceil(items.length / pageSize));
}

/** Null where the parameter is absent or empty; 400/1018 where it is no whole number from 1. */
export function wholeNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null || text === "") return null;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw badValue(text, name);
  return number;
}

/** A comma list without blanks. Null where the parameter is absent or empty. */
export function list(query: URLSearchParams, name: string): string[] | null {
  const items = (query.get(name) ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length > 0 ? items : null;
}

/** ISO date, ISO date-time or epoch milliseconds. */
export function moment(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null || text === "") return null;
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(at)) throw badValue(text, name);
  return at;
}
