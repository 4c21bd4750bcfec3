import "server-only";
import { cookies, headers } from "next/headers";
import type { ZodType } from "zod";
import { SESSION_COOKIE } from "@/lib/auth/cookies";
import type { Viewer } from "@/lib/auth/principal";
import type { ReadContext } from "@/lib/connections/admin-read";
import { type AppError, appError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Result } from "@/lib/result";
import { type Services, services } from "@/lib/services";
import { admit, type Need, pick } from "./admit";
import { actorOf, contextOf } from "./context";
import { parseInput } from "./input";
import { isOwnOrigin } from "./origin";
import { BODY_BYTES } from "./read-json";

/** An error as a page shows it: with the number under which the log knows it. */
export type ActionError = Omit<AppError, "retryAfterSeconds"> & {
  requestId: string;
  retryAfterSeconds?: number;
};
export type ActionResult<T> = Result<T, ActionError>;

interface ActionDefinition<Input, Output> {
  need: Need;
  input: ZodType<Input>;
  /** Takes a file's worth of input, which Next's own limit ends; all other bodies end at `BODY_BYTES`. */
  isImport?: boolean;
  run(call: {
    input: Input;
    viewer: Viewer;
    services: Services;
    context: ReadContext & { network: string };
  }): Promise<Result<Output, AppError>>;
}

/**
 * The one wrapper for server actions. An action is a public POST address whatever the page shows: it checks the Origin,
 * finds the person, judges the right, refuses unknown keys, and only then runs.
 */
export function defineAction<Input, Output>(definition: ActionDefinition<Input, Output>) {
  return async (raw: unknown): Promise<ActionResult<Output>> => {
    const [head, jar] = await Promise.all([headers(), cookies()]);
    const context = contextOf(head);
    const failed = (error: AppError): ActionResult<never> => ({
      ok: false,
      error: { ...error, requestId: context.requestId },
    });
    try {
      const all = services();
      if (!isOwnOrigin(head, all.env.origins)) return failed(appError("bad_origin"));
      if (!definition.isImport && Number(head.get("content-length")) > BODY_BYTES)
        return failed(appError("too_large"));
      const viewer = await admit(all, definition.need, jar.get(SESSION_COOKIE)?.value, context);
      if (!viewer.ok) return failed(viewer.error);
      const input = parseInput(definition.input, raw);
      if (!input.ok) return failed(input.error);
      const result = await definition.run({
        input: input.value,
        viewer: viewer.value,
        services: all,
        context: { ...pick(context), actor: actorOf(viewer.value) },
      });
      return result.ok ? result : failed(result.error);
    } catch (cause) {
      log.error({ cause, requestId: context.requestId }, "an action failed");
      return failed(appError("internal"));
    }
  };
}
