import type { NextRequest } from "next/server";
import { contextOf } from "@/lib/actions/context";
import { errorResponse } from "@/lib/actions/define-route";
import { appError } from "@/lib/errors";

/** Addresses the API does not have answer in the API's own form, and exactly as what one may not see. */
async function notThere(request: NextRequest): Promise<Response> {
  return errorResponse(appError("not_found"), contextOf(request.headers).requestId);
}

export { notThere as DELETE, notThere as GET, notThere as PATCH, notThere as POST, notThere as PUT };
