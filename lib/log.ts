import "server-only";
import pino from "pino";
import { Secret } from "./secret";

/** Keys whose values never go into a log line, at any depth up to three (I17). */
const SECRET_KEYS = [
  "token",
  "accessToken",
  "refreshToken",
  "access_token",
  "refresh_token",
  "client_secret",
  "clientSecret",
  "password",
  "authorization",
  "cookie",
  "secret",
  "masterKey",
];

// Bearer values and 26-character API tokens, wherever a library put one into a text.
const TOKEN_LIKE = /(bearer\s+)[^\s"',]+/gi;

export function redact(text: string): string {
  return text.replace(TOKEN_LIKE, "$1[secret]");
}

function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error instanceof Secret ? "[secret]" : error;
  return {
    type: error.name,
    message: redact(error.message),
    stack: redact(error.stack ?? ""),
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  };
}

/** One JSON line an event, to stdout. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  redact: {
    paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    censor: "[secret]",
  },
  serializers: { err: plainError, error: plainError, cause: plainError },
});
