"use client";

import { Field as Base } from "@base-ui/react/field";
import { cx } from "./class-names";
import { Field, type FieldWords } from "./field";
import { fieldInputClass } from "./surfaces";

interface DateFieldProps extends FieldWords {
  /** A day as "2026-12-31", or "" for none. The zone it is meant in is the caller's to say in the hint. */
  value: string;
  onValueChange: (value: string) => void;
  min?: string;
  max?: string;
  /** Days worth one press, such as "In 30 days". */
  picks?: readonly { label: string; value: string }[];
  disabled?: boolean;
  required?: boolean;
  name?: string;
  className?: string;
}

/** The browser's own date field: every phone and screen reader knows it. */
export function DateField(props: DateFieldProps) {
  const {
    label,
    hint,
    error,
    isOptional,
    hidesLabel,
    picks = [],
    disabled,
    name,
    className,
    onValueChange,
  } = props;
  const { value, min, max, required } = props;
  return (
    <Field {...{ label, hint, error, isOptional, hidesLabel, disabled, name }} className={className}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Base.Control
          type="date"
          value={value}
          min={min}
          max={max}
          required={required}
          onValueChange={(next) => onValueChange(next)}
          className={cx(fieldInputClass, "w-40!", value === "" && "text-ink-3")}
        />
        {picks.map((pick) => (
          <button
            key={pick.value}
            type="button"
            disabled={disabled}
            aria-pressed={pick.value === value}
            onClick={() => onValueChange(pick.value)}
            className="rounded-small text-s text-accent underline-offset-3 enabled-hover:underline aria-pressed:font-strong pointer-coarse:py-2"
          >
            {pick.label}
          </button>
        ))}
      </div>
    </Field>
  );
}
