import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/result";
import { upstreamError } from "./errors";
import type { JsonDocument } from "./json";
import type { UpstreamError } from "./port";
import { wirePage, wireTokenPage } from "./wire";

export const PAGE_SIZE = 1000;
const MOST_PAGES = 500;

/**
 * All entries of an offset-paged list, once each by id (pages may overlap when the list changes while it is read, F08).
 * Ends at `totalPages` where the answer gives it, else at a short or empty page, and always at a page that brings
 * nothing new: beyond the end Smartsheet may repeat the last page. An entry of the wrong shape refuses the whole list.
 * Source: Smartsheet API, "Pagination".
 */
export async function readAllPages<Schema extends z.ZodType<{ id: string }>>(
  schema: Schema,
  getPage: (paging: { page: number; pageSize: number }) => Promise<Result<JsonDocument, UpstreamError>>,
): Promise<Result<z.output<Schema>[], UpstreamError>> {
  const entries = new Map<string, z.output<Schema>>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await getPage({ page, pageSize: PAGE_SIZE });
    if (!answer.ok) return answer;
    const parsed = wirePage.safeParse(answer.value.root);
    if (!parsed.success) return fail(upstreamError("bad_answer", { status: 200 }));
    const { data, pageNumber, pageSize, totalPages } = parsed.data;
    const before = entries.size;
    for (const raw of data) {
      const entry = schema.safeParse(raw);
      if (!entry.success) return fail(upstreamError("bad_answer", { status: 200 }));
      if (!entries.has(entry.data.id)) entries.set(entry.data.id, entry.data);
    }
    const isLast =
      totalPages != null && totalPages >= 0
        ? (pageNumber ?? page) >= totalPages
        : data.length < (pageSize ?? PAGE_SIZE);
    if (isLast || entries.size === before) return ok([...entries.values()]);
  }
  return fail(upstreamError("bad_answer", { status: 200 }));
}

/**
 * All entries of a list that is paged by `lastKey`, once each by id. A key that was given before ends the list as
 * broken: following it would never end.
 */
export async function readTokenPages<Schema extends z.ZodType<{ id: string }>>(
  schema: Schema,
  getPage: (paging: Record<string, string | number>) => Promise<Result<JsonDocument, UpstreamError>>,
): Promise<Result<z.output<Schema>[], UpstreamError>> {
  const entries = new Map<string, z.output<Schema>>();
  const seen = new Set<string>();
  let lastKey: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await getPage(lastKey === undefined ? {} : { lastKey });
    if (!answer.ok) return answer;
    const parsed = wireTokenPage.safeParse(answer.value.root);
    const list = parsed.success ? schema.array().safeParse(parsed.data.data) : null;
    if (!parsed.success || !list?.success) return fail(upstreamError("bad_answer", { status: 200 }));
    for (const entry of list.data) if (!entries.has(entry.id)) entries.set(entry.id, entry);
    lastKey = parsed.data.lastKey;
    if (lastKey === undefined || lastKey === "") return ok([...entries.values()]);
    if (seen.has(lastKey)) break;
    seen.add(lastKey);
  }
  return fail(upstreamError("bad_answer", { status: 200 }));
}
