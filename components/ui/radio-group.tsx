"use client";

import { Field } from "@base-ui/react/field";
import { Fieldset } from "@base-ui/react/fieldset";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export interface RadioOption<V extends string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps<V extends string> {
  label: ReactNode;
  hidesLabel?: boolean;
  options: readonly RadioOption<V>[];
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  disabled?: boolean;
  name?: string;
  className?: string;
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, hidesLabel, options, onValueChange, className, disabled, ...group } = props;
  return (
    <Field.Root>
      <Fieldset.Root
        disabled={disabled}
        render={
          <Base<V>
            {...group}
            disabled={disabled}
            onValueChange={onValueChange ? (value) => onValueChange(value) : undefined}
          />
        }
        className={cx("flex min-w-0 flex-col gap-2", className)}
      >
        <Fieldset.Legend className={hidesLabel ? "sr-only" : "font-medium"}>{label}</Fieldset.Legend>
        {options.map((option) => (
          <Field.Item key={option.value} disabled={option.disabled} className="flex flex-col">
            <Field.Label className="flex w-fit cursor-default items-start gap-2 pointer-coarse:py-2 data-disabled:text-ink-3">
              <Radio.Root
                value={option.value}
                disabled={option.disabled}
                className={cx(
                  "mt-px grid size-4 flex-none place-items-center rounded-full border border-line-field bg-surface transition-colors duration-enter",
                  "hover:border-ink-3 data-checked:border-accent data-checked:bg-accent data-disabled:bg-sunken",
                )}
              >
                <Radio.Indicator className="size-1.5 rounded-full bg-accent-ink" />
              </Radio.Root>
              <span className="min-w-0">{option.label}</span>
            </Field.Label>
            {option.hint ? (
              <Field.Description className="pl-6 text-s text-ink-3">{option.hint}</Field.Description>
            ) : null}
          </Field.Item>
        ))}
      </Fieldset.Root>
    </Field.Root>
  );
}
