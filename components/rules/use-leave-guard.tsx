"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** The part of the Navigation API this needs; TypeScript's library does not know it yet. */
interface TraverseEvent extends Event {
  navigationType: string;
  destination: { key: string };
}
interface TraverseSource extends EventTarget {
  traverseTo(key: string): void;
}

type Leave = () => void;

/**
 * Asks before unsaved changes are left: by a link of ours, by back and forward, by closing the tab. Answers the dialog to
 * draw, and `leave`, which goes on without asking again.
 */
export function useLeaveGuard(isDirty: boolean) {
  const router = useRouter();
  const [pending, setPending] = useState<Leave | null>(null);
  const isFree = useRef(false);

  useEffect(() => {
    if (!isDirty) return;
    const isHeld = () => !isFree.current;
    const ask = (event: Event, go: Leave) => {
      event.preventDefault();
      event.stopPropagation();
      setPending(() => go);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const isPlainPress =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (
        !link?.href ||
        !isHeld() ||
        !isPlainPress ||
        link.target === "_blank" ||
        link.hasAttribute("download")
      )
        return;
      const to = new URL(link.href);
      if (to.origin !== location.origin || to.pathname === location.pathname) return;
      ask(event, () => router.push(to.pathname + to.search));
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isHeld()) event.preventDefault();
    };
    const source = (window as { navigation?: TraverseSource }).navigation;
    const onTraverse = (event: Event) => {
      const { navigationType, destination } = event as TraverseEvent;
      if (navigationType !== "traverse" || !event.cancelable || !isHeld()) return;
      ask(event, () => source?.traverseTo(destination.key));
    };
    document.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    source?.addEventListener("navigate", onTraverse);
    return () => {
      document.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
      source?.removeEventListener("navigate", onTraverse);
    };
  }, [isDirty, router]);

  const leave = (go: Leave) => {
    isFree.current = true;
    go();
  };
  const dialog = (
    <ConfirmDialog
      open={pending !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : setPending(null))}
      title="Leave without saving?"
      confirmLabel="Leave"
      cancelLabel="Stay"
      onConfirm={() => {
        if (pending) leave(pending);
        return undefined;
      }}
    >
      What you changed in this rule is not saved yet.
    </ConfirmDialog>
  );
  return { dialog, leave, askOr: (go: Leave) => (isDirty ? setPending(() => go) : leave(go)) };
}
