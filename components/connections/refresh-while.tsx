"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** While it stands on a page that is in sight, the page is asked for again. Draws nothing. */
export function RefreshWhile({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  return null;
}
