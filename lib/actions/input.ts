import type { ZodError, ZodType } from "zod";
import { type AppError, appError } from "@/lib/errors";
import { fail, ok, type Result } from "@/lib/result";

/** Input in its shape, or `invalid_input` naming the first field that does not fit. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): Result<T, AppError> {
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : fail(fromZod(parsed.error));
}

function fromZod(error: ZodError): AppError {
  const [issue] = error.issues;
  if (!issue) return appError("invalid_input");
  const unknown = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...issue.path, ...(unknown === undefined ? [] : [unknown])].join(".");
  const message = unknown === undefined ? issue.message : `"${unknown}" is not known here. Leave it out.`;
  return appError("invalid_input", { message, ...(field === "" ? {} : { field }) });
}
