import "server-only";
import { asksByTitle, columnsToAsk } from "@/lib/policy/columns";
import type { ColumnId } from "@/lib/policy/ids";
import { ok, type Result } from "@/lib/result";
import type { Authority, Smartsheet, UpstreamError } from "@/lib/smartsheet/port";
import type { SheetCopies } from "@/lib/snapshots/copies";
import type { SheetRead } from "./admin-read";
import type { SheetAndColumns } from "./delegated-reader";

interface Upstream {
  port: Smartsheet;
  authority: Authority;
  copies: SheetCopies;
}

/**
 * The columns a decision needs and no others (I11). A rule that names columns by title, and a forbid that must tell a
 * column that is gone from one that was not asked for, need the list of all columns as well.
 */
export async function readColumnsOf(
  read: SheetRead,
  maxAgeSeconds: number,
  { port, authority, copies }: Upstream,
): Promise<Result<SheetAndColumns, UpstreamError>> {
  const readColumns = (columnIds: ColumnId[] | null) =>
    copies.getOrRead(
      copies.delegatedKey(read.connectionId, read.assume, read.sheetId, columnIds),
      maxAgeSeconds,
      () => port.getSheet(authority, read.sheetId, columnIds === null ? {} : { columnIds }),
    );
  if (read.purpose === "preview") {
    const whole = await readColumns(null);
    return whole.ok ? ok({ sheet: whole.value, allColumnIds: null }) : whole;
  }

  const byTitle = asksByTitle(read.decision, read);
  const needsList = byTitle || (read.columnIds !== null && read.decision.minus.length > 0);
  const listed = needsList ? port.listColumns(authority, read.sheetId) : null;
  const named = byTitle ? await listed : null;
  if (named && !named.ok) return named;
  const wanted = named ? columnsToAsk(read.decision, read, named.value) : read.columnIds;
  // Nothing to show is not asked for; an empty list might be taken for "all".
  const [first, columns] = await Promise.all([readColumns(wanted?.length === 0 ? null : wanted), listed]);
  // A rule may name a column that is gone; where Smartsheet refuses the whole question for it, ask for all.
  const sheet = !first.ok && first.error.status === 400 && wanted !== null ? await readColumns(null) : first;
  if (!sheet.ok) return sheet;
  if (columns && !columns.ok) return columns;
  return ok({
    sheet: sheet.value,
    allColumnIds: columns ? columns.value.map(({ id }) => id) : null,
    ...(byTitle && columns ? { allColumns: columns.value } : {}),
  });
}
