import "server-only";
import { createClient, type SmartsheetClient } from "smartsheet";
import { create as createRequestor } from "smartsheet/dist/lib/utils/httpRequestor.js";
import { fail, ok, type Result } from "@/lib/result";
import { isAdminCallAllowed } from "./admin-paths";
import { assumeUserHeader } from "./assumed-address";
import { upstreamError } from "./errors";
import type { Exchange } from "./exchange";
import { type JsonDocument, openJson } from "./json";
import type { Authority, UpstreamError } from "./port";
import { isUsableToken } from "./tokens";
import type { WireRequest } from "./transport";

type Outcome = Result<Buffer, UpstreamError> | { thrown: unknown };

/** What the SDK hands its `request`: url, headers and query, nothing else of ours fits through. */
interface SdkRequest {
  headers: Record<string, string>;
  params?: WireRequest["params"];
}

interface SheetCallOptions {
  queryParameters?: WireRequest["params"];
  customProperties?: Record<string, string>;
}

/** The SDK types `sheets` loosely; these are the calls we make, as its source has them. */
export interface SdkSheets {
  listSheets(options: SheetCallOptions): Promise<unknown>;
  getSheet(options: SheetCallOptions & { sheetId: string }): Promise<unknown>;
  getSheetVersion(options: SheetCallOptions & { sheetId: string }): Promise<unknown>;
  getColumns(options: SheetCallOptions & { sheetId: string }): Promise<unknown>;
  getSheetPath(options: SheetCallOptions & { sheetId: string }): Promise<unknown>;
}

/** Calls the SDK types with numbers as ids; it only puts them into the address, and ours are text (I14). */
export interface SdkTree {
  listWorkspaces(options: SheetCallOptions): Promise<unknown>;
  getWorkspaceChildren(options: SheetCallOptions & { workspaceId: string }): Promise<unknown>;
  getFolderChildren(options: SheetCallOptions & { folderId: string }): Promise<unknown>;
  getFolderPath(options: SheetCallOptions & { folderId: string }): Promise<unknown>;
  getReportPath(options: SheetCallOptions & { reportId: string }): Promise<unknown>;
  listGroups(options: SheetCallOptions): Promise<unknown>;
  getGroup(options: SheetCallOptions & { groupId: string }): Promise<unknown>;
}

/** The SDK's typed calls, and the header options that every one of them must be given. */
export interface SdkCalls {
  users: SmartsheetClient["users"];
  sheets: SdkSheets;
  tree: SdkTree;
  customProperties: Record<string, string>;
}

type SdkAnswer<T> = (
  authority: Authority,
  signal: AbortSignal | undefined,
  run: (calls: SdkCalls) => Promise<unknown>,
) => Promise<Result<T, UpstreamError>>;

/** The body as it came, of an answer that is good by its status. */
export type SdkSend = SdkAnswer<Buffer>;
export type SdkCall = SdkAnswer<JsonDocument>;

/** `send` with its answers opened; one that is no JSON is a `bad_answer` (F06). */
export function openAnswers(send: SdkSend): SdkCall {
  return async (authority, signal, run) => {
    const body = await send(authority, signal, run);
    if (!body.ok) return body;
    try {
      return ok(await openJson(body.value));
    } catch (error) {
      if (error instanceof SyntaxError) return fail(upstreamError("bad_answer", { status: 200 }));
      throw error;
    }
  };
}

/** Everything a request may not do, checked where nothing above can get round it (I07, I09). Throws: it is our mistake. */
function requireAllowed(method: string, path: string, headers: SdkRequest["headers"], authority: Authority) {
  const assume = authority.lane === "admin" ? authority.assume : null;
  const wanted = assume === null ? undefined : assumeUserHeader(assume);
  const names = Object.keys(headers).filter((name) => name.toLowerCase() === "assume-user");
  if (wanted === null || names.length > 1 || headers["Assume-User"] !== wanted) {
    throw new Error("Refused: the assumed user is not the one the authority names.");
  }
  if (headers.Authorization !== `Bearer ${authority.token.reveal()}`) {
    throw new Error("Refused: the token is not the authority's.");
  }
  if (authority.lane === "admin" && !isAdminCallAllowed(method, path)) {
    throw new Error("Refused: an administrator's token may not make this call.");
  }
}

function pathUnder(base: string, url: string): string {
  // Compared as text and as parsed, so that neither dots nor escapes lead the token elsewhere.
  if (!url.startsWith(base) || new URL(url).href !== url || /[?#\\]/.test(url)) {
    throw new Error("Refused: the request leaves the API's address.");
  }
  return url.slice(base.length);
}

/**
 * The official SDK with our own exchange beneath it. The SDK builds the request; it never sees a failure, because it
 * would turn it into an empty object, retry it by its own rules or log it: our outcome passes through as the content.
 *
 * One client per call. Token, lane and abort signal are then bound to the one request they are for, and the SDK's habit
 * of taking an empty token from the environment cannot arise.
 */
export function createSdkSend(parts: { apiBase: string; userAgent: string; exchange: Exchange }): SdkSend {
  const { apiBase, exchange, userAgent } = parts;

  return async (authority, signal, run) => {
    if (!isUsableToken(authority.token)) return fail(upstreamError("token_invalid"));
    const assume = authority.lane === "admin" ? authority.assume : null;
    const assumeUser = assume === null ? undefined : assumeUserHeader(assume);
    if (assumeUser === null) return fail(upstreamError("cannot_assume"));

    const send = (method: "GET") => async (url: string, request: SdkRequest) => {
      try {
        const path = pathUnder(apiBase, url);
        requireAllowed(method, path, request.headers, authority);
        const { "Content-Type": _unused, ...headers } = request.headers;
        const wire: WireRequest = { method, url, headers, params: request.params, signal };
        return await exchange(wire, { authority, path });
      } catch (thrown) {
        return { thrown };
      }
    };
    const refuse = async (): Promise<Outcome> => ({ thrown: new Error("Refused: only GET is in use.") });
    const requestor = createRequestor({
      request: { get: send("GET"), post: refuse, put: refuse, patch: refuse, delete: refuse },
      handleResponse: (outcome: Outcome | undefined) => ({ content: outcome }),
      calcRetryBackoff: () => -1,
    });
    const client = createClient({
      accessToken: authority.token.reveal(),
      baseUrl: apiBase,
      userAgent,
      requestor,
    });
    const sheets: SdkSheets = client.sheets;
    const customProperties: Record<string, string> = {};
    if (assumeUser !== undefined) customProperties["Assume-User"] = assumeUser;

    const { users, workspaces, folders, reports, groups } = client;
    const tree = { ...workspaces, ...folders, ...reports, ...groups } as unknown as SdkTree;
    const outcome = (await run({ users, sheets, tree, customProperties })) as Outcome | undefined;
    if (outcome === undefined) throw new Error("The SDK dropped the outcome.");
    if ("thrown" in outcome) throw outcome.thrown;
    return outcome.ok ? ok(outcome.value) : outcome;
  };
}
