/** What a person without access of their own is told while all delegation is paused, of whatever sheet they ask (I06). */
export const DELEGATION_PAUSED = "An administrator paused all delegated reading. Ask them when it goes on.";

/** True for a pause by hand. The same code also tells of a connection that fails, where nobody decided anything. */
export function isDelegationPaused(error: { code: string; message: string }): boolean {
  return error.code === "delegation_off" && error.message === DELEGATION_PAUSED;
}
