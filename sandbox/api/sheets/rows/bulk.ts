import { type Body, readObjects } from "../../../http/attributes";
import { ApiError, refId } from "../../../http/errors";
import { json, type Reply } from "../../../http/reply";
import { rowRenderer } from "../../../render/row";
import { parseId } from "../../../store/ids";
import type { Sheet } from "../../../store/sheet";
import type { Id, Row } from "../../../store/types";
import type { Call } from "../../call";
import { readView } from "../view";

const MOST_ROWS = 500;

/** Where in a request something went wrong. */
interface Place {
  index: number;
  rowId?: Id;
}

interface Failure extends Place {
  error: { errorCode: number; message: string; refId: string };
}

export interface RowBodies {
  items: Body[];
  /** A list is answered with a list, a single row with a single row. */
  isList: boolean;
}

/** Errors: 400/1008 for what is neither a row nor a list of rows, 1061 for more than 500. */
export async function readRows(call: Call): Promise<RowBodies> {
  const bodies = await readObjects(call.request);
  if (bodies.items.length > MOST_ROWS) throw new ApiError(400, 1061, "Max count exceeded for field rows.");
  return bodies;
}

/**
 * Reads the rows of a request one by one. An error names the row's place; with `allowPartialSuccess` it spoils that row
 * only.
 */
export function readEach<Draft>(
  call: Call,
  items: Body[],
  read: (body: Body) => Draft,
): { drafts: Draft[]; failed: Failure[] } {
  const isLenient = call.query.get("allowPartialSuccess") === "true";
  const failed: Failure[] = [];
  const drafts = items.flatMap((body, index) => {
    const place = { index, ...rowIdOf(body) };
    try {
      return [read(body)];
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!isLenient) throw placed(error, place);
      const { errorCode, message } = error;
      failed.push({ ...place, error: { errorCode, message, refId: refId() } });
      return [];
    }
  });
  return { drafts, failed };
}

/** The same error, with the place in the request as its detail. */
export function placed(error: ApiError, place: Place): ApiError {
  return new ApiError(error.status, error.errorCode, error.message, { ...place });
}

function rowIdOf({ id }: Body): { rowId?: Id } {
  const rowId = typeof id === "string" ? parseId(id) : id;
  return typeof rowId === "number" || typeof rowId === "bigint" ? { rowId } : {};
}

/** What writing rows answers: the rows as they are now, and what failed. */
export function rowsWritten(
  call: Call,
  sheet: Sheet,
  rows: Row[],
  { isList }: RowBodies,
  failed: Failure[],
): Reply {
  const render = rowRenderer(sheet, readView(call, sheet));
  const wire = rows.map((row) => ({ ...render(row), sheetId: sheet.id }));
  const isPartial = failed.length > 0;
  return json({
    message: isPartial ? "PARTIAL_SUCCESS" : "SUCCESS",
    resultCode: isPartial ? 3 : 0,
    result: isList ? wire : wire[0],
    version: sheet.version,
    ...(isPartial ? { failedItems: failed } : {}),
  });
}
