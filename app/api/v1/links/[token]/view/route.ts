import { defineOpenRoute } from "@/lib/actions/define-open-route";
import { errorResponse, PRIVATE, readQuery } from "@/lib/actions/define-route";
import { unlockCookieName } from "@/lib/share-links/unlock-cookie";
import { pageQuery } from "@/lib/sheets/page-query";
import { toLinkView } from "@/lib/sheets/to-answer";

export const GET = defineOpenRoute(async ({ request, params, services, context }) => {
  const window = readQuery(request, pageQuery);
  if (!window.ok) return errorResponse(window.error, context.requestId);
  const unlockOf = (linkId: string) => request.cookies.get(unlockCookieName(linkId))?.value;
  const view = await services.links.view(params.token ?? "", unlockOf, window.value, context);
  if (!view.ok) return errorResponse(view.error, context.requestId);
  return Response.json(toLinkView(view.value.answer, view.value.link), { headers: PRIVATE });
});
