import type { Route } from "../http/router";
import type { Scope } from "../oauth/scopes";
import type { Handler } from "./call";

/** How one call is answered, and what `docs/sandbox.md` and the tests say of it. */
export interface ApiRoute {
  /** Null: any valid token will do. */
  scope: Scope | null;
  run: Handler;
  /** What the call takes from the token's minute (API limits: attaching a file and cell history cost 10). */
  cost: number;
  /** The SDK's name for the call, `sheets.getSheet`; null where SDK 5.3.0 has none. */
  sdk: string | null;
  /** False for calls the published API description does not know, or no longer knows. */
  inSpec: boolean;
}

export interface RouteNotes {
  sdk?: string;
  cost?: number;
  inSpec?: boolean;
}

/** `path` is spelled as in the published API description: tests look the answer's schema up by it. */
export function route(
  method: string,
  path: string,
  scope: Scope | null,
  run: Handler,
  notes: RouteNotes = {},
): Route<ApiRoute> {
  const { sdk = null, cost = 1, inSpec = true } = notes;
  return { method, path, handle: { scope, run, cost, sdk, inSpec } };
}
