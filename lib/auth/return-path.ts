const START = "/sheets";

/**
 * Where to go after signing in: a path of our own pages, else the list of sheets. Anything a browser could read as
 * another site (`//evil`, `/\evil`, `javascript:`, control characters) is not one.
 */
export function safeReturnPath(given: unknown): string {
  if (typeof given !== "string" || given.length > 1000) return START;
  if (!/^\/(?:sheets|links|admin|account)(?:[/?][\x21-\x5b\x5d-\x7e]*)?$/.test(given)) return START;
  return given.includes("//") ? START : given;
}
