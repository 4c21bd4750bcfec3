import { type Scheduler, Timers } from "../../scheduler";

/** How long things take is a setting, so that tests need not wait for what takes the real service hours. */
export interface WebhookSettings {
  /** Calls http and https on this machine, which the real service refuses. Nothing else is ever called. */
  allowLoopback: boolean;
  /** From a change to its callback: changes in that time share one. Milliseconds. */
  delayMs: number;
  /** How long one minute between two attempts takes. Milliseconds. */
  retryScaleMs: number;
  /** Until a callback counts as unanswered. Milliseconds. */
  timeoutMs: number;
  scheduler: Scheduler;
}

export function webhookSettings(given: Partial<WebhookSettings> = {}): WebhookSettings {
  return {
    allowLoopback: true,
    delayMs: 1_000,
    retryScaleMs: 60_000,
    timeoutMs: 10_000,
    scheduler: new Timers(),
    ...given,
  };
}
