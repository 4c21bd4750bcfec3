import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ApiError, unparsable, wrongMethod } from "./errors";
import { failure } from "./reply";

/** What never becomes a request (bad HTTP, headers too large, an unknown method) is refused in Smartsheet's shape too. */
export function refuseBadHttp(server: Server): void {
  server.on("clientError", (error: HttpError, socket) => refuse(socket, explain(error)));
  server.on("connect", (_request, socket) => refuse(socket, wrongMethod()));
}

interface HttpError extends NodeJS.ErrnoException {
  rawPacket?: Buffer;
}

function explain({ code, rawPacket }: HttpError): ApiError {
  const looksLikeHttp = /^[A-Z]+ \S+ HTTP\//.test(rawPacket?.toString("latin1") ?? "");
  if (code === "HPE_INVALID_METHOD" && looksLikeHttp) return wrongMethod();
  if (code === "HPE_HEADER_OVERFLOW") return unparsable("the headers are too large");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return unparsable("the request took too long to arrive");
  return unparsable("this is not HTTP");
}

function refuse(socket: Duplex, error: ApiError): void {
  // With an answer under way on this connection, a second one would end up in the middle of it.
  const isAnswering = (socket as { _httpMessage?: unknown })._httpMessage;
  if (!socket.writable || isAnswering) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = failure(error);
  const lines = Object.entries({ ...headers, "content-length": body.length, connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body.toString()}`);
}
