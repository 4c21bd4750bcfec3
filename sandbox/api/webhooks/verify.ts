import { randomUUID } from "node:crypto";
import { isRecord } from "../../http/body";
import { fromJson, toJson } from "../../http/json";
import { type Outcome, post } from "./post";
import type { Webhook } from "./webhook";

/** Asks a callback URL whether it wants to be called: it has to send a random value back. Null: it does, else why not. */
export async function verify(
  { id, callbackUrl }: Webhook,
  mayCall: (url: URL) => boolean,
  timeoutMs: number,
): Promise<string | null> {
  const url = new URL(callbackUrl);
  if (!mayCall(url)) return "The callback URL could not be reached";
  const challenge = randomUUID();
  const body = toJson({ challenge, webhookId: id });
  const outcome = await post(url, body, { "Smartsheet-Hook-Challenge": challenge }, timeoutMs);
  if (outcome.status === null) return outcome.failed;
  if (outcome.status !== 200) return `Request returned HTTP status code ${outcome.status}`;
  return echoes(outcome).includes(challenge) ? null : "The challenge was not answered as expected";
}

/** In a header or, for those who do not care for headers, in a JSON body. */
function echoes({ headers, body }: Extract<Outcome, { status: number }>): unknown[] {
  return [headers["smartsheet-hook-response"], fromBody(body)];
}

function fromBody(body: string): unknown {
  try {
    const answer = fromJson(body);
    return isRecord(answer) ? answer.smartsheetHookResponse : undefined;
  } catch {
    return undefined;
  }
}
