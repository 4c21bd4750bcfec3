"use client";

import { Combobox } from "@/components/ui/combobox";
import { DateField } from "@/components/ui/date-field";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { TextField } from "@/components/ui/text-field";
import type { PickedColumn } from "@/lib/connections/schema";
import type { OperandInput } from "@/lib/rules/schema";
import { useRuleForm } from "./form-context";
import { type OperatorChoice, viewerOperandsFor } from "./operators";
import { TextValue, ViewerValue } from "./text-value";
import { useOperandOptions } from "./use-operand-options";

interface ValueFieldsProps {
  choice: OperatorChoice;
  type: string;
  /** Undefined where only the title is known. */
  column: PickedColumn | undefined;
  operands: readonly OperandInput[];
  onChange: (operands: OperandInput[]) => void;
}

/** The value beside a comparison: from the column's options, the plan's people, a calendar, the viewer, or typed. */
export function ValueFields({ choice, type, column, operands, onChange }: ValueFieldsProps) {
  const { attributes } = useRuleForm();
  const [first, second] = operands;
  const at = (place: number) => (value: OperandInput) => {
    const next = [operands[0] ?? "", ...(choice.takes === "two" ? [operands[1] ?? ""] : [])];
    next[place] = value;
    onChange(next);
  };
  const viewer = viewerOperandsFor(
    type,
    choice.operator,
    attributes.list.map(({ name }) => name),
  );
  const pickable = useOperandOptions(choice, column, operands, viewer);

  if (choice.takes === "list")
    return (
      <MultiCombobox
        aria-label="Values"
        placeholder="Values, Enter after each"
        options={pickable.options}
        custom={pickable.custom}
        value={operands.map(pickable.optionOf)}
        onValueChange={(chosen) => onChange(chosen.map(pickable.operandOf))}
      />
    );
  if (choice.value === "days")
    return (
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        max={10_000}
        aria-label="Number of days"
        value={first === undefined ? "" : String(first)}
        onValueChange={(text) => onChange(text === "" ? [] : [Number(text)])}
        after={<span className="text-s">days</span>}
      />
    );
  if (choice.value === "date")
    return (
      <div className="flex flex-col gap-1.5">
        <DayValue label={choice.takes === "two" ? "From" : "Day"} value={first} onChange={at(0)} />
        {choice.takes === "two" ? <DayValue label="To" value={second} onChange={at(1)} /> : null}
      </div>
    );
  if (choice.takes === "two")
    return (
      <div className="flex flex-col gap-1.5">
        <TextValue label="From" value={first} viewer={[]} onChange={at(0)} />
        <TextValue label="To" value={second} viewer={[]} onChange={at(1)} />
      </div>
    );
  if (choice.value === "person" || (choice.value === "option" && column?.options))
    return (
      <Combobox
        aria-label="Value"
        placeholder={choice.value === "person" ? "The viewer, or a person" : "Value"}
        options={pickable.options}
        custom={pickable.custom}
        value={first === undefined ? null : pickable.optionOf(first)}
        onValueChange={(option) => onChange(option === null ? [] : [pickable.operandOf(option)])}
      />
    );
  return <TextValue label="Value" value={first} viewer={viewer} onChange={at(0)} />;
}

function DayValue({
  label,
  value,
  onChange,
}: {
  label: string;
  value: OperandInput | undefined;
  onChange: (day: string) => void;
}) {
  if (typeof value === "object") return <ViewerValue value={value} onRemove={() => onChange("")} />;
  const day = typeof value === "string" ? value.slice(0, 10) : "";
  return <DateField label={label} hidesLabel value={day} onValueChange={onChange} />;
}
