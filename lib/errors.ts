/**
 * Every failure a person or an outside service can cause, by the code the API answers (CONTRACT §3).
 * The number is the HTTP status.
 */
export const ERROR_STATUS = {
  /** The input does not fit; `field` says where. */
  invalid_input: 400,
  /** The assumed user is unknown, of another plan, inactive or a System Admin. */
  assumed_user_unreachable: 400,
  /** Nobody is signed in. */
  unauthenticated: 401,
  /** A good link that has not been unlocked. */
  password_required: 401,
  /** Signed in, but not an administrator; under `/admin` only. */
  forbidden: 403,
  /** A changing request whose Origin is missing or foreign. */
  bad_origin: 403,
  /** The change needs a sign-in of the last minutes. */
  sign_in_again: 403,
  /** Not there, or not allowed: never tell which (I06). */
  not_found: 404,
  /** Somebody changed it in the meantime. */
  conflict: 409,
  /** The body is over its limit. */
  too_large: 413,
  /** The person's own limit here, or Smartsheet's. */
  rate_limited: 429,
  internal: 500,
  upstream_unavailable: 503,
  upstream_timeout: 503,
  upstream_bad_answer: 503,
  upstream_busy: 503,
  sheet_changing: 503,
  sheet_too_large: 503,
  /** The connection's token is refused, or delegation is switched off. */
  delegation_off: 503,
  /** The record could not be written, so nothing was read (I08). */
  audit_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface AppError {
  code: ErrorCode;
  /** One plain sentence and what to do next. */
  message: string;
  field?: string;
  retryAfterSeconds?: number;
}

const MESSAGES: Record<ErrorCode, string> = {
  invalid_input: "Something in the request does not fit. Check the input and try again.",
  assumed_user_unreachable:
    "This person cannot be read as. Choose somebody of the same plan who is no System Admin.",
  unauthenticated: "You are not signed in. Sign in and try again.",
  password_required: "This link needs a password. Type it to go on.",
  forbidden: "Only an administrator may do this. Ask one of yours.",
  bad_origin: "The request did not come from this site. Reload the page and try again.",
  sign_in_again: "This needs a fresh sign-in. Sign in again and repeat it.",
  not_found: "There is nothing here for you. Check the address, or ask an administrator for access.",
  conflict: "Somebody changed this in the meantime. Reload and try again.",
  too_large: "This is too large. Send less at once.",
  rate_limited: "Too many requests. Wait a moment and try again.",
  internal:
    "Something went wrong on our side. Try again; if it stays, tell your administrator the request id.",
  upstream_unavailable: "Smartsheet does not answer right now. Try again in a minute.",
  upstream_timeout: "Smartsheet took too long. Try again in a minute.",
  upstream_bad_answer: "Smartsheet sent an answer that cannot be read. Try again in a minute.",
  upstream_busy: "Smartsheet asks us to slow down. Try again in a minute.",
  sheet_changing: "The sheet changed while it was read. Try again.",
  sheet_too_large: "This sheet is too large to open here. Ask its owner for a smaller one.",
  delegation_off: "Delegated reading is off right now. Ask an administrator to check the connection.",
  audit_unavailable: "The access record cannot be written, so nothing is read. Tell your administrator.",
};

export function appError(code: ErrorCode, extra: Partial<Omit<AppError, "code">> = {}): AppError {
  return { code, message: MESSAGES[code], ...extra };
}

/** Thrown by parts that cannot return a result, such as page guards; the edge turns it into an answer. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError, options?: { cause?: unknown }) {
    super(error.code, options);
    this.error = error;
  }
}
