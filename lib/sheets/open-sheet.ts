import "server-only";
import type { Viewer } from "@/lib/auth/principal";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import { isSmartsheetId, type SheetId } from "@/lib/policy/ids";
import type { Action } from "@/lib/policy/types";
import { fail, type Result } from "@/lib/result";
import type { Services } from "@/lib/services";
import type { ReadAnswer } from "./read-sheet";

/** A copy this old is shown without asking again, in seconds; its age stands on the page. */
export const COPY_SECONDS = 15;
/** Later pages go on with the copy the first one came from, or a long sheet would be fetched anew for each of them. */
const NEXT_PAGES_SECONDS = 60;

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
  return services.readSheet({
    requestId: context.requestId,
    network: context.network,
    actor: context.actor,
    userId: viewer.userId,
    sheetId: sheetId as SheetId,
    action,
    maxAgeSeconds: options.isFresh ? 0 : options.window.page > 1 ? NEXT_PAGES_SECONDS : COPY_SECONDS,
    window: options.window,
  });
}
