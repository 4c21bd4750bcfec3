"use client";

import { useCallback, useEffect, useState } from "react";

const SHOWN_MS = 2_000;

interface Told {
  cells: ReadonlySet<string>;
  words: string;
}

const NOTHING: Told = { cells: new Set(), words: "" };

/** Points at what just changed for two seconds. Nothing moves: a tint comes and goes, whatever motion one wants. */
export function useHighlight() {
  const [told, setTold] = useState(NOTHING);
  useEffect(() => {
    if (told === NOTHING) return;
    const timer = setTimeout(() => setTold(NOTHING), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const point = useCallback((cells: ReadonlySet<string>, words: string) => setTold({ cells, words }), []);
  return { ...told, point };
}
