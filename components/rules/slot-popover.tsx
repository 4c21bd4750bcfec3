"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/class-names";
import { popupClass } from "@/components/ui/surfaces";
import type { Slot } from "./sentence";
import { slotText } from "./sentence";
import { SlotChips } from "./slot-chips";

interface SlotPopoverProps {
  slot: Slot;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  problem?: string;
  /** Replaces the width of 340 px. */
  width?: string;
  children: ReactNode;
}

/** A place in the sentence that opens its picker; Escape or a press outside closes it and gives the focus back. */
export function SlotPopover({ slot, open, onOpenChange, problem, width, children }: SlotPopoverProps) {
  const words = slotText(slot.slot, slot.tokens);
  const name = `${slot.label}: ${slot.isEmpty ? `not chosen yet (${words})` : words}${problem ? `. ${problem}` : ""}`;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      {/* A real button cannot wrap over two lines, and a sentence must. */}
      <Base.Trigger
        nativeButton={false}
        render={<span />}
        aria-label={name}
        className="group/slot cursor-pointer rounded-small"
      >
        <SlotChips slot={slot} isBroken={problem !== undefined} isPressable />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner side="bottom" align="start" sideOffset={6} collisionPadding={8} className="z-40">
          <Base.Popup
            className={cx(
              popupClass,
              "flex max-h-(--available-height) flex-col overflow-y-auto p-3 text-left",
              width ?? "w-[340px]",
            )}
          >
            <Base.Title className="mb-2 text-s font-medium text-ink-3">{slot.label}</Base.Title>
            {problem ? (
              <p className="mb-2 flex items-start gap-1.5 text-s text-danger">
                <CircleAlert className="mt-px size-3.5 flex-none" aria-hidden="true" />
                {problem}
              </p>
            ) : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
