import { readObject } from "../../http/attributes";
import { ApiError, notFound } from "../../http/errors";
import { pageOf, wholeNumber } from "../../http/paging";
import { json } from "../../http/reply";
import { success } from "../../http/success";
import { type Call, type Handler, idParam } from "../call";
import { readNewWebhook, readUpdate } from "./read";
import { renderWebhook } from "./render";
import { isEnabled, newSecret, type Webhook } from "./webhook";

const LARGEST_PAGE = 10_000;

/** Newest first. The totals are not told, so the end of the list shows in an empty or short page only. */
export const listWebhooks: Handler = (call) => {
  const { webhooks } = call.sandbox;
  webhooks.checkAccess();
  const mine = webhooks.list.filter((webhook) => isMine(call, webhook)).reverse();
  const pageSize = Math.min(wholeNumber(call.query, "pageSize") ?? 100, LARGEST_PAGE);
  const { pageNumber, data } = pageOf(mine, pageSize, call, true);
  const totals = { totalPages: -1, totalCount: -1 };
  return json({ pageNumber, pageSize, ...totals, data: data.map((one) => renderWebhook(call, one)) });
};

export const getWebhook: Handler = (call) => json(renderWebhook(call, openWebhook(call)));

export const createWebhook: Handler = async (call) => {
  const webhook = readNewWebhook(call, await readObject(call.request));
  call.sandbox.webhooks.list.push(webhook);
  return success({ result: renderWebhook(call, webhook) });
};

/** Enabling waits for the callback URL's answer; a failure shows in the webhook's status, not in that of the call. */
export const updateWebhook: Handler = async (call) => {
  const webhook = openWebhook(call);
  const { name, callbackUrl, enabled } = readUpdate(call, webhook, await readObject(call.request));
  if (enabled) requireEnablable(webhook);
  const wasEnabled = isEnabled(webhook);
  const isElsewhere = callbackUrl !== undefined && callbackUrl !== webhook.callbackUrl;
  if (name !== undefined) webhook.name = name;
  if (callbackUrl !== undefined) webhook.callbackUrl = callbackUrl;
  webhook.modifiedAt = call.sandbox.clock();
  const { webhooks } = call.sandbox;
  if (enabled === false) {
    if (wasEnabled) webhooks.disable(webhook, "DISABLED_BY_OWNER", "The owner disabled the webhook");
  } else if (wasEnabled ? isElsewhere : enabled) {
    // A new address has to agree too, before it is called.
    await webhooks.enable(webhook);
  }
  return success({ result: renderWebhook(call, webhook) });
};

export const deleteWebhook: Handler = (call) => {
  const webhook = openWebhook(call);
  const { webhooks } = call.sandbox;
  webhooks.list = webhooks.list.filter((other) => other !== webhook);
  return success();
};

export const resetSharedSecret: Handler = (call) => {
  const webhook = openWebhook(call);
  webhook.sharedSecret = newSecret();
  return success({ result: { sharedSecret: webhook.sharedSecret } });
};

/** The person's own; an app sees only those it made. Everybody else's do not exist. */
function isMine({ person, caller }: Call, { owner, ofApp }: Webhook): boolean {
  return owner === person && (caller.kind === "raw" || ofApp);
}

function openWebhook(call: Call): Webhook {
  const { webhooks } = call.sandbox;
  webhooks.checkAccess();
  const id = idParam(call, "webhookId");
  const found = webhooks.list.find((webhook) => webhook.id === id);
  if (!found || !isMine(call, found)) throw notFound();
  return found;
}

function requireEnablable({ status }: Webhook): void {
  if (status === "DISABLED_APP_REVOKED")
    throw new ApiError(
      403,
      1153,
      "This webhook cannot be enabled because access was revoked for the application that created it.",
    );
  if (status === "DISABLED_ADMINISTRATIVE")
    throw new ApiError(403, 1154, "Please contact Support in order to enable this webhook.");
}
