import { refId } from "../../http/errors";
import type { Sandbox } from "../../sandbox";
import type { Change } from "../../store/changes";
import { obstacle } from "./access";
import { isLoopback } from "./address";
import { eventCallback, signature, statusCallback } from "./callback";
import { type Outcome, post } from "./post";
import { isRetried, minutesUntil } from "./retries";
import type { WebhookSettings } from "./settings";
import { verify } from "./verify";
import { concerns, isEnabled, sameness, type Webhook, type WebhookStatus } from "./webhook";

const VERIFY_EVERY = 100;

/** The webhooks of one sandbox, oldest first, and the callbacks they make. */
export class Webhooks {
  list: Webhook[] = [];

  constructor(
    private readonly sandbox: Sandbox,
    readonly settings: WebhookSettings,
  ) {}

  /** To be told of every change: what concerns a webhook waits for its next callback. */
  notice({ sheet, by, at, agent, events }: Change): void {
    this.checkAccess();
    const called = new Set<string>();
    for (const webhook of this.list) {
      if (!isEnabled(webhook) || webhook.sheetId !== sheet.id || called.has(sameness(webhook))) continue;
      called.add(sameness(webhook));
      for (const event of events) {
        if (!concerns(webhook, event)) continue;
        const { discussionId: _, ...named } = event;
        const details = agent === undefined ? {} : { changeAgent: agent };
        webhook.pending.push({ ...named, userId: by.id, timestamp: at, ...details });
      }
      this.#scheduleFlush(webhook);
    }
  }

  /** Sends the challenge and waits for the answer; enables the webhook or says why not. */
  async enable(webhook: Webhook): Promise<void> {
    const against = obstacle(this.sandbox, webhook);
    if (against) return this.disable(webhook, against.status, against.details);
    const failure = await verify(webhook, (url) => this.#mayCall(url), this.settings.timeoutMs);
    if (failure) return this.disable(webhook, "DISABLED_VERIFICATION_FAILED", failure);
    webhook.status = "ENABLED";
    webhook.disabledDetails = null;
  }

  /** What happens from now on is not told, nor what still waited. */
  disable(webhook: Webhook, status: WebhookStatus, details: string): void {
    webhook.status = status;
    webhook.disabledDetails = `${details} (ref id: ${refId()})`;
    webhook.pending = [];
  }

  /**
   * Disables what its owner can no longer see and enables it again once they can, telling the callback URL of both.
   * Rights change in many ways, so this is asked at every change and after every call.
   */
  checkAccess(): void {
    for (const webhook of this.list) {
      const { status } = webhook;
      const against = obstacle(this.sandbox, webhook);
      if (against?.status === "DISABLED_APP_REVOKED") {
        // For good, and whatever it was before; what support has switched off stays theirs.
        if (status !== against.status && status !== "DISABLED_ADMINISTRATIVE")
          this.disable(webhook, against.status, against.details);
      } else if (against && isEnabled(webhook)) {
        this.disable(webhook, against.status, against.details);
        if (against.status === "DISABLED_SCOPE_INACCESSIBLE") this.#tellStatus(webhook);
      } else if (!against && status === "DISABLED_SCOPE_INACCESSIBLE") {
        webhook.status = "ENABLED";
        webhook.disabledDetails = null;
        this.#tellStatus(webhook);
      }
    }
  }

  clear(): void {
    this.settings.scheduler.clear();
    this.list = [];
  }

  #scheduleFlush(webhook: Webhook): void {
    if (webhook.busy || webhook.pending.length === 0) return;
    webhook.busy = true;
    this.settings.scheduler.after(this.settings.delayMs, () => this.#flush(webhook));
  }

  #flush(webhook: Webhook): void {
    const events = webhook.pending.splice(0);
    if (events.length === 0) {
      webhook.busy = false;
      return;
    }
    webhook.callbacks += 1;
    void this.#attempt(webhook, eventCallback(webhook, events, this.sandbox.clock()), 0);
  }

  /** `retry` 0 is the first attempt. The same body each time, nonce included. */
  async #attempt(webhook: Webhook, body: string, retry: number): Promise<void> {
    if (!this.#isLive(webhook)) {
      webhook.busy = false;
      return;
    }
    const outcome = await this.#send(webhook, body, retry);
    const minutes = isRetried(outcome) ? minutesUntil(retry + 1) : null;
    if (outcome.status !== 200 && minutes !== null && this.#isLive(webhook)) {
      const { scheduler, retryScaleMs } = this.settings;
      scheduler.after(minutes * retryScaleMs, () => void this.#attempt(webhook, body, retry + 1));
      return;
    }
    if (outcome.status !== 200 && this.#isLive(webhook))
      this.disable(webhook, "DISABLED_CALLBACK_FAILED", reason(outcome));
    else if (webhook.callbacks % VERIFY_EVERY === 0 && this.#isLive(webhook)) await this.enable(webhook);
    webhook.busy = false;
    this.#scheduleFlush(webhook);
  }

  async #send(webhook: Webhook, body: string, retry: number): Promise<Outcome> {
    const url = new URL(webhook.callbackUrl);
    webhook.stats.lastAttempt = this.sandbox.clock();
    webhook.stats.retries = retry;
    if (!this.#mayCall(url)) return { status: null, failed: "The callback URL could not be reached" };
    const headers = { "Smartsheet-Hmac-SHA256": signature(body, webhook.sharedSecret) };
    const outcome = await post(url, body, headers, this.settings.timeoutMs);
    if (outcome.status === 200) webhook.stats.lastSuccess = this.sandbox.clock();
    return outcome;
  }

  /** Sent once: nobody waits for it, and a webhook that is off cannot be switched off for not hearing so. */
  #tellStatus(webhook: Webhook): void {
    void this.#send(webhook, statusCallback(webhook, webhook.status, this.sandbox.clock()), 0);
  }

  #isLive(webhook: Webhook): boolean {
    return isEnabled(webhook) && this.list.includes(webhook);
  }

  /** This machine, but never the sandbox itself: a callback must not pull the strings below `/__sandbox`. */
  #mayCall(url: URL): boolean {
    const own = new URL(this.sandbox.origin || "http://127.0.0.1");
    return this.settings.allowLoopback && isLoopback(url) && url.port !== own.port;
  }
}

function reason(outcome: Outcome): string {
  return outcome.status === null ? outcome.failed : `Request returned HTTP status code ${outcome.status}`;
}
