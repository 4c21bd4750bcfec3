import { randomBytes } from "node:crypto";

/** An answer that is an error in Smartsheet's own shape: `{errorCode, message, refId}`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: number,
    message: string,
    readonly detail?: Record<string, unknown>,
  ) {
    super(message);
  }
}

export function refId(): string {
  return BigInt(`0x${randomBytes(8).toString("hex")}`).toString(36);
}

export const notFound = () => new ApiError(404, 1006, "Not Found");
export const notAuthorized = () => new ApiError(403, 1004, "You are not authorized to perform this action.");
export const wrongMethod = () => new ApiError(405, 1010, "HTTP Method not supported.");
export const badValue = (value: string, parameter: string) =>
  new ApiError(400, 1018, `The value '${value}' was not valid for the parameter ${parameter}.`);
export const unparsable = (why: string) =>
  new ApiError(400, 1008, `Unable to parse request. The following error occurred: ${why}`);
export const tooManyCalls = () => new ApiError(429, 4003, "Rate limit exceeded.");

/** The documented texts of what is Smartsheet's own fault. */
export const unexpected = () =>
  new ApiError(
    500,
    4000,
    "An unexpected error has occurred. Please contact api@smartsheet.com for assistance.",
  );
export const offline = () =>
  new ApiError(
    503,
    4001,
    "Smartsheet.com is currently offline for system maintenance. Please check back again shortly.",
  );
export const timedOut = () => new ApiError(500, 4002, "Server timeout exceeded. Request has failed.");
export const tryAgain = () =>
  new ApiError(
    500,
    4004,
    "An unexpected error has occurred. Please retry your request. If you encounter this error repeatedly, please contact api@smartsheet.com for assistance.",
  );
