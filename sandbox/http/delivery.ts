import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Reply } from "./reply";
import { send } from "./send";

/**
 * The ways in which an answer fails to arrive: `reset` breaks the connection before a byte, `silence` says nothing,
 * `cut` sends half and breaks off, `drip` sends a byte every so many milliseconds, `endless` goes on with blanks until
 * the client hangs up, `bomb` is blanks without end packed small.
 */
export type Delivery =
  | { how: "reset" }
  | { how: "silence" }
  | { how: "cut" }
  | { how: "drip"; everyMs: number }
  | { how: "endless"; everyMs: number }
  | { how: "bomb"; megabytes: number };

const PIECE = Buffer.alloc(16 * 1024, " ");
const MEGABYTE = Buffer.alloc(1024 * 1024, " ");

/** Writes an answer as its delivery says. Whatever has no end stops when the client hangs up. */
export async function deliver(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
): Promise<void> {
  const { delivery } = reply;
  if (!delivery) return send(request, response, reply);
  if (delivery.how === "silence") return;
  if (delivery.how === "reset") {
    request.socket.destroy();
    return;
  }
  const isWhole = delivery.how === "cut" || delivery.how === "drip";
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(isWhole ? { "content-length": reply.body.length } : {}),
  });
  response.flushHeaders();
  if (request.method === "HEAD") response.end();
  else if (delivery.how === "cut") cut(request, response, reply.body);
  else if (delivery.how === "drip") drip(response, reply.body, delivery.everyMs);
  else if (delivery.how === "endless") endless(response, reply.body, delivery.everyMs);
  else pipeline(Readable.from(bomb(delivery.megabytes)), createGzip({ level: 9 }), response, () => {});
}

function cut(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
}

function drip(response: ServerResponse, body: Buffer, everyMs: number): void {
  let sent = 0;
  every(response, everyMs, () => {
    if (sent < body.length) response.write(body.subarray(sent, ++sent));
    else response.end();
  });
}

function endless(response: ServerResponse, start: Buffer, everyMs: number): void {
  response.write(start);
  every(response, everyMs, () => {
    if (!response.writableNeedDrain) response.write(PIECE);
  });
}

/** Valid JSON, if ever somebody unpacks all of it. */
function* bomb(megabytes: number): Generator<Buffer> {
  yield Buffer.from("{");
  for (let made = 0; made < megabytes; made += 1) yield MEGABYTE;
  yield Buffer.from("}");
}

function every(response: ServerResponse, ms: number, step: () => void): void {
  const timer = setInterval(step, ms);
  response.once("close", () => clearInterval(timer));
}
