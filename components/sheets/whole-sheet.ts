import type { VisibleColumn, VisibleRow } from "@/lib/policy/sheet";

/** What a sheet's answer and a link's answer have in common. */
export interface SheetLike {
  sheet: { id: string; name: string; version: number; fetchedAt: string; totalRowCount: number };
  access: object;
  columns: VisibleColumn[];
  rows: VisibleRow[];
}

export interface RowWindow {
  page: number;
  pageSize: number;
}

export const PAGE_ROWS = 5_000;
const RESTARTS = 3;

/** Nothing fits together: the sheet changed at each try. */
export class SheetChanging extends Error {}

export function isWhole({ rows, sheet }: SheetLike): boolean {
  return rows.length >= sheet.totalRowCount;
}

/**
 * The window to ask for next. From a short first screen it doubles, so that no row is sent twice; from nothing, or
 * from a whole page on, it goes page by page.
 */
export function nextWindow(loaded: number): RowWindow {
  if (loaded > 0 && loaded < PAGE_ROWS) return { page: 2, pageSize: loaded };
  return { page: Math.floor(loaded / PAGE_ROWS) + 1, pageSize: PAGE_ROWS };
}

/** Rows belong together only when sheet, rights and columns are the same for both. */
function fits(a: SheetLike, b: SheetLike): boolean {
  return (
    a.sheet.version === b.sheet.version &&
    a.sheet.totalRowCount === b.sheet.totalRowCount &&
    JSON.stringify([a.access, a.columns]) === JSON.stringify([b.access, b.columns])
  );
}

function join<A extends SheetLike>(before: A, next: A, { page, pageSize }: RowWindow): A {
  const known = before.rows.length - (page - 1) * pageSize;
  const isOlder = before.sheet.fetchedAt < next.sheet.fetchedAt;
  return {
    ...next,
    sheet: isOlder ? { ...next.sheet, fetchedAt: before.sheet.fetchedAt } : next.sheet,
    rows: [...before.rows, ...next.rows.slice(known)],
  };
}

/**
 * All rows of a sheet, window by window, from `start` or from nothing. When the sheet or one's rights change on the
 * way, the rows so far are thrown away and it begins again. `onProgress` gets what is there after each window.
 * Errors: whatever `ask` throws; `SheetChanging` after three new beginnings.
 */
export async function loadWhole<A extends SheetLike>(
  ask: (window: RowWindow) => Promise<A>,
  options: { start?: A; onProgress?: (soFar: A) => void } = {},
): Promise<A> {
  let soFar = options.start ?? null;
  for (let restarts = 0; restarts <= RESTARTS; ) {
    if (soFar && isWhole(soFar)) return soFar;
    const window = nextWindow(soFar?.rows.length ?? 0);
    const next = await ask(window);
    const isStart = window.page === 1;
    if (!isStart && soFar && (!fits(soFar, next) || next.rows.length === 0)) {
      soFar = null;
      restarts += 1;
      continue;
    }
    soFar = isStart || !soFar ? next : join(soFar, next, window);
    if (isStart && next.rows.length === 0) return next;
    options.onProgress?.(soFar);
  }
  throw new SheetChanging("The sheet keeps changing while it is read. Try again in a moment.");
}
