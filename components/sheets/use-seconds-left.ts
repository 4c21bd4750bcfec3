"use client";

import { useEffect, useState } from "react";

/**
 * Counts down to when asking again makes sense, anew with each new error; 0 at once where nobody said a time. By the
 * clock, because a tab in the background gets its timers late.
 */
export function useSecondsLeft(error: { retryAfterSeconds?: number }): number {
  const [shown, setShown] = useState({ error, left: error.retryAfterSeconds ?? 0 });
  useEffect(() => {
    const seconds = error.retryAfterSeconds ?? 0;
    const until = Date.now() + seconds * 1000;
    const look = () => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setShown({ error, left });
      if (left === 0) clearInterval(timer);
    };
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [error]);
  return shown.error === error ? shown.left : (error.retryAfterSeconds ?? 0);
}
