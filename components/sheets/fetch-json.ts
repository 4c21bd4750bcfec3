import type { ErrorCode } from "@/lib/errors";

/** What a refusal says, as plain data. `code` is `offline` when the API could not be reached at all. */
export interface FailureFacts {
  code: ErrorCode | "offline";
  message: string;
  requestId?: string;
  retryAfterSeconds?: number;
}

/** What the API refused, as it said it. */
export class ApiFailure extends Error {
  readonly code: ErrorCode | "offline";
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(given: FailureFacts & { cause?: unknown }) {
    super(given.message, { cause: given.cause });
    this.code = given.code;
    this.requestId = given.requestId;
    this.retryAfterSeconds = given.retryAfterSeconds;
  }
}

const UNREADABLE = "The answer could not be read. Try again.";

export function unreadable(cause?: unknown): ApiFailure {
  return new ApiFailure({ code: "internal", message: UNREADABLE, cause });
}

export function offline(cause: unknown): ApiFailure {
  return new ApiFailure({
    code: "offline",
    message: "Sheetpass cannot be reached. Check your network and try again.",
    cause,
  });
}

interface ErrorBody {
  error?: { code?: ErrorCode; message?: string; requestId?: string };
}

/** One call of our own API, answered with success. Errors: `ApiFailure`; an aborted call rejects as the browser says it. */
export async function fetchOk(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw offline(cause);
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const wait = Number(response.headers.get("retry-after"));
  throw new ApiFailure({
    code: body.error?.code ?? "internal",
    message: body.error?.message ?? UNREADABLE,
    requestId: body.error?.requestId,
    retryAfterSeconds: wait > 0 ? wait : undefined,
  });
}

/** The same, and its body read as JSON. */
export async function fetchJson<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await fetchOk(path, init)).json()) as T;
}
