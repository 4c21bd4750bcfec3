"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./class-names";

type Tone = "done" | "info" | "danger";

export interface ToastWords {
  title: string;
  text?: string;
  tone?: Tone;
  action?: { label: string; onSelect: () => void };
}

/** `show` says that something happened; an error stays until closed, the rest leaves after 6 s. */
export function useToast() {
  const { add, close } = Base.useToastManager();
  return {
    show: ({ title, text, tone = "done", action }: ToastWords) =>
      add({
        title,
        description: text,
        type: tone,
        priority: tone === "danger" ? "high" : "low",
        timeout: tone === "danger" ? 0 : 6000,
        actionProps: action ? { children: action.label, onClick: action.onSelect } : undefined,
      }),
    dismiss: (id: string) => close(id),
  };
}

const marks: Record<Tone, ReactNode> = {
  done: <CircleCheck className="text-own" aria-hidden="true" />,
  info: <Info className="text-ink-3" aria-hidden="true" />,
  danger: <CircleAlert className="text-danger" aria-hidden="true" />,
};

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className={cx(
        "enter-leave flex items-start gap-2.5 rounded-panel border border-line-strong bg-surface py-2.5 pr-2 pl-3 shadow-float",
        "data-ending-style:translate-y-1 data-limited:hidden data-starting-style:translate-y-2",
      )}
    >
      <span className="mt-[2px] flex-none [&_svg]:size-4">
        {marks[(toast.type as Tone | undefined) ?? "done"]}
      </span>
      <Base.Content className="min-w-0 flex-1 py-px">
        <Base.Title className="font-medium" />
        <Base.Description className="text-s text-ink-2" />
      </Base.Content>
      {toast.actionProps ? <Base.Action className={cx(buttonClass("default", "s"), "-my-px")} /> : null}
      <Base.Close aria-label="Close" className={cx(buttonClass("quiet", "s", true), "-my-px")}>
        <X aria-hidden="true" />
      </Base.Close>
    </Base.Root>
  ));
}

/** Put once around the app. F6 moves the focus into the toasts. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport
          data-print="no"
          className="fixed right-4 bottom-4 z-60 flex w-[min(360px,calc(100vw-2rem))] flex-col gap-2 max-narrow:right-4 max-narrow:bottom-[72px]"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
