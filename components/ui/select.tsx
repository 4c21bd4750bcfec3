"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Field, type FieldWords } from "./field";
import { fieldEdgeClass, optionClass, popupClass } from "./surfaces";

export interface SelectOption<V extends string> {
  value: V;
  label: string;
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

interface SelectProps<V extends string> extends FieldWords {
  /** The name for screen readers where no label is drawn. */
  "aria-label"?: string;
  options: readonly SelectOption<V>[];
  value?: V | null;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
  fieldClassName?: string;
}

/** One of a short, known list. For long or fetched lists use Combobox. */
export function Select<V extends string>(props: SelectProps<V>) {
  const {
    label,
    hint,
    error,
    isOptional,
    hidesLabel,
    options,
    placeholder = "Choose",
    className,
    ...rest
  } = props;
  const { value, defaultValue, onValueChange, disabled, name, fieldClassName } = rest;
  return (
    <Field
      {...{ label, hint, error, isOptional, hidesLabel, disabled, name }}
      hasNativeLabel={false}
      className={fieldClassName}
    >
      <Base.Root<V>
        items={options}
        value={value}
        defaultValue={defaultValue}
        disabled={disabled}
        onValueChange={(next) => {
          if (next !== null) onValueChange?.(next);
        }}
      >
        <Base.Trigger
          aria-label={props["aria-label"]}
          className={cx(
            fieldEdgeClass,
            "flex h-[30px] min-w-32 items-center justify-between gap-2 pr-2 pl-2.5 text-left select-none pointer-coarse:h-10",
            "data-popup-open:border-ink-3 data-disabled:bg-sunken data-disabled:text-ink-3",
            className,
          )}
        >
          <Base.Value placeholder={placeholder} className="min-w-0 truncate data-placeholder:text-ink-3" />
          <Base.Icon className="flex-none text-ink-3">
            <ChevronDown className="size-[15px]" aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          {/* Aligning the list over its trigger would need a <style> element, which the CSP forbids. */}
          <Base.Positioner
            alignItemWithTrigger={false}
            sideOffset={4}
            collisionPadding={8}
            className="z-50 outline-none"
          >
            <Base.Popup
              className={cx(
                popupClass,
                "max-h-[min(320px,var(--available-height))] min-w-(--anchor-width) overflow-y-auto p-1",
              )}
            >
              <Base.List>
                {options.map((option) => (
                  <Base.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled}
                    className={cx(optionClass, "pr-7 data-selected:font-strong", "relative")}
                  >
                    {option.icon ? (
                      <span className="flex-none text-ink-3 [&_svg]:size-[15px]">{option.icon}</span>
                    ) : null}
                    <span className="min-w-0">
                      <Base.ItemText className="block">{option.label}</Base.ItemText>
                      {option.hint ? (
                        <span className="block text-s font-normal text-ink-3">{option.hint}</span>
                      ) : null}
                    </span>
                    <Base.ItemIndicator className="absolute right-2 text-accent">
                      <Check className="size-[15px]" aria-hidden="true" />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
