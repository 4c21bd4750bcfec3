import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { listLinks } from "@/db/queries/links";
import { requestContext } from "@/lib/auth/loaders";
import type { AppError } from "@/lib/errors";
import { fail, ok, type Result } from "@/lib/result";
import { services } from "@/lib/services";
import type { LinkAnswer } from "@/lib/sheets/answer";
import { toLinkView } from "@/lib/sheets/to-answer";
import { stateOf } from "./answer";
import { unlockCookieName } from "./unlock-cookie";

/** Links of one person that open today, for the number beside their name. */
export async function countActiveLinks(userId: string): Promise<number> {
  const { env, clock } = services();
  const now = clock.now().toISOString();
  const rows = await listLinks(userId);
  return rows.filter(({ link }) => stateOf(link, env.isSharingOn, now) === "active").length;
}

/** Rows in the first answer; the browser asks for the rest. */
export const FIRST_ROWS = 40;

/** What a link shows to whoever holds it, once a request. Errors: as `LinkService.view`, with the request's number. */
export const openLink = cache(
  async (token: string): Promise<Result<LinkAnswer, AppError & { requestId: string }>> => {
    const [jar, { requestId, network }] = await Promise.all([cookies(), requestContext()]);
    const unlockOf = (linkId: string) => jar.get(unlockCookieName(linkId))?.value;
    const window = { page: 1, pageSize: FIRST_ROWS };
    const view = await services().links.view(token, unlockOf, window, { requestId, network });
    return view.ok ? ok(toLinkView(view.value.answer, view.value.link)) : fail({ ...view.error, requestId });
  },
);
