import { randomBytes } from "node:crypto";
import type { ChangeEvent } from "../../store/changes";
import type { Id, Person } from "../../store/types";

export type WebhookStatus =
  | "NEW_NOT_VERIFIED"
  | "ENABLED"
  | "DISABLED_BY_OWNER"
  | "DISABLED_VERIFICATION_FAILED"
  | "DISABLED_CALLBACK_FAILED"
  | "DISABLED_SCOPE_INACCESSIBLE"
  | "DISABLED_EXCEEDED_GRID_LIMITS"
  | "DISABLED_APP_REVOKED"
  | "DISABLED_ADMINISTRATIVE";

export interface Webhook {
  id: Id;
  name: string;
  callbackUrl: string;
  sheetId: Id;
  /** Empty: all columns, and everything else in the sheet. Null where the request had no subscope. */
  columnIds: Id[] | null;
  owner: Person;
  /** Made with an OAuth token, so it lives and dies with the app's permissions. */
  ofApp: boolean;
  sharedSecret: string;
  status: WebhookStatus;
  /** Why it is disabled. */
  disabledDetails: string | null;
  createdAt: number;
  modifiedAt: number;
  stats: { lastAttempt?: number; lastSuccess?: number; retries: number };
  /** Callbacks made so far: each hundredth is followed by another verification. */
  callbacks: number;
  /** Waiting for the next callback. */
  pending: CallbackEvent[];
  /** A callback is waiting for its time, under way or to be repeated; the next one waits for it. */
  busy: boolean;
}

/** As in a callback, but the time still a number. */
export interface CallbackEvent extends Pick<ChangeEvent, "objectType" | "eventType"> {
  id?: Id;
  rowId?: Id;
  columnId?: Id;
  userId: Id;
  timestamp: number;
  changeAgent?: string;
}

export const isEnabled = ({ status }: Webhook): boolean => status === "ENABLED";

/** 26 letters and digits, as the real ones. */
export function newSecret(): string {
  return BigInt(`0x${randomBytes(18).toString("hex")}`)
    .toString(36)
    .padStart(28, "0")
    .slice(-26);
}

/** Webhooks with the same key are duplicates: of those only the oldest enabled one is called. */
export function sameness({ owner, sheetId, callbackUrl, columnIds }: Webhook): string {
  return JSON.stringify([owner.email, String(sheetId), callbackUrl, (columnIds ?? []).map(String).sort()]);
}

/** With a subscope only its columns and their cells count, and every deleted row. */
export function concerns(
  { columnIds }: Webhook,
  { objectType, eventType, id, columnId }: ChangeEvent,
): boolean {
  if (!columnIds || columnIds.length === 0) return true;
  if (objectType === "row") return eventType === "deleted";
  const column = objectType === "cell" ? columnId : objectType === "column" ? id : undefined;
  return column !== undefined && columnIds.includes(column);
}
