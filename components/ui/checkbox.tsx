"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Field } from "@base-ui/react/field";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

interface CheckboxProps {
  label: ReactNode;
  hint?: ReactNode;
  hidesLabel?: boolean;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  /** Some of what it stands for is chosen, not all. */
  isPartial?: boolean;
  disabled?: boolean;
  name?: string;
  value?: string;
  className?: string;
}

export function Checkbox(props: CheckboxProps) {
  const { label, hint, hidesLabel, isPartial, disabled, className, onCheckedChange, ...box } = props;
  return (
    <Field.Root disabled={disabled} className={cx("flex min-w-0 flex-col", className)}>
      <Field.Label className="flex w-fit cursor-default items-start gap-2 pointer-coarse:py-2 data-disabled:text-ink-3">
        <Base.Root
          {...box}
          indeterminate={isPartial}
          onCheckedChange={onCheckedChange ? (checked) => onCheckedChange(checked) : undefined}
          className={cx(
            "mt-px grid size-4 flex-none place-items-center rounded-small border border-line-field bg-surface text-accent-ink",
            "transition-colors duration-enter hover:border-ink-3 data-checked:border-accent data-checked:bg-accent",
            "data-indeterminate:border-accent data-indeterminate:bg-accent data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:text-ink-3",
          )}
        >
          <Base.Indicator>
            {isPartial ? (
              <Minus className="size-3" strokeWidth={3} />
            ) : (
              <Check className="size-3" strokeWidth={3} />
            )}
          </Base.Indicator>
        </Base.Root>
        <span className={hidesLabel ? "sr-only" : "min-w-0"}>{label}</span>
      </Field.Label>
      {hint ? <Field.Description className="pl-6 text-s text-ink-3">{hint}</Field.Description> : null}
    </Field.Root>
  );
}
