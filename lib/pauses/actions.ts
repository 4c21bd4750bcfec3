"use server";

import { defineAction } from "@/lib/actions/define-action";
import { liftInput, pauseInput } from "./schema";

export const pause = defineAction({
  need: "pause:change",
  input: pauseInput,
  run: ({ input, viewer, services, context }) =>
    services.pauses.pause(input.what, input.reason, viewer, context),
});

export const lift = defineAction({
  need: "pause:change",
  input: liftInput,
  run: ({ input, viewer, services, context }) => services.pauses.lift(input.what, viewer, context),
});
