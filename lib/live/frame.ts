import type { LiveEventName, LiveEvents } from "./events";

/** Nothing but a sign of life, so that what stands between keeps the connection open. */
export const COMMENT = ": \n\n";

/**
 * One event as it goes over the wire. JSON has no raw line break, so that no text of a sheet can end the line or begin
 * a field; the two separators that are line breaks to other readers are escaped as well.
 */
export function frameOf<Name extends LiveEventName>(name: Name, data: LiveEvents[Name]): string {
  const json = JSON.stringify(data).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `event: ${name}\ndata: ${json}\n\n`;
}
