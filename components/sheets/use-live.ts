"use client";

import { useEffect, useEffectEvent } from "react";
import { createLiveStream, type LiveEvent } from "./live-stream";

interface LiveInput {
  /** `/api/v1/sheets/{id}`. */
  path: string;
  /** Whole rows are there to be changed. */
  isReady: boolean;
  tagNow: () => string | null;
  onEvent: (event: LiveEvent) => void;
}

/** Keeps a stream of changes open while the page can be seen. A hidden tab has none, and costs nothing. */
export function useLive({ path, isReady, tagNow, onEvent }: LiveInput) {
  const tell = useEffectEvent(onEvent);
  const tag = useEffectEvent(tagNow);
  useEffect(() => {
    if (!isReady || typeof EventSource === "undefined") return;
    const stream = createLiveStream({
      open: (held) => new EventSource(`${path}/live?tag=${encodeURIComponent(held)}`),
      tagNow: () => tag(),
      tell: (event) => tell(event),
    });
    const follow = () => (document.hidden ? stream.stop() : stream.start());
    follow();
    document.addEventListener("visibilitychange", follow);
    // A page kept for the back button is not looked at either, and an open stream would keep it from being kept.
    window.addEventListener("pagehide", stream.stop);
    window.addEventListener("pageshow", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      window.removeEventListener("pagehide", stream.stop);
      window.removeEventListener("pageshow", follow);
      stream.stop();
    };
  }, [path, isReady]);
}
