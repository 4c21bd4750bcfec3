"use client";

import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { cx } from "./class-names";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  /** The accessible name, also shown as the tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  isBusy?: boolean;
  /** Extra words for the tooltip, such as the shortcut. */
  hint?: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
}

export function IconButton(props: IconButtonProps) {
  const {
    label,
    icon,
    variant = "quiet",
    size = "m",
    isBusy = false,
    hint,
    side,
    className,
    ...button
  } = props;
  return (
    <Tooltip
      text={
        hint ? (
          <span className="flex items-center gap-2">
            {label} {hint}
          </span>
        ) : (
          label
        )
      }
      side={side}
    >
      <button
        type="button"
        {...button}
        aria-label={label}
        aria-busy={isBusy || undefined}
        aria-disabled={isBusy || button["aria-disabled"]}
        onClick={isBusy ? undefined : button.onClick}
        className={cx(buttonClass(variant, size, true), className)}
      >
        {isBusy ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}
