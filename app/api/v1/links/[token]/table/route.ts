import { defineOpenRoute } from "@/lib/actions/define-open-route";
import { errorResponse, PRIVATE, readQuery } from "@/lib/actions/define-route";
import { unlockCookieName } from "@/lib/share-links/unlock-cookie";
import { toTable } from "@/lib/sheets/table-answer";
import { packTable, tableResponse } from "@/lib/sheets/table-body";
import { tableQuery, WHOLE } from "@/lib/sheets/table-query";
import { toLinkHead } from "@/lib/sheets/to-answer";

/** All that a link shows as one table. The page that asks was the opening, so this counts as none. */
export const GET = defineOpenRoute(async ({ request, params, services, context }) => {
  const query = readQuery(request, tableQuery);
  if (!query.ok) return errorResponse(query.error, context.requestId);
  const unlockOf = (linkId: string) => request.cookies.get(unlockCookieName(linkId))?.value;
  const rest = { ...WHOLE, isRest: true };
  const view = await services.links.view(params.token ?? "", unlockOf, rest, context);
  if (!view.ok) return errorResponse(view.error, context.requestId);
  const { answer, link } = view.value;
  const { tag } = answer;
  const head = toLinkHead(answer, link);
  if (tag === query.value.tag) {
    const { access, sheet } = head;
    return Response.json({ unchanged: true, tag, fetchedAt: sheet.fetchedAt, access }, { headers: PRIVATE });
  }
  const table = toTable(answer.sheet, { tag, ...head });
  return tableResponse(await packTable(table, request.headers.get("accept-encoding")), PRIVATE);
});
