import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Handler = (request: SeenRequest, response: ServerResponse, number: number) => void;

export interface StubServer {
  origin: string;
  apiUrl: string;
  seen: SeenRequest[];
  /** Resolves once the client has hung up on a request still under way. */
  hungUp: Promise<void>;
  close(): Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A server that misbehaves as told: `handler` gets each request and its number, from 1. */
export async function startStub(handler: Handler): Promise<StubServer> {
  const seen: SeenRequest[] = [];
  let noteHangUp = () => {};
  const hungUp = new Promise<void>((resolve) => {
    noteHangUp = resolve;
  });
  const server = createServer(async (request, response) => {
    response.on("close", () => {
      if (!response.writableFinished) noteHangUp();
    });
    const body = await textOf(request);
    const entry = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
    seen.push(entry);
    handler(entry, response, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    apiUrl: `${origin}/2.0`,
    seen,
    hungUp,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, body: unknown, status = 200, headers: object = {}): void {
  response.writeHead(status, { "Content-Type": "application/json;charset=UTF-8", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
