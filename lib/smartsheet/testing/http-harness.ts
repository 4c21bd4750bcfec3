import type { SheetId } from "@/lib/policy/ids";
import { Secret } from "@/lib/secret";
import { createSmartsheet, type HttpSmartsheetConfig } from "../http-adapter";
import type { Authority } from "../port";
import { type Handler, type StubServer, startStub } from "./stub-server";
import { WIRE_SHEET_ID } from "./wire-sheet";

export const TOKEN = "own-token-1234567890";
export const own: Authority = { lane: "own", token: new Secret(TOKEN) };
export const sheetId = WIRE_SHEET_ID as SheetId;

const stubs: StubServer[] = [];

export async function stub(handler: Handler): Promise<StubServer> {
  const server = await startStub(handler);
  stubs.push(server);
  return server;
}

/** For `afterEach`. */
export async function closeStubs(): Promise<void> {
  await Promise.all(stubs.splice(0).map((server) => server.close()));
}

/** The real adapter, waiting next to nothing between tries. */
export function adapter(server: StubServer, change: Partial<HttpSmartsheetConfig> = {}) {
  return createSmartsheet({ apiUrl: server.apiUrl, retry: { baseMs: 1, budgetMs: 2_000 }, ...change });
}

/** One sheet read from a server that answers as told. */
export async function readFrom(
  handler: Handler,
  change: Partial<HttpSmartsheetConfig> = {},
  authority: Authority = own,
) {
  const server = await stub(handler);
  const result = await adapter(server, change).getSheet(authority, sheetId);
  return { server, result, code: result.ok ? "ok" : result.error.code };
}
