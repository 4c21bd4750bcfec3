export interface RegionUrls {
  /** Base of every API call, without a trailing slash. */
  apiUrl: string;
  /** Where the browser goes to sign in and allow. */
  authorizeUrl: string;
  /** Where the server changes codes and refresh tokens for tokens. */
  tokenUrl: string;
}

function urlsOf(domain: string): RegionUrls {
  return {
    apiUrl: `https://api.${domain}/2.0`,
    authorizeUrl: `https://app.${domain}/b/authorize`,
    tokenUrl: `https://api.${domain}/2.0/token`,
  };
}

/**
 * Smartsheet's regions are islands: a token of one is unknown in the others.
 * Source: Smartsheet API, "Regions". Our own table, because the SDK's constants lack Australia.
 */
export const REGIONS = {
  us: urlsOf("smartsheet.com"),
  eu: urlsOf("smartsheet.eu"),
  au: urlsOf("smartsheet.au"),
  gov: urlsOf("smartsheetgov.com"),
} as const satisfies Record<string, RegionUrls>;

export type Region = keyof typeof REGIONS;

export function isRegion(text: string): text is Region {
  return Object.hasOwn(REGIONS, text);
}
