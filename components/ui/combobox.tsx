"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronDown, X } from "lucide-react";
import { Avatar } from "./avatar";
import { cx } from "./class-names";
import { ComboboxList } from "./combobox-list";
import { type ComboOption, keptOnEscape, optionLabel, sameOption } from "./combobox-option";
import { Field, type FieldWords } from "./field";
import { fieldGroupClass } from "./surfaces";
import { type OptionSource, useOptions } from "./use-options";

export type { ComboOption } from "./combobox-option";

export interface ComboboxProps extends OptionSource, FieldWords {
  "aria-label"?: string;
  value: ComboOption | null;
  onValueChange: (value: ComboOption | null) => void;
  placeholder?: string;
  emptyText?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  name?: string;
  className?: string;
}

const typedReasons = new Set(["input-change", "input-clear", "clear-press"]);

const sideButton =
  "grid h-full w-6 flex-none place-items-center rounded-small text-ink-3 enabled-hover:text-ink pointer-coarse:w-9";

/** Type to find one; the list is given whole (`options`) or fetched (`search`). */
export function Combobox(props: ComboboxProps) {
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
        items={state.items}
        filter={null}
        value={value}
        onValueChange={(next, details) => {
          if (keptOnEscape(details)) return;
          state.setQuery("");
          onValueChange(next);
        }}
        onInputValueChange={(text, details) => {
          if (keptOnEscape(details)) return;
          // Other reasons are the input taking up the chosen label: not a search.
          if (typedReasons.has(details.reason)) state.setQuery(text);
        }}
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
            "flex h-[30px] w-full items-center pr-1 pl-2.5 pointer-coarse:h-10 data-disabled:bg-sunken data-disabled:text-ink-3",
          )}
        >
          {value?.hasAvatar && !state.query ? (
            <Avatar name={value.label} size="s" className="mr-2 -ml-1" />
          ) : null}
          <Base.Input
            aria-label={props["aria-label"]}
            placeholder={placeholder}
            autoFocus={autoFocus}
            spellCheck={false}
            className="h-full min-w-0 flex-1 bg-transparent outline-none"
          />
          <Base.Clear aria-label="Clear" className={sideButton}>
            <X className="size-3.5" aria-hidden="true" />
          </Base.Clear>
          <Base.Trigger aria-label="Show the list" className={sideButton}>
            <ChevronDown className="size-[15px]" aria-hidden="true" />
          </Base.Trigger>
        </Base.InputGroup>
        <ComboboxList state={state} emptyText={emptyText} />
      </Base.Root>
    </Field>
  );
}
