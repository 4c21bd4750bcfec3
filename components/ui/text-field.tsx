"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";
import { Field, type FieldWords } from "./field";
import { fieldGroupClass, fieldInputClass } from "./surfaces";

export interface TextFieldProps extends FieldWords, Omit<ComponentProps<"input">, "size" | "prefix"> {
  onValueChange?: (value: string) => void;
  /** Stands inside the field, before or after what is typed. */
  before?: ReactNode;
  after?: ReactNode;
  fieldClassName?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, isOptional, hidesLabel, before, after, fieldClassName, className, ...input } =
    props;
  const { onValueChange, disabled, name, ...rest } = input;
  const isGroup = before !== undefined || after !== undefined;
  const control = (
    <Base.Control
      {...rest}
      onValueChange={onValueChange ? (value) => onValueChange(value) : undefined}
      className={cx(
        isGroup ? "h-full min-w-0 flex-1 bg-transparent outline-none" : fieldInputClass,
        className,
      )}
    />
  );
  return (
    <Field {...{ label, hint, error, isOptional, hidesLabel, disabled, name }} className={fieldClassName}>
      {isGroup ? (
        <div
          className={cx(
            fieldGroupClass,
            "flex h-[30px] items-center gap-2 px-2.5 text-ink-3 pointer-coarse:h-10 [&_input]:text-ink [&_svg]:size-[15px]",
          )}
        >
          {before}
          {control}
          {after}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}
