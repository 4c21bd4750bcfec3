"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./class-names";

export const scrimClass =
  "fixed inset-0 z-40 bg-scrim transition-opacity duration-enter data-ending-style:opacity-0 data-starting-style:opacity-0";
export const dialogClass =
  "enter-leave flex max-h-full w-full flex-col overflow-hidden rounded-panel border border-line-strong bg-surface text-m text-ink shadow-float outline-none";

const widths = { s: "max-w-[400px]", m: "max-w-[520px]", l: "max-w-[720px]", xl: "max-w-[1000px]" };

interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A button that opens it; leave it out where the open state is the caller's. */
  trigger?: ReactElement;
  title: ReactNode;
  text?: ReactNode;
  size?: keyof typeof widths;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** Modal: the page behind keeps still, the focus stays inside and goes back where it was. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, trigger, title, text, size = "m", actions, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center p-3 narrow:pt-[12vh] narrow:pb-6">
          <Base.Popup className={cx(dialogClass, "relative", widths[size])}>
            <header className="pt-4 pr-12 pb-1 pl-5">
              <Base.Title className="text-l font-semibold">{title}</Base.Title>
              {text ? <Base.Description className="mt-1 text-ink-2">{text}</Base.Description> : null}
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-5 empty:hidden">{children}</div>
            {actions ? (
              <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-ground px-5 py-3">
                {actions}
              </footer>
            ) : null}
            {/* Last in order, so that the focus starts in the first field and not on the cross. */}
            <Base.Close
              aria-label="Close"
              className={cx(buttonClass("quiet", "s", true), "absolute! top-3.5 right-3")}
            >
              <X aria-hidden="true" />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button that closes the dialog it stands in. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Base.Close className={buttonClass("quiet", "m")}>{children}</Base.Close>;
}
