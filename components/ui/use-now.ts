"use client";

import { useSyncExternalStore } from "react";

// One clock for the whole page, so a list of two hundred times costs one timer and shows one moment.
const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, 5000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function readNow() {
  // A page left and come back to must not start from the old moment.
  if (timer === undefined || now === 0) now = Math.floor(Date.now() / 1000) * 1000;
  return now;
}

/** The present in the browser, moving every 5 s; null on the server and in the first paint. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, readNow, () => null);
}
