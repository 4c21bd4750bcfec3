import type { IncomingMessage } from "node:http";
import { unparsable } from "./errors";
import { fromJson } from "./json";

const MEGABYTE = 1024 * 1024;

/** What is read past the limit and thrown away: a client that is still sending then hears the refusal. */
const DRAINED = 64 * MEGABYTE;

/** In bytes, for requests whose bodies may be smaller or larger than the default; see `limitBody`. */
const limits = new WeakMap<IncomingMessage, number>();

export function limitBody(request: IncomingMessage, megabytes: number): void {
  limits.set(request, megabytes * MEGABYTE);
}

/** The whole body. Errors: 400/1008 where it is larger than `limit` (in bytes) or ends early. */
export function readBytes(
  request: IncomingMessage,
  limit = limits.get(request) ?? 8 * MEGABYTE,
): Promise<Buffer> {
  if (request.readableEnded) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // Leaving a `for await` early would destroy the socket, and the client would see a reset in place of the refusal.
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size <= limit + DRAINED) return;
      request.pause();
      reject(unparsable("the body is too large"));
    });
    request.once("end", () =>
      size > limit ? reject(unparsable("the body is too large")) : resolve(Buffer.concat(chunks)),
    );
    for (const ending of ["close", "error"])
      request.once(ending, () => reject(unparsable("the body ended early")));
  });
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString("utf8");
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  if (text === "") return {};
  try {
    return fromJson(text);
  } catch {
    throw unparsable("the body is not JSON");
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
