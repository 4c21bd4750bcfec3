import "server-only";
import { asksByTitle, columnsToAsk } from "@/lib/policy/columns";
import type { ColumnId } from "@/lib/policy/ids";
import type { SourceColumn, SourceSheet } from "@/lib/policy/sheet";
import { ok, type Result } from "@/lib/result";
import type { UpstreamError } from "@/lib/smartsheet/port";
import type { CopyAnswer, SheetCopies, Wish } from "@/lib/snapshots/copies";
import type { SheetRead } from "./admin-read";
import type { ColumnLists } from "./column-lists";
import type { SheetAndColumns } from "./delegated-reader";

/** The questions a read may ask upstream, all by one right. */
export interface SheetCalls {
  version(): Promise<Result<number, UpstreamError>>;
  read(columnIds: ColumnId[] | null): Promise<Result<SourceSheet, UpstreamError>>;
  columns(): Promise<Result<SourceColumn[], UpstreamError>>;
}

interface Upstream {
  calls: SheetCalls;
  copies: SheetCopies;
  lists: ColumnLists;
}

/**
 * The columns a decision needs and no others (I11). A rule that names columns by title, and a forbid that must tell a
 * column that is gone from one that was not asked for, need the list of all columns as well; it is asked for once for
 * each version of the sheet.
 */
export async function readColumnsOf(
  read: SheetRead,
  wish: Wish,
  upstream: Upstream,
): Promise<Result<SheetAndColumns, UpstreamError>> {
  if (read.purpose === "preview") {
    const whole = await readCopy(read, null, wish, upstream);
    return whole.ok ? ok({ ...whole.value, allColumnIds: null }) : whole;
  }
  const byTitle = asksByTitle(read.decision, read);
  if (!byTitle && (read.columnIds === null || read.decision.minus.length === 0)) {
    const answer = await readAsked(read, read.columnIds, wish, upstream);
    return answer.ok ? ok({ ...answer.value, allColumnIds: null }) : answer;
  }

  const list = upstream.lists.of(read, upstream.calls.columns);
  for (let round = 0; ; round++) {
    const columns = await list.get();
    if (!columns.ok) return columns;
    const wanted = byTitle ? columnsToAsk(read.decision, read, columns.value) : read.columnIds;
    // Nothing to show is not asked for; an empty list might be taken for "all".
    const answer = await readAsked(read, wanted?.length === 0 ? null : wanted, wish, upstream);
    if (!answer.ok) return answer;
    // A list from before the sheet changed may lack a column or hold an old title.
    if (!list.fits(answer.value.sheet.version) && round === 0) continue;
    return ok({
      ...answer.value,
      allColumnIds: columns.value.map(({ id }) => id),
      ...(byTitle ? { allColumns: columns.value } : {}),
    });
  }
}

/** A rule may name a column that is gone; where Smartsheet refuses the whole question for it, ask for all. */
async function readAsked(
  read: SheetRead,
  columnIds: ColumnId[] | null,
  wish: Wish,
  upstream: Upstream,
): Promise<Result<CopyAnswer, UpstreamError>> {
  const first = await readCopy(read, columnIds, wish, upstream);
  if (first.ok || first.error.status !== 400 || columnIds === null) return first;
  return readCopy(read, null, wish, upstream);
}

function readCopy(
  { connectionId, assume, sheetId }: SheetRead,
  columnIds: ColumnId[] | null,
  wish: Wish,
  { calls, copies }: Upstream,
): Promise<Result<CopyAnswer, UpstreamError>> {
  return copies.look({ lane: "delegated", connectionId, assume, sheetId, columnIds }, wish, {
    version: calls.version,
    read: () => calls.read(columnIds),
  });
}
