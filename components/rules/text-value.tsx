"use client";

import { UserRound } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { TextField } from "@/components/ui/text-field";
import type { OperandInput } from "@/lib/rules/schema";
import { operandWords } from "./condition-words";

interface TextValueProps {
  label: string;
  value: OperandInput | undefined;
  /** What of the viewer may stand here instead. */
  viewer: readonly OperandInput[];
  onChange: (value: OperandInput) => void;
}

/** Typed text, or something about whoever looks. */
export function TextValue({ label, value, viewer, onChange }: TextValueProps) {
  if (typeof value === "object") return <ViewerValue value={value} onRemove={() => onChange("")} />;
  return (
    <TextField
      aria-label={label}
      placeholder={label}
      value={value === undefined ? "" : String(value)}
      maxLength={4000}
      onValueChange={onChange}
      after={
        viewer.length === 0 ? undefined : (
          <Menu
            trigger={
              <IconButton
                label="Use the viewer"
                size="s"
                icon={<UserRound aria-hidden="true" />}
                className="-mr-2"
              />
            }
            items={viewer.map((operand) => ({
              label: operandWords(operand, false, {}),
              onSelect: () => onChange(operand),
            }))}
          />
        )
      }
    />
  );
}

/** Something about whoever looks, in a value's place. */
export function ViewerValue({ value, onRemove }: { value: OperandInput; onRemove: () => void }) {
  return (
    <span className="flex h-[30px] items-center pointer-coarse:h-10">
      <Chip onRemove={onRemove} removeLabel="Type a value instead">
        {operandWords(value, false, {})}
      </Chip>
    </span>
  );
}
