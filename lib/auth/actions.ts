"use server";

import { z } from "zod";
import { deleteOtherSessions, deleteSession } from "@/db/queries/people";
import { defineAction } from "@/lib/actions/define-action";
import { appError } from "@/lib/errors";
import { fail, ok } from "@/lib/result";

/** Ends one of the person's own sign-ins, this one or another. */
export const endSession = defineAction({
  need: "viewer",
  input: z.strictObject({ id: z.string().max(60) }),
  run: async ({ input, viewer, services, context }) => {
    if (!(await deleteSession(input.id, viewer.userId))) return fail(appError("not_found"));
    const recorded = await services.audit.record({ ...context, action: "session:end", decision: "done" });
    return recorded.ok ? ok({ isThisOne: input.id === viewer.sessionId }) : recorded;
  },
});

export const endOtherSessions = defineAction({
  need: "viewer",
  input: z.strictObject({}),
  run: async ({ viewer, services, context }) => {
    const count = await deleteOtherSessions(viewer.userId, viewer.sessionId);
    const recorded = await services.audit.record({
      ...context,
      action: "session:end",
      decision: "done",
      rows: count,
    });
    return recorded.ok ? ok({ count }) : recorded;
  },
});

/** Gives the person's Smartsheet tokens back and forgets them. Own sheets close; delegated ones stay. */
export const disconnect = defineAction({
  need: "viewer",
  input: z.strictObject({}),
  run: async ({ viewer, services, context }) => {
    await services.ownTokens.disconnect(viewer.userId);
    services.ownAccess.forget(viewer.userId);
    const recorded = await services.audit.record({
      ...context,
      action: "account:disconnect",
      decision: "done",
    });
    return recorded.ok ? ok(null) : recorded;
  },
});
