"use client";

import { type ReactNode, useSyncExternalStore } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-[17px] min-w-[17px] flex-none items-center justify-center rounded-small border border-line-strong px-1 font-mono text-xs text-ink-3">
      {children}
    </kbd>
  );
}

const never = () => () => {};
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

/** "⌘K" on Apple's machines, "Ctrl K" elsewhere and on the server. */
export function ModKbd({ letter }: { letter: string }) {
  const onApple = useSyncExternalStore(never, isApple, () => false);
  return <Kbd>{onApple ? `⌘${letter}` : `Ctrl ${letter}`}</Kbd>;
}
