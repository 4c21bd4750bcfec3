import type { ErrorCode } from "@/lib/errors";

/** What the API refused, as it said it. `code` is `offline` when it could not be reached at all. */
export class ApiFailure extends Error {
  readonly code: ErrorCode | "offline";
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(given: {
    code: ErrorCode | "offline";
    message: string;
    requestId?: string;
    retryAfterSeconds?: number;
    cause?: unknown;
  }) {
    super(given.message, { cause: given.cause });
    this.code = given.code;
    this.requestId = given.requestId;
    this.retryAfterSeconds = given.retryAfterSeconds;
  }
}

const UNREADABLE = "The answer could not be read. Try again.";

interface ErrorBody {
  error?: { code?: ErrorCode; message?: string; requestId?: string };
}

/** One call of our own API. Errors: `ApiFailure`; an aborted call rejects as the browser says it. */
export async function fetchJson<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw new ApiFailure({
      code: "offline",
      message: "Sheetpass cannot be reached. Check your network and try again.",
      cause,
    });
  }
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const wait = Number(response.headers.get("retry-after"));
  throw new ApiFailure({
    code: body.error?.code ?? "internal",
    message: body.error?.message ?? UNREADABLE,
    requestId: body.error?.requestId,
    retryAfterSeconds: wait > 0 ? wait : undefined,
  });
}
