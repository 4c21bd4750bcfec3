"use client";

import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useState } from "react";
import { ToastQueue } from "./toast-queue";

/** Loaded with the first toast. */
const ToastView = lazy(() => import("./toast-view"));

export type Tone = "done" | "info" | "danger";

export interface ToastWords {
  title: string;
  text?: string;
  tone?: Tone;
  action?: { label: string; onSelect: () => void };
}

interface Toasts {
  show(words: ToastWords): string;
  dismiss(id: string): void;
}

const ToastContext = createContext<Toasts | null>(null);

/** `show` says that something happened; an error stays until closed, the rest leaves after 6 s. */
export function useToast(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error("Toasts are shown inside a ToastProvider.");
  return toasts;
}

/** Put once around the app. F6 moves the focus into the toasts. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue] = useState(() => new ToastQueue());
  const [isWanted, setWanted] = useState(false);
  const toasts = useMemo<Toasts>(
    () => ({
      show(words) {
        setWanted(true);
        return queue.show(words);
      },
      dismiss: (id) => queue.dismiss(id),
    }),
    [queue],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      {isWanted ? (
        <Suspense fallback={null}>
          <ToastView queue={queue} />
        </Suspense>
      ) : null}
    </ToastContext>
  );
}
