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
export const badValue = (value: string, parameter: string) =>
  new ApiError(400, 1018, `The value '${value}' was not valid for the parameter ${parameter}.`);
export const unparsable = (why: string) =>
  new ApiError(400, 1008, `Unable to parse request. The following error occurred: ${why}`);
