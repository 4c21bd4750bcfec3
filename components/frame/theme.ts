export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** A taste, not a secret; a cookie so that the server can set `data-theme` before the first paint. */
export const themeCookie = "sheetpass.theme";

/** What stands in the cookie, or the system's choice. */
export function themeOf(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? "system";
}
