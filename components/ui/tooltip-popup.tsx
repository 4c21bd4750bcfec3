"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { PointerEvent, ReactNode } from "react";
import { cx } from "./class-names";

export interface TooltipPopupProps {
  anchor: Element;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPointerEnter: (event: PointerEvent) => void;
  onPointerLeave: (event: PointerEvent) => void;
  text: ReactNode;
  side: "top" | "bottom" | "left" | "right";
  className?: string;
}

/** What floats beside the element one points at. */
export default function TooltipPopup(props: TooltipPopupProps) {
  return (
    <Base.Root open={props.isOpen} onOpenChange={(next) => props.onOpenChange(next)}>
      <Base.Portal>
        <Base.Positioner
          anchor={props.anchor}
          side={props.side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            onPointerEnter={props.onPointerEnter}
            onPointerLeave={props.onPointerLeave}
            className={cx(
              "enter-leave max-w-64 origin-(--transform-origin) rounded-small bg-ink px-2 py-1 text-s text-ground shadow-float [&_kbd]:border-current [&_kbd]:text-current",
              props.className,
            )}
          >
            {props.text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
