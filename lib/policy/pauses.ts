import { asciiLower } from "./addresses";
import type { AccessRequest, Facts, PermitRule } from "./types";

/** Whether a permit is stopped by hand: itself, its connection, or the person whose access it uses. */
export function isPausedPermit({ id, delegation }: PermitRule, { paused }: Facts): boolean {
  if (!paused) return false;
  const assume = asciiLower(delegation.assume);
  return (
    paused.rules.includes(id) ||
    paused.connections.includes(delegation.connectionId) ||
    paused.assumed.some((address) => asciiLower(address) === assume)
  );
}

/** Whether delegation of this sheet or report, and every link to it, is stopped. */
export function isPausedSheet({ sheetId }: AccessRequest, { paused }: Facts): boolean {
  return paused?.sheets.includes(sheetId) ?? false;
}
