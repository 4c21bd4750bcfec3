"use client";

import { Field } from "@base-ui/react/field";
import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import { cx } from "./class-names";

interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  hidesLabel?: boolean;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/** For what takes effect at once; a choice that waits for "Save" is a check box. */
export function Switch(props: SwitchProps) {
  const { label, hint, hidesLabel, disabled, className, onCheckedChange, ...rest } = props;
  return (
    <Field.Root disabled={disabled} className={cx("flex min-w-0 flex-col", className)}>
      <Field.Label className="flex w-fit cursor-default items-center gap-2.5 pointer-coarse:py-2 data-disabled:text-ink-3">
        <Base.Root
          {...rest}
          onCheckedChange={onCheckedChange ? (checked) => onCheckedChange(checked) : undefined}
          className={cx(
            "flex h-[18px] w-[30px] flex-none items-center rounded-full border border-line-field bg-sunken p-px transition-colors duration-enter",
            "data-checked:border-accent data-checked:bg-accent data-disabled:opacity-60",
          )}
        >
          <Base.Thumb className="size-3.5 rounded-full bg-line-field transition-transform duration-enter ease-enter data-checked:translate-x-3 data-checked:bg-accent-ink" />
        </Base.Root>
        <span className={hidesLabel ? "sr-only" : "min-w-0"}>{label}</span>
      </Field.Label>
      {hint ? <Field.Description className="pl-10 text-s text-ink-3">{hint}</Field.Description> : null}
    </Field.Root>
  );
}
