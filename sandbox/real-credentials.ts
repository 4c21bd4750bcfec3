import { OWN_CLIENT } from "./oauth/client";

/** What the app calls itself while it has no sandbox to ask; see `lib/env.ts`. */
const DEMO_CLIENT = { id: "sheetpass-sandbox", secret: "sheetpass-sandbox-secret" };

/**
 * The variables in which real Smartsheet credentials or a real Smartsheet host stand. The sandbox does not start beside
 * them: a token meant for the one must not reach the other, and nobody shall take made-up data for real.
 */
export function realCredentials(
  env: NodeJS.ProcessEnv,
  client: { clientId?: string; clientSecret?: string } = {},
): string[] {
  const own = new Set([
    ...Object.values(OWN_CLIENT),
    ...Object.values(DEMO_CLIENT),
    ...[client.clientId, client.clientSecret].filter((value) => value !== undefined),
  ]);
  return Object.entries(env)
    .filter(([name, value]) => {
      const text = value?.trim() ?? "";
      if (text === "") return false;
      if (/^SMARTSHEET_(CLIENT_ID|CLIENT_SECRET)$/.test(name)) return !own.has(text);
      if (/^SMARTSHEET_(ACCESS|ADMIN)_TOKEN$/.test(name)) return !text.startsWith("sandbox-");
      if (/^SMARTSHEET_\w*(HOST|URL)$/.test(name)) return !isThisMachine(text);
      return false;
    })
    .map(([name]) => name)
    .sort();
}

export function refusal(names: string[]): string {
  const these = names.join(", ");
  const [isAre, itThem] = names.length === 1 ? ["holds", "it"] : ["hold", "them"];
  return [
    `The sandbox does not start: ${these} ${isAre} real Smartsheet settings, and made-up and real data must not mix.`,
    `Unset ${itThem} for this command: env ${names.map((name) => `-u ${name}`).join(" ")} npm run sandbox`,
  ].join("\n");
}

/** A bare host name counts as well as an address. */
function isThisMachine(text: string): boolean {
  const address = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
