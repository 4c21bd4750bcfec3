const FALLBACK = "en-GB";

/**
 * The BCP 47 tag numbers are written in: the first the browser asks for. Server and browser use the same one, so that
 * the first paint and the next agree.
 */
export function localeOf(acceptLanguage: string | null): string {
  const first = acceptLanguage?.split(",")[0]?.split(";")[0]?.trim();
  if (!first || first === "*") return FALLBACK;
  try {
    return Intl.getCanonicalLocales(first)[0] ?? FALLBACK;
  } catch {
    return FALLBACK;
  }
}
