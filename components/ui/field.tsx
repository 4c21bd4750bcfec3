"use client";

import { Field as Base } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export interface FieldWords {
  label?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  isOptional?: boolean;
  /** Keeps the label for screen readers only. */
  hidesLabel?: boolean;
}

interface FieldProps extends FieldWords {
  name?: string;
  disabled?: boolean;
  /** False for pickers that are buttons, so that hovering the label does not light the button. */
  hasNativeLabel?: boolean;
  className?: string;
  children: ReactNode;
}

/** Label, control, hint and error; Base UI wires the ids, `aria-describedby` and `aria-invalid` between them. */
export function Field(props: FieldProps) {
  const {
    label,
    hint,
    error,
    isOptional,
    hidesLabel,
    name,
    disabled,
    hasNativeLabel = true,
    className,
  } = props;
  return (
    <Base.Root
      name={name}
      disabled={disabled}
      invalid={error ? true : undefined}
      className={cx("flex min-w-0 flex-col gap-1.5", className)}
    >
      {label ? (
        <Base.Label
          nativeLabel={hasNativeLabel}
          render={hasNativeLabel ? undefined : <div />}
          className={hidesLabel ? "sr-only" : "w-fit cursor-default font-medium text-ink"}
        >
          {label}
          {isOptional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
        </Base.Label>
      ) : null}
      {props.children}
      {hint ? <Base.Description className="text-s text-ink-3">{hint}</Base.Description> : null}
      {error ? (
        <Base.Error match className="flex items-start gap-1.5 text-s text-danger">
          <CircleAlert className="mt-px size-3.5 flex-none" aria-hidden="true" />
          <span>{error}</span>
        </Base.Error>
      ) : null}
    </Base.Root>
  );
}
