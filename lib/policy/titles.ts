/**
 * A column title as it is compared: trimmed, composed (NFC), without case. Case is folded fully ("STRASSE" is "Straße"),
 * by way of upper case and back, as JavaScript has no case folding. The dotless i alone is kept from that way, on which
 * it would turn into another letter. Two titles that fold alike are one title.
 */
export function foldTitle(title: string): string {
  const folded = title
    .trim()
    .normalize("NFC")
    .replace(/[^ı]+/g, (part) => part.toLowerCase().toUpperCase().toLowerCase());
  return folded.replaceAll("ς", "σ").normalize("NFC");
}

/** Folded, sorted and without doubles; null where one of them is no text or blank, or the list is none. */
export function canonicalTitles(titles: unknown): string[] | null {
  if (!Array.isArray(titles)) return null;
  const folded = new Set<string>();
  for (const title of titles) {
    if (typeof title !== "string" || title.trim() === "") return null;
    folded.add(foldTitle(title));
  }
  return [...folded].sort();
}
