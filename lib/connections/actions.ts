"use server";

import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { connectionInput, settingsInput, tokenInput } from "./schema";

const id = z.string().min(1).max(40);

export const createConnection = defineAction({
  need: "connection:create",
  input: connectionInput,
  run: ({ input, services, context }) => services.connections.create(input, context),
});

export const checkConnection = defineAction({
  need: "connection:check",
  input: z.strictObject({ id }),
  run: ({ input, services, context }) => services.connections.check(input.id, context),
});

export const replaceConnectionToken = defineAction({
  need: "connection:replace",
  input: tokenInput.extend({ id }),
  run: ({ input, services, context }) => services.connections.replaceToken(input.id, input.token, context),
});

export const saveConnectionSettings = defineAction({
  need: "connection:settings",
  input: settingsInput.extend({ id }),
  run: ({ input: { id, ...settings }, services, context }) =>
    services.connections.saveSettings(id, settings, context),
});

export const removeConnection = defineAction({
  need: "connection:remove",
  input: z.strictObject({ id }),
  run: ({ input, services, context }) => services.connections.remove(input.id, context),
});
