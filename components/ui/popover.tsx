"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./class-names";
import { popupClass } from "./surfaces";

interface PopoverProps {
  trigger: ReactElement;
  title?: ReactNode;
  /** The name for screen readers where no title is drawn. */
  "aria-label"?: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  className?: string;
}

/** A small panel beside what opened it; a press outside or Escape closes it and gives the focus back. */
export function Popover(props: PopoverProps) {
  const { trigger, title, children, open, onOpenChange, side = "bottom", align = "start", className } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={props["aria-label"]}
            className={cx(popupClass, "max-h-(--available-height) w-80 overflow-y-auto p-4", className)}
          >
            {title ? <Base.Title className="mb-2 text-m font-semibold">{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
