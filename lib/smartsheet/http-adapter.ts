import "server-only";
import { readTable } from "@/lib/columnar/read-table";
import { type SheetMeta, sheetOf } from "@/lib/columnar/source-sheet";
import { isSmartsheetId } from "@/lib/policy/ids";
import { fail, ok, type Result } from "@/lib/result";
import { requireApiBase } from "./api-url";
import { toSourceColumn } from "./columns";
import { decodeSheet, type SheetDecoder } from "./decode-sheet";
import { upstreamError } from "./errors";
import { type CallInfo, createExchange } from "./exchange";
import { groupCalls } from "./group-calls";
import { readAllPages } from "./paging";
import type { ReadOptions, Smartsheet, UpstreamError } from "./port";
import { DEFAULT_RETRY, type RetryConfig } from "./retry";
import { createSdkSend, openAnswers } from "./sdk";
import { toPlanUser, toProfile, toSheetSummary } from "./summaries";
import { createTransport, DEFAULT_TRANSPORT, type Timeouts } from "./transport";
import { treeCalls } from "./tree-calls";
import { wireColumn, wireProfile, wireSheetSummary, wireUser, wireVersion } from "./wire";

export interface HttpSmartsheetConfig {
  /** Base of the API, e.g. a region's `apiUrl`. https, or http on this machine only. */
  apiUrl: string;
  /** Added to the SDK's own. Plain letters, digits, dots and slashes. */
  userAgent?: string;
  timeouts?: Partial<Timeouts>;
  maxPackedBytes?: number;
  maxUnpackedBytes?: number;
  retry?: Partial<RetryConfig>;
  /** Milliseconds since 1970, for `fetchedAt`. */
  now?: () => number;
  /** What turns a sheet's body into a table; by default in place. */
  decode?: SheetDecoder;
  /** Told of every try, retries included. */
  onCall?: (info: CallInfo) => void;
}

/** Whole sheet in one answer: no paging parameters, typed multi-values (level 2), never-filled cells left out. */
function sheetQuery(options: ReadOptions | undefined): Record<string, string | number> {
  const query: Record<string, string | number> = {
    include: "objectValue,format",
    exclude: "nonexistentCells",
    level: 2,
  };
  // Joined here: axios would write `columnIds[]=`, which the API does not know.
  if (options?.columnIds !== undefined) query.columnIds = options.columnIds.join(",");
  return query;
}

function badAnswer(): Result<never, UpstreamError> {
  return fail(upstreamError("bad_answer", { status: 200 }));
}

function map<T, U>(result: Result<T, UpstreamError>, change: (value: T) => U): Result<U, UpstreamError> {
  return result.ok ? ok(change(result.value)) : result;
}

/** Smartsheet over HTTP, through the official SDK. Throws at start when `apiUrl` may not be sent a token (T15). */
export function createSmartsheet(config: HttpSmartsheetConfig): Smartsheet {
  const now = config.now ?? Date.now;
  const transport = createTransport({
    timeouts: { ...DEFAULT_TRANSPORT.timeouts, ...config.timeouts },
    maxPackedBytes: config.maxPackedBytes ?? DEFAULT_TRANSPORT.maxPackedBytes,
    maxUnpackedBytes: config.maxUnpackedBytes ?? DEFAULT_TRANSPORT.maxUnpackedBytes,
    isKeptAlive: true,
  });
  const retry = { ...DEFAULT_RETRY, ...config.retry };
  const decode = config.decode ?? decodeSheet;
  const send = createSdkSend({
    apiBase: requireApiBase(config.apiUrl),
    userAgent: config.userAgent ?? "sheetpass",
    exchange: createExchange({ transport, retry, now, onCall: config.onCall }),
  });
  const call = openAnswers(send);

  return {
    async getProfile(authority, signal) {
      const answer = await call(authority, signal, ({ users, customProperties }) =>
        users.getCurrentUser({ queryParameters: { include: "groups" }, customProperties }),
      );
      if (!answer.ok) return answer;
      const parsed = wireProfile.safeParse(answer.value.root);
      return parsed.success ? ok(toProfile(parsed.data)) : badAnswer();
    },

    async listSheets(authority, signal) {
      const all = await readAllPages(wireSheetSummary, (paging) =>
        call(authority, signal, ({ sheets, customProperties }) =>
          sheets.listSheets({ queryParameters: paging, customProperties }),
        ),
      );
      return map(all, (list) => list.map(toSheetSummary).sort((a, b) => a.name.localeCompare(b.name)));
    },

    async getSheet(authority, sheetId, options) {
      if (!isSmartsheetId(sheetId)) return fail(upstreamError("not_found"));
      const answer = await send(authority, options?.signal, ({ sheets, customProperties }) =>
        sheets.getSheet({ sheetId, queryParameters: sheetQuery(options), customProperties }),
      );
      if (!answer.ok) return answer;
      const wanted = { sheetId, columnIds: options?.columnIds };
      const table = await decode(answer.value, wanted, new Date(now()).toISOString());
      return table === null ? badAnswer() : ok(sheetOf(readTable<SheetMeta>(table)));
    },

    async getSheetVersion(authority, sheetId, signal) {
      if (!isSmartsheetId(sheetId)) return fail(upstreamError("not_found"));
      const answer = await call(authority, signal, ({ sheets, customProperties }) =>
        sheets.getSheetVersion({ sheetId, customProperties }),
      );
      if (!answer.ok) return answer;
      const parsed = wireVersion.safeParse(answer.value.root);
      return parsed.success ? ok(parsed.data.version) : badAnswer();
    },

    async listColumns(authority, sheetId, signal) {
      if (!isSmartsheetId(sheetId)) return fail(upstreamError("not_found"));
      const all = await readAllPages(wireColumn, (paging) =>
        call(authority, signal, ({ sheets, customProperties }) =>
          sheets.getColumns({ sheetId, queryParameters: { ...paging, level: 2 }, customProperties }),
        ),
      );
      return map(all, (list) => list.map(toSourceColumn).sort((a, b) => a.index - b.index));
    },

    async listUsers(authority, options) {
      const email = options?.email;
      // A comma would make it a list of addresses.
      if (email?.includes(",")) return ok([]);
      const all = await readAllPages(wireUser, (paging) =>
        call(authority, options?.signal, ({ users, customProperties }) =>
          users.listAllUsers({
            queryParameters: email === undefined ? paging : { ...paging, email },
            customProperties,
          }),
        ),
      );
      return map(all, (list) => list.map(toPlanUser));
    },

    ...treeCalls(call),
    ...groupCalls(call),
  };
}
