import { type Call, when } from "../call";
import { isEnabled, type Webhook } from "./webhook";

export function renderWebhook(call: Call, webhook: Webhook) {
  const { id, name, sheetId, columnIds, callbackUrl, sharedSecret, ofApp, status, disabledDetails } = webhook;
  return {
    id,
    name,
    scope: "sheet",
    scopeObjectId: sheetId,
    ...(columnIds ? { subscope: { columnIds } } : {}),
    events: ["*.*"],
    callbackUrl,
    sharedSecret,
    ...(ofApp ? { apiClientId: call.sandbox.client.id, apiClientName: "The app of this sandbox" } : {}),
    enabled: isEnabled(webhook),
    status,
    ...(disabledDetails ? { disabledDetails } : {}),
    version: 1,
    createdAt: when(call, webhook.createdAt),
    modifiedAt: when(call, webhook.modifiedAt),
    ...renderStats(call, webhook),
  };
}

/** Absent until the first callback. */
function renderStats(call: Call, { stats: { lastAttempt, lastSuccess, retries } }: Webhook) {
  if (lastAttempt === undefined) return {};
  const success = lastSuccess === undefined ? {} : { lastSuccessfulCallback: when(call, lastSuccess) };
  return {
    stats: {
      lastCallbackAttempt: when(call, lastAttempt),
      lastCallbackAttemptRetryCount: retries,
      ...success,
    },
  };
}
