import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Reply } from "./reply";

const pack = promisify(gzip);
const WORTH_PACKING = 1_024;

/** Big answers are kept (see `api/kept-answers.ts`), so packing them once is enough. */
const packedBodies = new WeakMap<Buffer, Buffer>();

export async function send(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  let { body } = reply;
  const headers: Record<string, string> = { ...reply.headers };
  const accepts = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (accepts && body.length >= WORTH_PACKING && !headers["content-encoding"]) {
    const packed = packedBodies.get(body) ?? (await pack(body, { level: 1 }));
    packedBodies.set(body, packed);
    body = packed;
    headers["content-encoding"] = "gzip";
    headers.vary = "Accept-Encoding";
  }
  // A body nobody reads to its end (see `readBytes`) would block the next request on this connection.
  if (request.isPaused()) headers.connection = "close";
  response.writeHead(reply.status, { ...headers, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}
