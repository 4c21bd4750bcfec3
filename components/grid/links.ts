const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/**
 * An address a cell may open, normalised; null for every other scheme, for relative ones and for what is no address.
 * The adapter checked already; a grid that trusts its props would be the next hole (T12).
 */
export function safeHref(link: string | undefined): string | null {
  if (!link || !URL.canParse(link)) return null;
  const url = new URL(link);
  return ALLOWED.has(url.protocol) ? url.href : null;
}
