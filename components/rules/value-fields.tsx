"use client";

import { UserRound } from "lucide-react";
import { Combobox, type ComboOption } from "@/components/ui/combobox";
import { DateField } from "@/components/ui/date-field";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { TextField } from "@/components/ui/text-field";
import type { PickedColumn } from "@/lib/connections/schema";
import type { OperandInput } from "@/lib/rules/schema";
import { operandWords } from "./condition-words";
import { useRuleForm } from "./form-context";
import { type OperatorChoice, viewerFactsFor } from "./operators";
import { TextValue } from "./text-value";

interface ValueFieldsProps {
  choice: OperatorChoice;
  column: PickedColumn | undefined;
  operands: readonly OperandInput[];
  onChange: (operands: OperandInput[]) => void;
}

const VIEWER = "viewer:";

/** The value beside a comparison: from the column's options, the plan's people, a calendar, the viewer, or typed. */
export function ValueFields({ choice, column, operands, onChange }: ValueFieldsProps) {
  const [first, second] = operands;
  const at = (place: number) => (value: OperandInput) => {
    const next = [operands[0] ?? "", ...(choice.takes === "two" ? [operands[1] ?? ""] : [])];
    next[place] = value;
    onChange(next);
  };
  const facts = viewerFactsFor(column?.type ?? "TEXT_NUMBER", choice.operator);
  const pickable = usePickable(choice, column, facts);

  if (choice.takes === "list")
    return (
      <MultiCombobox
        aria-label="Values"
        placeholder="Values, Enter after each"
        options={pickable.options}
        custom={pickable.custom}
        value={operands.map(pickable.optionOf)}
        onValueChange={(chosen) => onChange(chosen.map(operandOf))}
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
        <TextValue label="From" value={first} facts={[]} onChange={at(0)} />
        <TextValue label="To" value={second} facts={[]} onChange={at(1)} />
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
        onValueChange={(option) => onChange(option === null ? [] : [operandOf(option)])}
      />
    );
  return <TextValue label="Value" value={first} facts={facts} onChange={at(0)} />;
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
  const day = typeof value === "string" ? value.slice(0, 10) : "";
  return <DateField label={label} hidesLabel value={day} onValueChange={onChange} />;
}

/** An option's id is the operand itself, so nothing needs looking up on the way back. */
function operandOf({ id }: ComboOption): OperandInput {
  if (!id.startsWith(VIEWER)) return id;
  return { viewer: id.slice(VIEWER.length) as "email" | "domain" | "name" };
}

function usePickable(
  choice: OperatorChoice,
  column: PickedColumn | undefined,
  facts: ("email" | "domain" | "name")[],
) {
  const { people, names } = useRuleForm();
  const isPerson = choice.value === "person";
  const viewer = facts.map(
    (fact): ComboOption => ({
      id: `${VIEWER}${fact}`,
      label: operandWords({ viewer: fact }, isPerson, names),
      secondary: "Whoever looks",
      icon: <UserRound aria-hidden="true" />,
    }),
  );
  const known = isPerson
    ? people.list.map(({ email, name }) => ({ id: email, label: name, secondary: email, hasAvatar: true }))
    : (column?.options ?? []).map((option) => ({ id: option, label: option }));
  const options: ComboOption[] = [...viewer, ...known];
  return {
    options,
    custom: (query: string): ComboOption | null =>
      isPerson && !query.includes("@") ? null : { id: query, label: query },
    optionOf: (operand: OperandInput): ComboOption => {
      const id = typeof operand === "object" ? `${VIEWER}${operand.viewer}` : String(operand);
      return (
        options.find((option) => option.id === id) ?? { id, label: operandWords(operand, isPerson, names) }
      );
    },
  };
}
