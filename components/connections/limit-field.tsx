"use client";

import { TextField } from "@/components/ui/text-field";

interface LimitFieldProps {
  label: string;
  hint: string;
  /** Stands after the number. */
  unit: string;
  min: number;
  max: number;
  value: string;
  onValueChange: (value: string) => void;
  error?: string;
}

/** A whole number with its unit. */
export function LimitField({ unit, ...field }: LimitFieldProps) {
  return (
    <TextField
      type="number"
      inputMode="numeric"
      step={1}
      required
      autoComplete="off"
      after={<span className="text-s">{unit}</span>}
      {...field}
    />
  );
}
