import { isDatabaseOpen } from "@/db/client";
import { findSetting } from "@/db/queries/sheets";

export const dynamic = "force-dynamic";

/** 200 when the program can answer requests; says nothing about anybody's data. */
export async function GET(): Promise<Response> {
  const isServing = isDatabaseOpen() && (await findSetting("key_check")) !== null;
  const status = isServing ? "ok" : "starting";
  return Response.json(
    { status },
    { status: isServing ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
