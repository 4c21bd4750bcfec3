"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { PaletteGroup, PaletteSearch } from "./palette-items";

const debounceMs = 200;

/** Groups found for what is typed; a slower answer to older words is dropped. */
export function usePaletteSearch(query: string, search: PaletteSearch | undefined) {
  const [found, setFound] = useState<readonly PaletteGroup[]>([]);
  const [status, setStatus] = useState<"idle" | "loading" | "error">("idle");
  const words = query.trim();
  const canSearch = search !== undefined && words !== "";

  const run = useEffectEvent(async (isStale: () => boolean) => {
    try {
      const groups = (await search?.(words)) ?? [];
      if (isStale()) return;
      setFound(groups);
      setStatus("idle");
    } catch {
      if (!isStale()) setStatus("error");
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words ask again.
  useEffect(() => {
    setFound([]);
    setStatus(canSearch ? "loading" : "idle");
    if (!canSearch) return;
    let isOver = false;
    const timer = setTimeout(() => run(() => isOver), debounceMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [canSearch, words]);

  return { found, status };
}
