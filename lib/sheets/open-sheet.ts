import "server-only";
import type { Viewer } from "@/lib/auth/principal";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId } from "@/lib/policy/ids";
import type { Action } from "@/lib/policy/types";
import { fail, type Result } from "@/lib/result";
import type { Services } from "@/lib/services";
import type { ReadRequest } from "./read-request";
import type { ReadAnswer } from "./read-sheet";

/**
 * A signed-in person opens a sheet: the use case behind the page, the API and refresh.
 * `sheetId` as it came in; what is no Smartsheet id does not exist. Errors: as `readSheet`.
 */
export async function openSheet(
  services: Pick<Services, "readSheet">,
  viewer: Viewer,
  sheetId: string,
  action: Action,
  context: ReadContext,
  options: { window: { page: number; pageSize: number }; isFresh?: boolean },
): Promise<Result<ReadAnswer, AppError>> {
  if (!isSmartsheetId(sheetId)) return fail(appError("not_found"));
  return services.readSheet(readRequestOf(viewer, sheetId as SheetId, action, context, options));
}

/** What a signed-in person asks for themself. */
export function readRequestOf(
  viewer: Viewer,
  sheetId: SheetId,
  action: Action,
  { requestId, network, actor }: ReadContext,
  options: { window: { page: number; pageSize: number }; isFresh?: boolean },
): ReadRequest {
  return {
    ...{ requestId, network, actor, sheetId, action },
    userId: viewer.userId,
    freshSeconds: options.isFresh ? 0 : null,
    window: options.window,
  };
}
