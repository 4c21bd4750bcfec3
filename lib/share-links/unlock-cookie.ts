/** The cookie by which a browser shows that it proved one link's password: its own name for each link. */
export function unlockCookieName(linkId: string): string {
  return `__Host-sheetpass.unlock.${linkId}`;
}

export const UNLOCK_COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: true,
  maxAge: 3600,
} as const;
