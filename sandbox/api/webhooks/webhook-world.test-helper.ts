import { expect, vi } from "vitest";
import { Clockwork } from "../../clockwork.test-helper";
import type { SandboxOptions } from "../../server";
import { result, startTalk, type TalkSandbox, type Wire } from "../talk/talk-world.test-helper";
import type { WebhookSettings } from "./settings";

export interface WebhookWorld extends TalkSandbox {
  clockwork: Clockwork;
  /** A new webhook on the sheet, not enabled. */
  make(who: string, callbackUrl: string, more?: Wire): Promise<Wire>;
  /** The same, enabled. */
  enabled(who: string, callbackUrl: string, more?: Wire): Promise<Wire>;
  webhook(who: string, id: unknown): Promise<Wire>;
  /** Changes the first cell of the sheet as Dana. */
  edit(value: string, headers?: Record<string, string>): Promise<void>;
}

/** A sandbox whose webhooks wait for the test to let time pass. */
export async function startWebhooks(
  settings: Partial<WebhookSettings> = {},
  options: SandboxOptions = {},
): Promise<WebhookWorld> {
  const clockwork = new Clockwork();
  const sandbox = await startTalk({ webhooks: { scheduler: clockwork, ...settings }, ...options });
  const make: WebhookWorld["make"] = async (who, callbackUrl, more = {}) => {
    const answer = await sandbox.as(who, "POST", "/webhooks", {
      name: "Minutes changed",
      callbackUrl,
      scope: "sheet",
      scopeObjectId: Number(sandbox.sheetId("Minutes")),
      events: ["*.*"],
      version: 1,
      ...more,
    });
    expect(answer.status).toBe(200);
    return result(answer);
  };
  return {
    ...sandbox,
    clockwork,
    make,
    enabled: async (who, callbackUrl, more) => {
      const { id } = await make(who, callbackUrl, more);
      return result(await sandbox.as(who, "PUT", `/webhooks/${id}`, { enabled: true }));
    },
    webhook: async (who, id) => (await sandbox.as(who, "GET", `/webhooks/${id}`)).body,
    edit: async (value, headers = {}) => {
      const columnId = Number(sandbox.columnId("Minutes", "Point"));
      const rows = [{ id: Number(sandbox.row(1).split("/").at(-1)), cells: [{ columnId, value }] }];
      const answer = await sandbox.as("dana", "PUT", `${sandbox.sheet}/rows`, rows, headers);
      expect(answer.status).toBe(200);
    },
  };
}

/** Callbacks travel over HTTP, so a test has to look again and again. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { interval: 5, timeout: 20_000 });
