"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cx } from "./class-names";
import { Field, type FieldWords } from "./field";
import { fieldEdgeClass } from "./surfaces";

export interface TextAreaProps
  extends FieldWords,
    Omit<ComponentProps<"textarea">, "value" | "defaultValue"> {
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  fieldClassName?: string;
}

/** Grows with what is typed, where the browser knows `field-sizing`; elsewhere it can be dragged. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional, hidesLabel, fieldClassName, className, ...area } = props;
  const { value, defaultValue, onValueChange, disabled, name, rows = 3, ...rest } = area;
  return (
    <Field {...{ label, hint, error, isOptional, hidesLabel, disabled, name }} className={fieldClassName}>
      <Base.Control
        value={value}
        defaultValue={defaultValue}
        onValueChange={onValueChange ? (next) => onValueChange(next) : undefined}
        render={<textarea rows={rows} {...rest} />}
        className={cx(
          fieldEdgeClass,
          "field-sizing-content max-h-72 min-h-16 w-full resize-y px-2.5 py-1.5 disabled:bg-sunken disabled:text-ink-3",
          className,
        )}
      />
    </Field>
  );
}
