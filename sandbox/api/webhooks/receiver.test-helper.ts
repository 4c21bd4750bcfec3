import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** For tests: whoever wants to hear of changes, on this machine. */
export interface Receiver {
  url: string;
  /** Callbacks, without challenges. Oldest first. */
  callbacks: Received[];
  challenges: Received[];
  /** How the next requests are answered; the last one stays. `silent` gives no answer at all. */
  answers: Answer[];
  close(): Promise<void>;
}

export interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  body: Record<string, unknown>;
}

export type Answer =
  | number
  | "silent"
  | { status?: number; headers?: Record<string, string>; body?: unknown };

/** Answers challenges as it should, unless told otherwise, and callbacks as told. */
export async function startReceiver({ challenge = "header" as Challenge } = {}): Promise<Receiver> {
  const receiver = { callbacks: [], challenges: [], answers: [200] } as unknown as Receiver;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const received: Received = { headers: request.headers, text, body: JSON.parse(text) };
    const asked = request.headers["smartsheet-hook-challenge"];
    if (asked !== undefined) {
      receiver.challenges.push(received);
      const { status = 200, headers = {}, body } = answerTo(String(asked), challenge, receiver);
      response.writeHead(status, headers).end(body === undefined ? undefined : JSON.stringify(body));
      return;
    }
    receiver.callbacks.push(received);
    const answer = receiver.answers.length > 1 ? receiver.answers.shift() : receiver.answers[0];
    if (answer === "silent" || answer === undefined) return;
    const { status = 200, headers = {} } = typeof answer === "number" ? { status: answer } : answer;
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  receiver.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return receiver;
}

/** `once`: only the first challenge is met. A number: this status, challenge echoed. */
export type Challenge = "header" | "body" | "wrong" | "once" | number;

function answerTo(
  asked: string,
  how: Challenge,
  { challenges }: Receiver,
): Exclude<Answer, number | "silent"> {
  const echo = { "Smartsheet-Hook-Response": asked };
  if (typeof how === "number") return { status: how, headers: echo };
  if (how === "body") return { body: { smartsheetHookResponse: asked } };
  if (how === "wrong" || (how === "once" && challenges.length > 1))
    return { headers: { "Smartsheet-Hook-Response": "no" } };
  return { headers: echo };
}
