import { type IncomingHttpHeaders, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** What a callback URL answered; `failed` says why there is no answer. */
export type Outcome =
  | { status: number; headers: IncomingHttpHeaders; body: string }
  | { status: null; failed: string };

const MOST_READ = 64 * 1024;

/** One POST of JSON, redirects not followed. Never rejects. */
export function post(
  url: URL,
  body: string,
  headers: Record<string, string>,
  timeoutMs: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options: RequestOptions & { rejectUnauthorized: boolean } = {
      method: "POST",
      headers: { "content-type": "application/json;charset=UTF-8", ...headers },
      signal: AbortSignal.timeout(timeoutMs),
      // Only this machine is ever called, and nobody signs a certificate for that.
      rejectUnauthorized: false,
    };
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const failed = () => resolve({ status: null, failed: "No answer was received" });
    const request = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MOST_READ) chunks.push(chunk);
      });
      response.on("error", failed);
      response.on("end", () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    request.on("error", failed);
    request.end(body);
  });
}
