import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/audit/event";
import type { Viewer } from "@/lib/auth/principal";
import { networkKey } from "@/lib/limits";

/** Facts about one request, read once from its headers. */
export interface RequestContext {
  requestId: string;
  network: string;
  userAgent: string | null;
}

/** Set by our own server from the socket, after it dropped what the caller sent under these names. */
export const REQUEST_ID_HEADER = "x-sheetpass-request-id";
export const NETWORK_HEADER = "x-sheetpass-network";

export function contextOf(headers: Headers): RequestContext {
  return {
    requestId: headers.get(REQUEST_ID_HEADER) ?? randomUUID(),
    network: networkKey(headers.get(NETWORK_HEADER) ?? "unknown"),
    userAgent: headers.get("user-agent"),
  };
}

export function actorOf(viewer: Viewer): Actor {
  return { kind: "user", id: viewer.userId, email: viewer.email };
}
