"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./class-names";
import type { Tone } from "./toast";
import type { ToastQueue } from "./toast-queue";

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

const manager = Base.createToastManager();

/** The toasts on screen; loaded with the first one. */
export default function ToastView({ queue }: { queue: ToastQueue }) {
  useEffect(
    () =>
      queue.take({
        show({ id, title, text, tone = "done", action }) {
          manager.add({
            id,
            title,
            description: text,
            type: tone,
            priority: tone === "danger" ? "high" : "low",
            timeout: tone === "danger" ? 0 : 6000,
            actionProps: action ? { children: action.label, onClick: action.onSelect } : undefined,
          });
        },
        dismiss: (id) => manager.close(id),
      }),
    [queue],
  );
  return (
    <Base.Provider limit={3} toastManager={manager}>
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
