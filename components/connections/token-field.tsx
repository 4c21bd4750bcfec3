"use client";

import { TextField } from "@/components/ui/text-field";

interface TokenFieldProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  error?: string;
}

/** Write-only: never filled from the server, hidden while typed, and kept out of password managers. */
export function TokenField({ label, value, onValueChange, error }: TokenFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      name="smartsheet-api-token"
      value={value}
      onValueChange={onValueChange}
      error={error}
      hint="Kept sealed on the server. Nobody can read it here again."
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      data-1p-ignore=""
      data-lpignore="true"
      required
    />
  );
}
