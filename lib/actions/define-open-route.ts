import "server-only";
import type { NextRequest } from "next/server";
import { appError } from "@/lib/errors";
import { type Services, services } from "@/lib/services";
import { contextOf, type RequestContext } from "./context";
import { errorResponse, failureResponse } from "./define-route";
import { isOwnOrigin } from "./origin";

interface OpenCall {
  request: NextRequest;
  params: Record<string, string>;
  services: Services;
  context: RequestContext;
}

/**
 * A route for people without an account: share links only. Nobody is found by it; the service it calls judges the
 * link itself. A changing request needs our own Origin as everywhere.
 */
export function defineOpenRoute(run: (call: OpenCall) => Promise<Response>) {
  return async (
    request: NextRequest,
    props: { params: Promise<Record<string, string>> },
  ): Promise<Response> => {
    const context = contextOf(request.headers);
    try {
      const all = services();
      if (request.method !== "GET" && !isOwnOrigin(request.headers, all.env.origins))
        return errorResponse(appError("bad_origin"), context.requestId);
      return await run({ request, params: await props.params, services: all, context });
    } catch (cause) {
      return failureResponse(cause, context.requestId);
    }
  };
}
