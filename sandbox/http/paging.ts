import { badValue } from "./errors";

export interface Page<T> {
  pageNumber: number;
  pageSize?: number;
  totalPages: number;
  totalCount: number;
  data: T[];
}

/** Offset paging: 100 a page, a page past the end is the last one again, `includeAll` leaves `pageSize` out. */
export function paginate<T>(items: T[], query: URLSearchParams): Page<T> {
  if (query.get("includeAll") === "true")
    return { pageNumber: 1, totalPages: 1, totalCount: items.length, data: items };
  const pageSize = wholeNumber(query, "pageSize") ?? 100;
  const totalPages = Math.max(1, Math.ceil(items.length / pageSize));
  const pageNumber = Math.min(wholeNumber(query, "page") ?? 1, totalPages);
  const data = items.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return { pageNumber, pageSize, totalPages, totalCount: items.length, data };
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
