import { parseArgs } from "node:util";
import type { SandboxOptions } from "./server";

export interface Flags {
  options: SandboxOptions;
  /** Print one JSON line instead of the friendly summary. */
  json: boolean;
}

export function readFlags(args: string[], env: NodeJS.ProcessEnv): Flags {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string" },
      json: { type: "boolean", default: false },
      redirect: { type: "string", multiple: true },
      rate: { type: "string" },
    },
  });
  const options: SandboxOptions = {
    port: wholeNumber("port", values.port ?? env.SANDBOX_PORT ?? "3100", 65_535),
    ...(values.redirect ? { redirects: values.redirect } : {}),
    ...(values.rate === undefined ? {} : { rate: wholeNumber("rate", values.rate, 1_000_000) }),
    ...(env.SANDBOX_CLIENT_ID ? { clientId: env.SANDBOX_CLIENT_ID } : {}),
    ...(env.SANDBOX_CLIENT_SECRET ? { clientSecret: env.SANDBOX_CLIENT_SECRET } : {}),
  };
  return { options, json: values.json };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isInteger(number) || number < 0 || number > most)
    throw new Error(`--${name} must be a whole number from 0 to ${most}, not "${text}"`);
  return number;
}
