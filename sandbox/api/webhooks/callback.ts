import { createHmac, randomUUID } from "node:crypto";
import { toJson } from "../../http/json";
import type { CallbackEvent, Webhook, WebhookStatus } from "./webhook";

/** The body of a callback about changes: which things changed, none of their data. */
export function eventCallback(webhook: Webhook, events: CallbackEvent[], now: number): string {
  return callback(webhook, now, {
    events: events.map((event) => ({ ...event, timestamp: moment(event.timestamp) })),
  });
}

/** The body of a callback about the webhook itself. */
export function statusCallback(webhook: Webhook, newWebhookStatus: WebhookStatus, now: number): string {
  return callback(webhook, now, { newWebhookStatus });
}

function callback({ id, sheetId }: Webhook, now: number, content: object): string {
  const head = { nonce: randomUUID(), timestamp: moment(now), webhookId: id };
  return toJson({ ...head, scope: "sheet", scopeObjectId: sheetId, ...content });
}

/** Lower-case hex, over the bytes of the body. */
export function signature(body: string, sharedSecret: string): string {
  return createHmac("sha256", sharedSecret).update(body).digest("hex");
}

/** Callbacks write times with milliseconds and an offset, unlike the rest of the API. */
function moment(at: number): string {
  return new Date(at).toISOString().replace("Z", "+00:00");
}
