"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./class-names";

interface TooltipProps {
  text: ReactNode;
  /** A single focusable element; it keeps its own accessible name. */
  children: ReactElement;
  side?: "top" | "bottom" | "left" | "right";
  popupClassName?: string;
}

/** A hint for hover and keyboard focus. It repeats or adds; it never carries what a touch user must know. */
export function Tooltip({ text, children, side = "top", popupClassName }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            className={cx(
              "enter-leave max-w-64 origin-(--transform-origin) rounded-small bg-ink px-2 py-1 text-s text-ground shadow-float [&_kbd]:border-current [&_kbd]:text-current",
              popupClassName,
            )}
          >
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
