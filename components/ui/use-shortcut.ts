"use client";

import { useEffect, useEffectEvent } from "react";

interface Shortcut {
  key: string;
  /** Ctrl, or ⌘ on Apple's machines. */
  withMod?: boolean;
}

/** True where a plain letter belongs to the text, not to us. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Calls back on a key pressed anywhere on the page; plain letters are left alone while someone types. */
export function useShortcut(shortcut: Shortcut | null, onPress: () => void) {
  const press = useEffectEvent(onPress);
  const key = shortcut?.key;
  const withMod = shortcut?.withMod ?? false;
  useEffect(() => {
    if (!key) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.key.toLowerCase() !== key) return;
      if (withMod !== (event.ctrlKey || event.metaKey)) return;
      if (!withMod && isTyping(event.target)) return;
      event.preventDefault();
      press();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [key, withMod]);
}
