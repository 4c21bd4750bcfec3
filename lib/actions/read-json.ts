import { type AppError, appError } from "@/lib/errors";
import { fail, ok, type Result } from "@/lib/result";

export const BODY_BYTES = 100_000;

/** The JSON body of a request, at most `BODY_BYTES`. Errors: `invalid_input` on other content, `too_large`. */
export async function readJson(request: Request): Promise<Result<unknown, AppError>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    return fail(appError("invalid_input", { message: "Send JSON with the content type application/json." }));
  if (request.headers.get("content-encoding"))
    return fail(appError("invalid_input", { message: "Send the body uncompressed." }));
  const bytes = await readAtMost(request, BODY_BYTES);
  if (bytes === null) return fail(appError("too_large"));
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError)
      return fail(appError("invalid_input", { message: "The body is not JSON." }));
    throw cause;
  }
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array | null> {
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}
