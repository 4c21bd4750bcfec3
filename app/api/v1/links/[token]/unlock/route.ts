import { NextResponse } from "next/server";
import { defineOpenRoute } from "@/lib/actions/define-open-route";
import { errorResponse, PRIVATE } from "@/lib/actions/define-route";
import { parseInput } from "@/lib/actions/input";
import { readJson } from "@/lib/actions/read-json";
import { unlockInput } from "@/lib/share-links/schema";
import { UNLOCK_COOKIE_OPTIONS, unlockCookieName } from "@/lib/share-links/unlock-cookie";

export const POST = defineOpenRoute(async ({ request, params, services, context }) => {
  const json = await readJson(request);
  const input = json.ok ? parseInput(unlockInput, json.value) : json;
  if (!input.ok) return errorResponse(input.error, context.requestId);
  const unlocked = await services.links.unlock(params.token ?? "", input.value.password, context);
  if (!unlocked.ok) return errorResponse(unlocked.error, context.requestId);
  const response = NextResponse.json({ unlocked: true }, { headers: PRIVATE });
  response.cookies.set(unlockCookieName(unlocked.value.linkId), unlocked.value.key, UNLOCK_COOKIE_OPTIONS);
  return response;
});
