import type { PaletteGroup } from "@/components/frame/palette-items";
import { matchingGroups } from "@/components/frame/palette-items";
import type { SheetListEntry } from "@/lib/sheets/answer";
import { fetchJson } from "./fetch-json";

const KEPT_MS = 60_000;

/**
 * Sheets for the palette, by name. The list is asked for when something is typed and kept for a minute in memory,
 * so that typing costs one request and not one a letter.
 */
export function createSheetSearch(now: () => number = Date.now) {
  let kept: { at: number; sheets: Promise<SheetListEntry[]> } | null = null;

  function sheets(): Promise<SheetListEntry[]> {
    if (kept && now() - kept.at < KEPT_MS) return kept.sheets;
    const asked = fetchJson<{ sheets: SheetListEntry[] }>("/api/v1/sheets").then((answer) => answer.sheets);
    const entry = { at: now(), sheets: asked };
    kept = entry;
    asked.catch(() => {
      if (kept === entry) kept = null;
    });
    return asked;
  }

  return async (query: string): Promise<PaletteGroup[]> => {
    const items = (await sheets()).map(({ id, name, via, assumedUser }) => ({
      id: `sheet ${id}`,
      label: name,
      hint: via === "own" ? "Your access" : `Delegated · as ${assumedUser ?? ""}`,
      href: `/sheets/${id}`,
    }));
    return matchingGroups([{ label: "Sheets", items }], query);
  };
}
