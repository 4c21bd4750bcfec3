/** The one registered app. */
export interface OAuthClient {
  id: string;
  secret: string;
  /** Registered redirect URLs; empty: the app's callback path on any port of this machine. */
  redirects: string[];
}

/** What the client is called where nobody says otherwise. */
export const OWN_CLIENT = { id: "sandbox-client", secret: "sandbox-client-secret" };

const CALLBACK = "/api/auth/callback/smartsheet";

export function acceptsRedirect(client: OAuthClient, uri: string): boolean {
  if (client.redirects.length > 0) return client.redirects.includes(uri);
  if (!URL.canParse(uri)) return false;
  const url = new URL(uri);
  const local = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  const plain = url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  return url.protocol === "http:" && local && plain && url.pathname === CALLBACK;
}
