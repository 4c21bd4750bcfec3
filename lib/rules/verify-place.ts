import "server-only";
import { saveTreeScan } from "@/db/queries/tree";
import type { ReadContext } from "@/lib/connections/admin-read";
import type { DelegatedReader } from "@/lib/connections/delegated-reader";
import type { AppError } from "@/lib/errors";
import type { ConnectionId, SheetId } from "@/lib/policy/ids";
import { ok, type Result } from "@/lib/result";
import { explainRefusal } from "./explain-refusal";
import type { ResourceInput } from "./schema";

type By = { assume: string; connectionId: ConnectionId };

/**
 * That a folder, workspace or report is there for the person who is asked, and what it is called. What lies below a
 * folder or workspace is kept, so that the rule works from the first request on. A forbid on a report asks nobody.
 */
export async function verifyPlace(
  { type, id }: ResourceInput,
  by: By | null,
  field: "delegation" | "lookup",
  context: ReadContext,
  reader: DelegatedReader,
  now: string,
): Promise<Result<{ name: string }, AppError>> {
  if (!by) return ok({ name: id });
  const refused = (error: Parameters<typeof explainRefusal>[0]) =>
    explainRefusal(error, by, { thing: type, field }, context, reader);
  if (type === "folder" || type === "workspace") {
    const scan = await reader.scanPlace({ purpose: "scan", ...by, place: { type, id } }, context);
    if (!scan.ok) return refused(scan.error);
    const name = await nameOf(type, id, by, context, reader);
    await saveTreeScan({ type, id, ...by }, now, { name, assets: scan.value });
    return ok({ name });
  }
  const path = await reader.getPath(
    { purpose: "path", ...by, asset: "report", sheetId: id as SheetId },
    context,
  );
  return path.ok ? ok({ name: path.value.name }) : refused(path.error);
}

/** A name only makes the rule kinder to read; without it the id stands. */
async function nameOf(
  type: "folder" | "workspace",
  id: string,
  by: By,
  context: ReadContext,
  reader: DelegatedReader,
): Promise<string> {
  if (type === "workspace") {
    const places = await reader.listWorkspaces({ purpose: "pick_places", ...by }, context);
    return (places.ok && places.value.find((one) => one.id === id)?.name) || id;
  }
  const path = await reader.getPath(
    { purpose: "path", ...by, asset: "folder", sheetId: id as SheetId },
    context,
  );
  return path.ok ? path.value.name : id;
}
