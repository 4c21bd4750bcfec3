import { ApiFailure, type FailureFacts, fetchOk, offline, unreadable } from "./fetch-json";

/** What `GET …/table` answered, as data that can be handed from one thread to another. */
export type TableReply =
  | { kind: "table"; bytes: ArrayBuffer }
  | { kind: "unchanged"; tag: string; fetchedAt: string; access: object }
  | { kind: "failed"; failure: FailureFacts };

/**
 * Asks for a whole sheet, or for word that the one of `tag` is still it. A refusal is an answer too; only an aborted
 * call rejects.
 */
export async function askTable(path: string, tag: string | null, signal: AbortSignal): Promise<TableReply> {
  const address = tag === null ? `${path}/table` : `${path}/table?tag=${encodeURIComponent(tag)}`;
  try {
    return await readReply(await fetchOk(address, { signal }), tag);
  } catch (error) {
    if (signal.aborted) throw error;
    // A body that breaks off is a network that did.
    const { code, message, requestId, retryAfterSeconds } =
      error instanceof ApiFailure ? error : offline(error);
    return { kind: "failed", failure: { code, message, requestId, retryAfterSeconds } };
  }
}

async function readReply(response: Response, tag: string | null): Promise<TableReply> {
  const type = response.headers.get("content-type")?.split(";")[0]?.trim();
  if (type === "application/octet-stream") return { kind: "table", bytes: await response.arrayBuffer() };
  if (type !== "application/json") throw unreadable();
  const said: unknown = await response.json().catch((cause) => {
    throw unreadable(cause);
  });
  if (!isUnchanged(said) || said.tag !== tag) throw unreadable();
  return { kind: "unchanged", tag: said.tag, fetchedAt: said.fetchedAt, access: said.access };
}

interface Unchanged {
  unchanged: true;
  tag: string;
  fetchedAt: string;
  access: object;
}

function isUnchanged(said: unknown): said is Unchanged {
  if (typeof said !== "object" || said === null) return false;
  const { unchanged, tag, fetchedAt, access } = said as Partial<Record<keyof Unchanged, unknown>>;
  return (
    unchanged === true && typeof tag === "string" && typeof fetchedAt === "string" && access instanceof Object
  );
}
