import { defineRoute } from "@/lib/actions/define-route";
import { pauseInput, pauseQuery } from "@/lib/pauses/schema";
import { ok } from "@/lib/result";

export const GET = defineRoute({
  need: "pause:list",
  run: async ({ services }) => ok({ pauses: await services.pauses.list() }),
});

/** Answers every pause in force, this one among them. */
export const POST = defineRoute({
  need: "pause:change",
  body: pauseInput,
  status: 201,
  async run({ input, viewer, services, context }) {
    const paused = await services.pauses.pause(input.what, input.reason, viewer, context);
    return paused.ok ? ok({ pauses: await services.pauses.list() }) : paused;
  },
});

/** `?kind=sheet&target=1`. Lifting what is not paused changes nothing. */
export const DELETE = defineRoute({
  need: "pause:change",
  query: pauseQuery,
  status: 204,
  run: ({ input, viewer, services, context }) => services.pauses.lift(input, viewer, context),
});
