"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { Avatar } from "./avatar";
import { cx } from "./class-names";
import type { ComboboxProps } from "./combobox";
import { ComboboxList } from "./combobox-list";
import { type ComboOption, keptOnEscape, optionLabel, sameOption } from "./combobox-option";
import { Field } from "./field";
import { fieldGroupClass } from "./surfaces";
import { useOptions } from "./use-options";

interface MultiComboboxProps extends Omit<ComboboxProps, "value" | "onValueChange"> {
  value: ComboOption[];
  onValueChange: (value: ComboOption[]) => void;
}

/** Type to find several; each chosen one is a chip that Backspace or its cross removes. */
export function MultiCombobox(props: MultiComboboxProps) {
  const {
    label,
    hint,
    error,
    isOptional,
    hidesLabel,
    placeholder,
    emptyText = "Nothing found",
    ...rest
  } = props;
  const { value, onValueChange, disabled, name, className, autoFocus } = rest;
  const state = useOptions(props);
  return (
    <Field {...{ label, hint, error, isOptional, hidesLabel, disabled, name, className }}>
      <Base.Root
        multiple
        items={state.items}
        filter={null}
        value={value}
        onValueChange={(next, details) => {
          if (keptOnEscape(details)) return;
          state.setQuery("");
          onValueChange(next);
        }}
        inputValue={state.query}
        onInputValueChange={(text, details) => (keptOnEscape(details) ? undefined : state.setQuery(text))}
        onOpenChange={(open) => state.onOpenChange(open)}
        itemToStringLabel={optionLabel}
        itemToStringValue={(option) => option.id}
        isItemEqualToValue={sameOption}
        disabled={disabled}
        autoHighlight
      >
        <Base.InputGroup
          className={cx(
            fieldGroupClass,
            "min-h-[30px] w-full cursor-text p-[3px] pointer-coarse:min-h-10 data-disabled:bg-sunken",
          )}
        >
          <Base.Chips
            className="flex flex-wrap items-center gap-1"
            aria-label={value.length > 0 ? "Chosen" : undefined}
          >
            {value.map((option) => (
              <Base.Chip
                key={option.id}
                aria-label={option.label}
                className="flex h-[22px] max-w-full cursor-default items-center gap-1.5 rounded-small bg-sunken pl-1.5 outline-none focus-visible:bg-accent-soft focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent pointer-coarse:h-8"
              >
                {option.hasAvatar ? (
                  <Avatar name={option.label} size="s" className="-ml-0.5 size-4 text-[8px]" />
                ) : null}
                <span className="min-w-0 truncate">{option.label}</span>
                <Base.ChipRemove
                  aria-label={`Remove ${option.label}`}
                  className="grid h-full w-5 flex-none place-items-center rounded-small text-ink-3 enabled-hover:text-ink pointer-coarse:w-8"
                >
                  <X className="size-3" aria-hidden="true" />
                </Base.ChipRemove>
              </Base.Chip>
            ))}
            <Base.Input
              aria-label={props["aria-label"]}
              placeholder={value.length > 0 ? undefined : placeholder}
              autoFocus={autoFocus}
              spellCheck={false}
              className="h-[22px] min-w-16 flex-1 bg-transparent px-1.5 outline-none"
            />
          </Base.Chips>
        </Base.InputGroup>
        <ComboboxList state={state} emptyText={emptyText} />
      </Base.Root>
    </Field>
  );
}
