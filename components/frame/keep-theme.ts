import { type Theme, themeCookie } from "./theme";

const yearSeconds = 365 * 24 * 60 * 60;

/** Sets the theme for this page and the next ones. */
export function keepTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http, where the demo runs.
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax${secure}`;
}
