"use client";

import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 639.98px)";

function subscribe(listener: () => void) {
  const media = window.matchMedia(NARROW);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** Under 640 px, where a sheet is a list of cards. False on the server and in the first paint. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}
