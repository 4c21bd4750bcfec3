import {
  type Body,
  badAttribute,
  flagIn,
  idIn,
  missingAttribute,
  needText,
  textIn,
} from "../../http/attributes";
import { isRecord } from "../../http/body";
import { ApiError } from "../../http/errors";
import type { Sheet } from "../../store/sheet";
import type { Id } from "../../store/types";
import type { Call } from "../call";
import { requireCallbackUrl } from "./address";
import { newSecret, type Webhook } from "./webhook";

const REQUIRED = ["name", "callbackUrl", "scope", "scopeObjectId", "events", "version"];

/** A webhook as asked for, not kept yet. Errors: 400 with 1012, 1031, 1151, 1152; 404/1293. */
export function readNewWebhook(call: Call, body: Body): Webhook {
  const absent = REQUIRED.filter((name) => body[name] === undefined || body[name] === null);
  if (absent.length > 0) throw missingAttribute(absent.join(", "));
  const { sandbox, person, caller } = call;
  const name = needText(body, "name");
  const callbackUrl = readUrl(call, needText(body, "callbackUrl"));
  if (body.scope !== "sheet") throw badAttribute(body.scope, "scope");
  requireFixed(body);
  const sheet = readScope(call, body);
  const now = sandbox.clock();
  return {
    id: sandbox.store.nextId("webhook"),
    name,
    callbackUrl,
    sheetId: sheet.id,
    columnIds: readSubscope(sheet, body),
    owner: person,
    ofApp: caller.kind === "oauth",
    sharedSecret: newSecret(),
    status: "NEW_NOT_VERIFIED",
    disabledDetails: null,
    createdAt: now,
    modifiedAt: now,
    stats: { retries: 0 },
    callbacks: 0,
    pending: [],
    busy: false,
  };
}

export interface WebhookUpdate {
  name?: string;
  callbackUrl?: string;
  enabled?: boolean;
}

/** What never changes may be sent along as it is. Errors: 400 with 1031, 1032, 1152. */
export function readUpdate(call: Call, webhook: Webhook, body: Body): WebhookUpdate {
  const name = body.name === undefined ? undefined : needText(body, "name");
  const callbackUrl = textIn(body, "callbackUrl");
  const enabled = flagIn(body, "enabled");
  const changed = changedFixed(webhook, body);
  if (changed.length > 0)
    throw new ApiError(
      400,
      1032,
      `The attribute(s) ${changed.join(", ")} are not allowed for this operation.`,
    );
  requireFixed({ events: ["*.*"], version: 1, ...body });
  return {
    ...(name === undefined ? {} : { name }),
    ...(callbackUrl === undefined ? {} : { callbackUrl: readUrl(call, callbackUrl) }),
    ...(enabled === undefined ? {} : { enabled }),
  };
}

function readUrl({ sandbox }: Call, url: string): string {
  requireCallbackUrl(url, sandbox.webhooks.settings.allowLoopback);
  return url;
}

/** All events of all objects and version 1 are all there is. */
function requireFixed({ events, version }: Body): void {
  if (!Array.isArray(events) || events.length !== 1 || events[0] !== "*.*")
    throw badAttribute(events, "events");
  if (version !== 1) throw badAttribute(version, "version");
}

function readScope(call: Call, body: Body): Sheet {
  const { store } = call.sandbox;
  const id = idIn(body, "scopeObjectId");
  const sheet = id === undefined ? undefined : store.sheet(id);
  if (!sheet || !store.accessLevel(call.person, sheet))
    throw new ApiError(400, 1151, `Scope 'sheet', object id ${id} was not found.`);
  return sheet;
}

function readSubscope(sheet: Sheet, body: Body): Id[] | null {
  const ids = columnIds(body);
  if (ids && !ids.every((id) => sheet.column(id)))
    throw new ApiError(404, 1293, "Subscope contains invalid ids.");
  return ids;
}

/** Null where the body has no subscope; one without ids means all columns. */
function columnIds({ subscope }: Body): Id[] | null {
  if (subscope === undefined || subscope === null) return null;
  const ids = isRecord(subscope) ? (subscope.columnIds ?? []) : null;
  if (!Array.isArray(ids)) throw badAttribute(subscope, "subscope");
  return ids.map((columnId) => {
    const id = idIn({ columnId }, "columnId");
    if (id === undefined) throw badAttribute(columnId, "columnId");
    return id;
  });
}

/** Of what is given once and for all, what the body wants to be different. */
function changedFixed(webhook: Webhook, body: Body): string[] {
  const scopeObjectId = idIn(body, "scopeObjectId") ?? webhook.sheetId;
  const subscope = columnIds(body) ?? webhook.columnIds ?? [];
  return [
    ...(body.scope === undefined || body.scope === "sheet" ? [] : ["scope"]),
    ...(scopeObjectId === webhook.sheetId ? [] : ["scopeObjectId"]),
    ...(subscope.join() === (webhook.columnIds ?? []).join() ? [] : ["subscope"]),
  ];
}
